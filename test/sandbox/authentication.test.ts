/** Who may call the sandbox: both signature methods over HTTP, and every way to get them wrong. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { type Answer, type CallOptions, call, readAnswer, sendRaw, withSandbox } from './support/call.ts';
import { encodeAll, type Keys, rpcParameters, sandboxKeys, stamp, v3Headers } from './support/sign.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const MINUTE = 60_000;
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

async function rpc(
  method: 'GET' | 'POST',
  parameters: Readonly<Record<string, string>>,
  place: 'query' | 'body',
): Promise<Answer> {
  const encoded = encodeAll(parameters);
  return readAnswer(
    await sendRaw(sandbox, {
      method,
      path: place === 'query' ? `/?${encoded}` : '/',
      headers: place === 'body' ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
      body: place === 'body' ? encoded : '',
    }),
  );
}

/** RPC parameters of a harmless call; an override of `undefined` leaves a parameter out before signing. */
function rpcCall(method: string, overrides: Readonly<Record<string, string>> = {}, keys: Keys = sandboxKeys) {
  return rpcParameters(
    method,
    'DescribeSecurityGroups',
    { PageSize: '50' },
    { keys, overrides: { Timestamp: stamp(NOW), ...overrides } },
  );
}

test('V3: GET and POST, parameters in the query and in the form body', async () => {
  for (const method of ['GET', 'POST']) {
    for (const place of ['query', 'body'] as const) {
      const answer = await call(
        sandbox,
        'DescribeSecurityGroups',
        { PageSize: '7' },
        { date: stamp(NOW), method, place },
      );
      assert.equal(answer.status, 200, `${method} ${place}`);
      assert.equal(answer.body.PageSize, 7);
    }
  }
});

test('V3: parameters in the query and in the form body together', async () => {
  const host = `127.0.0.1:${sandbox.port}`;
  const query = { PageSize: '7' };
  const body = 'PageNumber=3';
  const headers = v3Headers({
    method: 'POST',
    host,
    query,
    body,
    action: 'DescribeSecurityGroups',
    date: stamp(NOW),
  });
  const answer = readAnswer(await sendRaw(sandbox, { method: 'POST', path: '/?PageSize=7', headers, body }));
  assert.equal(answer.body.PageSize, 7);
  assert.equal(answer.body.PageNumber, 3);
});

test('RPC: GET and POST, parameters in the query and in the form body', async () => {
  for (const method of ['GET', 'POST'] as const) {
    for (const place of ['query', 'body'] as const) {
      const answer = await rpc(method, rpcCall(method), place);
      assert.equal(answer.status, 200, `${method} ${place}: ${answer.message}`);
      assert.equal(answer.body.PageSize, 50);
    }
  }
});

test('an unknown key id is 404, another secret is 400, in both methods', async () => {
  const stranger = { id: 'stranger', secret: 'sandbox-secret' };
  const guess = { id: 'sandbox', secret: 'guess' };
  assertRefused(await list({ keys: stranger }), 404, 'InvalidAccessKeyId.NotFound');
  assertRefused(await list({ keys: guess }), 400, 'SignatureDoesNotMatch');
  assertRefused(await rpc('POST', rpcCall('POST', {}, stranger), 'body'), 404, 'InvalidAccessKeyId.NotFound');
  assertRefused(await rpc('POST', rpcCall('POST', {}, guess), 'body'), 400, 'SignatureDoesNotMatch');
});

test('the key of the options is the only one', async () => {
  await withSandbox({ accessKeyId: 'me', accessKeySecret: 'mine' }, async (own) => {
    const answer = await call(own, 'DescribeSecurityGroups', {}, { keys: { id: 'me', secret: 'mine' } });
    assert.equal(answer.status, 200);
    assertRefused(await call(own, 'DescribeSecurityGroups'), 404, 'InvalidAccessKeyId.NotFound');
  });
});

