/** One call: what leaves, and what each answer is told as. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signRequest } from '../../client/src/cloud/signer.ts';
import { callTo, key, parameters, react, withServer } from './support/calls.ts';
import type { Reaction } from './support/scripted-server.ts';
import { json } from './support/scripted-server.ts';

test('the request is signed, has its parameters in the body, and nothing in its path', async () => {
  await withServer({ react: () => json(200, { RequestId: 'r-1', Answer: 42 }) }, async (server) => {
    const result = await callTo(server.url);
    assert.deepEqual(result, { kind: 'ok', body: { RequestId: 'r-1', Answer: 42 }, requestId: 'r-1' });
    const [request, ...others] = server.requests;
    assert.ok(request);
    assert.equal(others.length, 0);
    assert.equal(`${request.method} ${request.path}`, 'POST /');
    assert.deepEqual(request.parameters, parameters);
    const { headers } = request;
    assert.equal(headers.host, `127.0.0.1:${server.port}`);
    const expected = signRequest(
      {
        method: 'POST',
        host: headers.host ?? '',
        action: 'CreateSecurityGroup',
        version: '2017-11-10',
        query: {},
        body: request.body,
        contentType: 'application/x-www-form-urlencoded',
      },
      key,
      new Date(headers['x-acs-date'] ?? ''),
      headers['x-acs-signature-nonce'] ?? '',
    );
    assert.equal(headers.authorization, expected.headers.authorization);
    assert.equal(headers['x-acs-security-token'], key.token);
  });
});

test('a refusal keeps code, message, request id and status', async () => {
  const body = { RequestId: 'r-2', HostId: 'h', Code: 'QuotaExceed.SecurityGroup', Message: 'Too many.' };
  assert.deepEqual(await react(json(400, body)), {
    kind: 'refused',
    refusal: {
      code: 'QuotaExceed.SecurityGroup',
      message: 'Too many.',
      requestId: 'r-2',
      httpStatus: 400,
    },
  });
});

test('a refusal that quotes the request does not reveal the key', async () => {
  const Message = `server CanonicalRequest is POST x-acs-security-token:${key.token} ${key.id} ${key.secret}`;
  const result = await react(json(400, { Code: 'SignatureDoesNotMatch', Message }));
  assert.ok(result.kind === 'refused');
  assert.match(result.refusal.message, /x-acs-security-token:\*{4} LTAI\*{4}0001 \*{4}$/);
});

test('throttling says how long to wait', async () => {
  const throttled = { Code: 'Throttling.User', Message: 'slow' };
  const milliseconds = await react(json(400, throttled, { 'x-acs-retry-after': '1500' }));
  assert.ok(milliseconds.kind === 'refused');
  assert.equal(milliseconds.retryAfterSeconds, 2);
  const seconds = await react(json(503, throttled, { 'retry-after': '7' }));
  assert.ok(seconds.kind === 'refused');
  assert.equal(seconds.retryAfterSeconds, 7);
  const unsaid = await react(json(400, throttled));
  assert.ok(unsaid.kind === 'refused' && !('retryAfterSeconds' in unsaid));
});

test('a refused time stamp says how far the clock is off', async () => {
  const now = () => new Date('2026-01-01T00:00:00Z');
  const date = { date: 'Thu, 01 Jan 2026 01:00:00 GMT' };
  const expired = await react(json(400, { Code: 'InvalidTimeStamp.Expired', Message: 'x' }, date), { now });
  assert.ok(expired.kind === 'refused');
  assert.equal(expired.clockSkewSeconds, 3600);
  const other = await react(json(400, { Code: 'NoPermission', Message: 'x' }, date), { now });
  assert.ok(other.kind === 'refused' && !('clockSkewSeconds' in other));
});

test('success codes of the API are no refusal, other codes are, even with HTTP 200', async () => {
  for (const Code of [0, '0', '200', 'OK']) {
    assert.equal((await react(json(200, { Code, RequestId: 'r' }))).kind, 'ok');
  }
  assert.equal((await react(json(200, { Code: 'NoPermission' }))).kind, 'refused');
});

test('what is not an answer of the API leaves the outcome open', async () => {
  const html = '<html><body>Bad Gateway</body></html>';
  const cases: readonly (readonly [Reaction, object])[] = [
    [
      { kind: 'answer', status: 502, body: html },
      { code: 'server-error', httpStatus: 502 },
    ],
    [json(500, { Message: 'no code' }), { code: 'server-error', httpStatus: 500 }],
    [
      { kind: 'answer', status: 200, body: html },
      { code: 'answer-unreadable', httpStatus: 200 },
    ],
    [
      { kind: 'answer', status: 200, body: '[]' },
      { code: 'answer-unreadable', httpStatus: 200 },
    ],
    [
      { kind: 'answer', status: 403, body: html },
      { code: 'answer-unreadable', httpStatus: 403 },
    ],
    [json(302, {}, { location: 'http://127.0.0.1:1/' }), { code: 'answer-unreadable', httpStatus: 302 }],
    [
      { kind: 'raw', text: 'nonsense\r\n\r\n' },
      { code: 'connection-lost', detail: 'HPE_INVALID_CONSTANT' },
    ],
  ];
  for (const [reaction, reason] of cases) {
    assert.deepEqual(await react(reaction), { kind: 'lost', reason });
  }
});

test('a redirect is not followed', async () => {
  await withServer({ react: () => json(200, {}) }, async (target) => {
    const redirect = json(307, {}, { location: `${target.url}/` });
    assert.equal((await react(redirect)).kind, 'lost');
    assert.equal(target.connections(), 0);
  });
});

test('a connection that breaks after it stood leaves the outcome open', async () => {
  const outcomes = [
    await withServer({ dropOnConnect: () => true, react: () => json(200, {}) }, (s) => callTo(s.url)),
    await withServer({ dropAfterHead: () => true, react: () => json(200, {}) }, (s) => callTo(s.url)),
    await react({ kind: 'drop' }),
    await react({ kind: 'drop-in-answer', body: '{"SecurityGroupId":"sg-1","RequestId":"r"}' }),
  ];
  for (const outcome of outcomes) {
    assert.ok(outcome.kind === 'lost');
    assert.equal(outcome.reason.code, 'connection-lost');
  }
});

test('an answer that never comes ends with the time limit', async () => {
  const result = await react({ kind: 'silence' }, { totalTimeoutMs: 150 });
  assert.deepEqual(result, { kind: 'lost', reason: { code: 'no-answer', seconds: 0.15 } });
});

test('an answer beyond the size limit is not read', async () => {
  const result = await react(json(200, { Filler: 'x'.repeat(5000) }), { maxAnswerBytes: 1000 });
  assert.deepEqual(result, { kind: 'lost', reason: { code: 'answer-too-large' } });
});
