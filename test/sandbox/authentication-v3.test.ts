/** Requests that use V3 and get a piece of it wrong. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { type Answer, type CallOptions, call, readAnswer, sendRaw } from './support/call.ts';
import { stamp, v3Headers } from './support/sign.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ now: () => NOW });
});
after(() => sandbox.close());

const list = (options: CallOptions = {}) =>
  call(sandbox, 'DescribeSecurityGroups', {}, { date: stamp(NOW), ...options });

function assertRefused(answer: Answer, status: number, code: string, message?: RegExp): void {
  assert.deepEqual([answer.status, answer.code], [status, code], answer.message);
  if (message) assert.match(answer.message, message);
}

test('V3: a header that decides something and is not signed', async () => {
  const names = [
    'host',
    'x-acs-action',
    'x-acs-version',
    'x-acs-date',
    'x-acs-signature-nonce',
    'x-acs-content-sha256',
  ];
  for (const name of names) {
    assertRefused(await list({ unsigned: [name] }), 400, 'IncompleteSignature', new RegExp(name));
  }
  const body = { date: stamp(NOW), unsigned: ['content-type'] };
  const answer = await call(sandbox, 'DescribeSecurityGroups', { PageSize: '5' }, body);
  assertRefused(answer, 400, 'IncompleteSignature', /content-type/);
  const extra = { headers: { 'x-acs-extra': 'x' }, unsigned: ['x-acs-extra'] };
  assertRefused(await list(extra), 400, 'IncompleteSignature', /x-acs-extra/);
  assert.equal((await list({ headers: { 'x-acs-extra': 'x' } })).status, 200, 'signed, it is welcome');
});

test('V3: a required header that is missing or empty', async () => {
  const names = [
    'x-acs-action',
    'x-acs-version',
    'x-acs-date',
    'x-acs-signature-nonce',
    'x-acs-content-sha256',
  ];
  for (const name of names) {
    assertRefused(await list({ headers: { [name]: '' } }), 400, 'MissingParameter', new RegExp(name));
  }
});

test('V3: a body other than the signed one, and a hash other than the body’s', async () => {
  const host = `127.0.0.1:${sandbox.port}`;
  const signed = { method: 'POST', host, query: {}, action: 'DescribeSecurityGroups', date: stamp(NOW) };
  const headers = v3Headers({ ...signed, body: 'PageSize=5' });
  const swapped = await sendRaw(sandbox, { method: 'POST', headers, body: 'PageSize=6' });
  assertRefused(readAnswer(swapped), 400, 'SignatureDoesNotMatch', /x-acs-content-sha256/);
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const lying = v3Headers({ ...signed, body: 'PageSize=5', headers: { 'x-acs-content-sha256': empty } });
  const answer = await sendRaw(sandbox, { method: 'POST', headers: lying, body: 'PageSize=5' });
  assertRefused(readAnswer(answer), 400, 'SignatureDoesNotMatch', /x-acs-content-sha256/);
});

test('V3: an Authorization header of another kind or form', async () => {
  const forms = [
    'Basic c2FuZGJveDpzZWNyZXQ=',
    'acs sandbox:signature',
    'ACS3-HMAC-SM3 Credential=sandbox,SignedHeaders=host,Signature=00',
    'ACS3-HMAC-SHA256 Credential=sandbox,Signature=00',
    'ACS3-HMAC-SHA256 Credential=,SignedHeaders=host,Signature=00',
    '',
  ];
  for (const authorization of forms) {
    const answer = await sendRaw(sandbox, { method: 'POST', headers: { authorization } });
    assertRefused(readAnswer(answer), 400, 'IncompleteSignature');
  }
});

test('V3: a request that was never signed', async () => {
  const answer = await sendRaw(sandbox, {
    method: 'POST',
    headers: { 'x-acs-action': 'DescribeSecurityGroups' },
  });
  assertRefused(readAnswer(answer), 400, 'IncompleteSignature', /Authorization/);
});

test('V3: signed headers that are unsorted, repeated, in capitals or absent', async () => {
  const host = `127.0.0.1:${sandbox.port}`;
  const right = v3Headers({
    method: 'POST',
    host,
    query: {},
    body: '',
    action: 'DescribeSecurityGroups',
    date: stamp(NOW),
  });
  const changes: readonly [string, string, RegExp][] = [
    ['host;x-acs-action', 'x-acs-action;host', /sorted/],
    ['host;', 'host;host;', /once/],
    ['host;', 'host;Host;', /lower case/],
    ['host;', 'host;other;', /"other", which was not sent/],
  ];
  for (const [from, to, message] of changes) {
    const authorization = (right.authorization ?? '').replace(from, to);
    const answer = await sendRaw(sandbox, { method: 'POST', headers: { ...right, authorization } });
    assertRefused(readAnswer(answer), 400, 'IncompleteSignature', message);
  }
});