test('time stamps: 15 minutes in both directions, and one second more', async () => {
  const at = (milliseconds: number) => ({ date: stamp(new Date(NOW.getTime() + milliseconds)) });
  for (const sign of [1, -1]) {
    assert.equal((await list(at(sign * 15 * MINUTE))).status, 200);
    assertRefused(await list(at(sign * (15 * MINUTE + 1000))), 400, 'InvalidTimeStamp.Expired');
  }
  const old = rpcCall('POST', { Timestamp: stamp(new Date(NOW.getTime() - 16 * MINUTE)) });
  assertRefused(await rpc('POST', old, 'body'), 400, 'InvalidTimeStamp.Expired');
});

test('time stamps: every other format', async () => {
  const formats = [
    '2026-03-01 12:00:00',
    '2026-03-01T12:00:00.000Z',
    '2026-02-30T12:00:00Z',
    '1772366400',
    'now',
  ];
  for (const date of formats) assertRefused(await list({ date }), 400, 'InvalidTimeStamp.Format');
  const rpcDate = rpcCall('POST', { Timestamp: '2026-03-01T12:00:00+08:00' });
  assertRefused(await rpc('POST', rpcDate, 'body'), 400, 'InvalidTimeStamp.Format');
});

test('a nonce counts once, and only a correct call uses it up', async () => {
  const nonce = 'only-once';
  assertRefused(
    await list({ nonce, keys: { id: 'sandbox', secret: 'guess' } }),
    400,
    'SignatureDoesNotMatch',
  );
  assert.equal((await list({ nonce })).status, 200);
  assertRefused(await list({ nonce }), 400, 'SignatureNonceUsed');
  const recorded = rpcCall('POST');
  assert.equal((await rpc('POST', recorded, 'body')).status, 200);
  assertRefused(await rpc('POST', recorded, 'body'), 400, 'SignatureNonceUsed');
});

test('a nonce is remembered until its time stamp is too old to be replayed', async () => {
  let now = NOW;
  await withSandbox({ now: () => now }, async (own) => {
    const signed = { nonce: 'again', date: stamp(NOW) };
    assert.equal((await call(own, 'DescribeSecurityGroups', {}, signed)).status, 200);
    now = new Date(NOW.getTime() + 15 * MINUTE);
    assertRefused(await call(own, 'DescribeSecurityGroups', {}, signed), 400, 'SignatureNonceUsed');
    now = new Date(NOW.getTime() + 15 * MINUTE + 1000);
    assertRefused(await call(own, 'DescribeSecurityGroups', {}, signed), 400, 'InvalidTimeStamp.Expired');
    const fresh = { nonce: 'again', date: stamp(now) };
    now = new Date(NOW.getTime() + 17 * MINUTE);
    assert.equal((await call(own, 'DescribeSecurityGroups', {}, fresh)).status, 200);
  });
});

test('RPC: a common parameter that is missing or empty', async () => {
  const names = [
    'Action',
    'Version',
    'AccessKeyId',
    'SignatureMethod',
    'SignatureVersion',
    'SignatureNonce',
    'Timestamp',
    'Signature',
  ];
  for (const name of names) {
    const { [name]: _left, ...rest } = rpcCall('POST');
    assertRefused(await rpc('POST', rest, 'body'), 400, 'MissingParameter', new RegExp(`"${name}"`));
    assertRefused(await rpc('POST', { ...rest, [name]: '' }, 'body'), 400, 'MissingParameter');
  }
  assertRefused(readAnswer(await sendRaw(sandbox, {})), 400, 'MissingParameter');
});

test('RPC: another signature method, version or format', async () => {
  for (const [name, value] of [
    ['SignatureMethod', 'HMAC-SHA256'],
    ['SignatureVersion', '2.0'],
    ['Format', 'XML'],
  ] as const) {
    const answer = await rpc('POST', rpcCall('POST', { [name]: value }), 'body');
    assertRefused(answer, 400, 'InvalidParameter', new RegExp(name));
  }
});

