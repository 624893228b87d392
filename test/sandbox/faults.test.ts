/** Every fault of the schedule: what the client sees, and what has happened to the group behind it. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Fault, type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { call, callRaw, create, rule, sendRaw, until, withSandbox } from './support/call.ts';
import { stamp } from './support/sign.ts';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ maxGroups: 1000 });
});
after(() => sandbox.close());
beforeEach(() => sandbox.setFaults([]));

const list = () => call(sandbox, 'DescribeSecurityGroups');
const last = () => sandbox.requests().at(-1);

/** Runs a create under a schedule and tells how many groups came of it. */
async function groupsAfter(schedule: readonly Fault[], attempt: () => Promise<unknown>): Promise<number> {
  const before = sandbox.groups().length;
  sandbox.setFaults(schedule);
  await attempt();
  return sandbox.groups().length - before;
}

const disconnected = () => assert.rejects(create(sandbox, [rule]), { code: 'ECONNRESET' });

/** A create that the sandbox has got, that is not answered while another call is, and that the client then gives up. */
async function unanswered(): Promise<void> {
  const asked = sandbox.requests().length;
  const givenUp = new AbortController();
  const outcome = callRaw(sandbox, 'CreateSecurityGroup', {}, { signal: givenUp.signal }).then(
    () => 'answered',
    (error: Error) => error.name,
  );
  await until(() => sandbox.requests().length > asked, 'the request arrives');
  const record = last();
  assert.equal((await list()).status, 200);
  givenUp.abort();
  assert.equal(await outcome, 'AbortError');
  assert.deepEqual([record?.status, record?.fault], [null, 'hang']);
}

test('disconnect: before and after the action', async () => {
  assert.equal(await groupsAfter([{ kind: 'disconnect', when: 'before' }], disconnected), 0);
  assert.deepEqual([last()?.processed, last()?.status, last()?.fault], [false, null, 'disconnect']);
  assert.equal(await groupsAfter([{ kind: 'disconnect', when: 'after' }], disconnected), 1);
  assert.deepEqual([last()?.processed, last()?.status, last()?.authenticated], [true, null, true]);
  assert.equal((await list()).status, 200, 'used up');
});

test('hang: before and after the action', async () => {
  assert.equal(await groupsAfter([{ kind: 'hang', when: 'before' }], unanswered), 0);
  assert.equal(await groupsAfter([{ kind: 'hang', when: 'after' }], unanswered), 1);
});

test('error: any status, code, message and headers, before and after the action', async () => {
  const throttled: Fault = {
    kind: 'error',
    status: 429,
    code: 'Throttling.User',
    message: 'Request was denied due to user flow control.',
    headers: { 'X-Acs-Retry-After': '2000' },
  };
  const attempt = async () => {
    const answer = await create(sandbox, [rule]);
    assert.deepEqual([answer.status, answer.code, answer.message], [429, throttled.code, throttled.message]);
    assert.equal(answer.headers['x-acs-retry-after'], '2000');
    assert.match(String(answer.body.Recommend), /Throttling\.User/);
  };
  assert.equal(await groupsAfter([throttled], attempt), 0);
  assert.equal(await groupsAfter([{ ...throttled, when: 'before' }], attempt), 0);
  assert.equal(await groupsAfter([{ ...throttled, when: 'after' }], attempt), 1);
});

test('bad-gateway: a page that is no JSON', async () => {
  const attempt = async () => {
    const answer = await callRaw(sandbox, 'CreateSecurityGroup');
    assert.equal(answer.status, 502);
    assert.match(answer.headers['content-type'] ?? '', /^text\/html/);
    assert.throws(() => JSON.parse(answer.text), SyntaxError);
  };
  assert.equal(await groupsAfter([{ kind: 'bad-gateway' }], attempt), 0);
  assert.equal(await groupsAfter([{ kind: 'bad-gateway', when: 'after' }], attempt), 1);
});

test('truncate: the answer breaks off after the action', async () => {
  const attempt = () => assert.rejects(callRaw(sandbox, 'CreateSecurityGroup'), { code: 'ECONNRESET' });
  assert.equal(await groupsAfter([{ kind: 'truncate' }], attempt), 1);
  assert.equal(last()?.status, 200);
});

test('delay: the answer comes, later', async () => {
  const attempt = async () => {
    const start = performance.now();
    assert.equal((await create(sandbox, [rule])).status, 200);
    // Timers of Node may fire a millisecond early.
    assert.ok(performance.now() - start >= 99);
  };
  assert.equal(await groupsAfter([{ kind: 'delay', milliseconds: 100 }], attempt), 1);
});

test('hide: the next Describe calls miss the group, which exists all the same', async () => {
  sandbox.setFaults([{ kind: 'hide', describeCalls: 2 }]);
  await list();
  const created = await create(sandbox, [rule], { SecurityGroupName: 'hidden' });
  const id = { SecurityGroupId: String(created.body.SecurityGroupId) };
  const count = async () => (await call(sandbox, 'DescribeSecurityGroups', id)).body.TotalCount;
  assert.equal(sandbox.groups().at(-1)?.hiddenFor, 2);
  assert.equal(await count(), 0);
  assert.equal(
    (await call(sandbox, 'DescribeSecurityGroupAttribute', id)).code,
    'InvalidSecurityGroupId.NotFound',
  );
  assert.equal(sandbox.groups().at(-1)?.hiddenFor, 0);
  assert.equal(await count(), 1);
  assert.equal((await call(sandbox, 'DescribeSecurityGroupAttribute', id)).status, 200);
  sandbox.setFaults([{ kind: 'hide', describeCalls: 9 }]);
  const other = await create(sandbox, [rule]);
  const deleted = await call(sandbox, 'DeleteSecurityGroup', {
    SecurityGroupId: String(other.body.SecurityGroupId),
  });
  assert.equal(deleted.status, 200);
});