test('RPC: the method and every parameter are signed', async () => {
  assertRefused(await rpc('GET', rpcCall('POST'), 'query'), 400, 'SignatureDoesNotMatch');
  assertRefused(
    await rpc('POST', { ...rpcCall('POST'), PageSize: '49' }, 'body'),
    400,
    'SignatureDoesNotMatch',
  );
  assertRefused(await rpc('POST', { ...rpcCall('POST'), More: '' }, 'body'), 400, 'SignatureDoesNotMatch');
});

test('an unknown action, an unknown version, another path, another method', async () => {
  const options = { date: stamp(NOW) };
  assertRefused(await call(sandbox, 'CreateSecurityGroups', {}, options), 404, 'InvalidAction.NotFound');
  assertRefused(await call(sandbox, 'createsecuritygroup', {}, options), 404, 'InvalidAction.NotFound');
  assertRefused(await list({ version: '2014-05-26' }), 400, 'NoSuchVersion');
  assertRefused(readAnswer(await sendRaw(sandbox, { path: '/api' })), 404, 'InvalidAction.NotFound');
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    assertRefused(readAnswer(await sendRaw(sandbox, { method })), 405, 'UnsupportedHTTPMethod');
  }
});

test('what would mean two things, or be lost, is refused', async () => {
  const twice = await sendRaw(sandbox, { path: '/?a=1&a=2' });
  assertRefused(readAnswer(twice), 400, 'InvalidParameter', /more than once/);
  const broken = await sendRaw(sandbox, { path: '/?a=%zz' });
  assertRefused(readAnswer(broken), 400, 'InvalidParameter', /query/);
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  assertRefused(readAnswer(await sendRaw(sandbox, json)), 400, 'InvalidParameter', /content-type/);
  const latin = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: Buffer.from([0x61, 0x3d, 0xff]),
  };
  assertRefused(readAnswer(await sendRaw(sandbox, latin)), 400, 'InvalidParameter', /body/);
  const headers = { 'x-acs-date': ['2026-03-01T12:00:00Z', '2026-03-01T12:00:01Z'] };
  assertRefused(readAnswer(await sendRaw(sandbox, { headers })), 400, 'InvalidParameter', /x-acs-date/);
});

test('temporary keys carry their token, and only theirs', async () => {
  const keys = { id: 'sts', secret: 's', token: 't0ken' };
  const options = { accessKeyId: keys.id, accessKeySecret: keys.secret, securityToken: keys.token };
  await withSandbox(options, async (own) => {
    const describe = (other: Partial<Keys>) =>
      call(own, 'DescribeSecurityGroups', {}, { keys: { ...keys, ...other } });
    assert.equal((await describe({})).status, 200);
    const wrong = await describe({ token: 'other' });
    assertRefused(wrong, 400, 'InvalidSecurityToken.MismatchWithAccessKey');
    const without = await call(own, 'DescribeSecurityGroups', {}, { keys: { id: 'sts', secret: 's' } });
    assertRefused(without, 400, 'MissingSecurityToken');
    const rpcAnswer = await sendRaw(own, {
      path: `/?${encodeAll(rpcParameters('GET', 'DescribeSecurityGroups', {}, { keys }))}`,
    });
    assert.equal(rpcAnswer.status, 200);
  });
  const surplus = await list({ keys: { ...sandboxKeys, token: 'surplus' } });
  assertRefused(surplus, 400, 'InvalidSecurityToken.MismatchWithAccessKey');
});

test('no answer and no record shows a secret or a token', async () => {
  const keys = { id: 'sandbox', secret: 'sandbox-secret', token: 'tell-nobody' };
  const texts = [
    JSON.stringify((await list({ keys })).body),
    JSON.stringify((await list({ keys: { ...keys, secret: 'guess-nobody' } })).body),
    JSON.stringify((await rpc('POST', rpcCall('POST', {}, keys), 'body')).body),
    JSON.stringify(
      (await rpc('POST', rpcCall('POST', {}, { ...keys, secret: 'guess-nobody' }), 'body')).body,
    ),
    JSON.stringify(sandbox.requests()),
  ];
  for (const text of texts) assert.doesNotMatch(text, /sandbox-secret|tell-nobody|guess-nobody/);
});