test('clock-skew: the server’s clock decides about time stamps, and shows in Date', async () => {
  const now = new Date('2026-03-01T12:00:00Z');
  await withSandbox({ now: () => now }, async (own) => {
    const describe = (at: Date) => call(own, 'DescribeSecurityGroups', {}, { date: stamp(at) });
    const hour = new Date(now.getTime() + 3_600_000);
    own.setFaults([{ kind: 'clock-skew', seconds: 3600, times: 2 }]);
    const refused = await describe(now);
    assert.equal(refused.code, 'InvalidTimeStamp.Expired');
    assert.equal(refused.headers.date, hour.toUTCString());
    assert.equal((await describe(hour)).status, 200);
    assert.equal((await describe(now)).status, 200, 'used up');
    own.setFaults([{ kind: 'clock-skew', seconds: -3600 }]);
    assert.equal((await describe(now)).code, 'InvalidTimeStamp.Expired');
  });
});

test('the schedule: by action, in order, as often as said', async () => {
  const error = (code: string): Fault => ({ kind: 'error', status: 500, code, message: 'x', times: 1 });
  sandbox.setFaults([
    { ...error('first'), action: 'DescribeSecurityGroups' },
    { kind: 'pass', action: 'DescribeSecurityGroups', times: 2 },
    { ...error('any'), times: 2 },
  ]);
  const codes = [];
  for (let index = 0; index < 5; index++) codes.push((await list()).code);
  assert.deepEqual(codes, ['first', undefined, undefined, 'any', 'any']);
  assert.equal((await list()).status, 200);
  sandbox.setFaults([{ ...error('delete'), action: 'DeleteSecurityGroup' }, error('rest')]);
  assert.equal((await list()).code, 'rest');
  assert.equal((await call(sandbox, 'DeleteSecurityGroup', { SecurityGroupId: 'x' })).code, 'delete');
});

test('a call that is not authentic uses no fault up', async () => {
  sandbox.setFaults([{ kind: 'disconnect', when: 'before' }]);
  const keys = { id: 'sandbox', secret: 'guess' };
  assert.equal((await call(sandbox, 'DescribeSecurityGroups', {}, { keys })).code, 'SignatureDoesNotMatch');
  assert.equal((await call(sandbox, 'NoSuchAction')).code, 'InvalidAction.NotFound');
  await disconnected();
});

test('after a fault the same nonce is used up: a client has to sign again', async () => {
  sandbox.setFaults([{ kind: 'error', status: 503, code: 'ServiceUnavailable', message: 'x' }]);
  const nonce = 'retried-without-signing-again';
  assert.equal((await call(sandbox, 'DescribeSecurityGroups', {}, { nonce })).status, 503);
  assert.equal((await call(sandbox, 'DescribeSecurityGroups', {}, { nonce })).code, 'SignatureNonceUsed');
});

test('a malformed schedule changes nothing and says what is wrong', async () => {
  sandbox.setFaults([{ kind: 'error', status: 418, code: 'Kept', message: 'x', times: 1000 }]);
  const wrong: readonly [unknown, RegExp][] = [
    [{}, /JSON array/],
    [[1], /\[0\].*object/],
    [[{ kind: 'explode' }], /kind must be one of pass, disconnect/],
    [[{ kind: 'constructor' }], /kind/],
    [[{ kind: 'pass' }, { kind: 'hang' }], /\[1\].*when/],
    [[{ kind: 'disconnect', when: 'during' }], /when/],
    [[{ kind: 'error', status: 200, code: 'x', message: 'x' }], /status/],
    [[{ kind: 'error', status: 400, code: '', message: 'x' }], /code/],
    [[{ kind: 'error', status: 400, code: 'x' }], /message/],
    [
      [{ kind: 'error', status: 400, code: 'x', message: 'x', headers: { 'content-length': '1' } }],
      /content-length/,
    ],
    [[{ kind: 'error', status: 400, code: 'x', message: 'x', headers: { a: 'x\r\ny: z' } }], /printable/],
    [[{ kind: 'error', status: 400, code: 'x', message: 'x', headers: [] }], /headers/],
    [[{ kind: 'delay', milliseconds: -1 }], /milliseconds/],
    [[{ kind: 'hide', describeCalls: 0 }], /describeCalls/],
    [[{ kind: 'hide', describeCalls: 1, action: 'DeleteSecurityGroup' }], /CreateSecurityGroup only/],
    [[{ kind: 'clock-skew', seconds: '1' }], /seconds/],
    [[{ kind: 'pass', times: 0 }], /times/],
    [[{ kind: 'pass', action: 5 }], /action/],
    [[{ kind: 'pass', tims: 5 }], /"tims"/],
    [Array.from({ length: 1001 }, () => ({ kind: 'pass' })), /1000/],
  ];
  for (const [schedule, message] of wrong) {
    const answer = await sendRaw(sandbox, {
      method: 'POST',
      path: '/_sandbox/faults',
      body: JSON.stringify(schedule),
    });
    const text: unknown = JSON.parse(answer.text);
    assert.ok(typeof text === 'object' && text !== null && 'Code' in text && 'Message' in text);
    assert.deepEqual([answer.status, text.Code], [400, 'Sandbox.InvalidFaults'], JSON.stringify(schedule));
    assert.match(String(text.Message), message);
    assert.equal((await list()).code, 'Kept');
  }
  const tooSmall: Fault = { kind: 'delay', milliseconds: -1 };
  assert.throws(() => sandbox.setFaults([tooSmall]), { name: 'TypeError', message: /milliseconds/ });
});
