/** `alisg create` when the answer is lost or a person interrupts: it tells what is known, and never sends twice. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import type { Fault } from '../../sandbox/src/index.ts';
import { eventually } from './support/alisg.ts';
import { createAction, journal, keys, listAction, stage, subject } from './support/create-stage.ts';

test('a lost answer, and the group is there: exit 0 with its id', async (t) => {
  const { sandbox, created, faults, run } = await stage(t);
  faults({ kind: 'disconnect', when: 'after', action: createAction });
  const { code, stdout, stderr } = await run();
  assert.equal(code, 0);
  const result = JSON.parse(stdout);
  assert.deepEqual([result.outcome, result.RequestId], ['found', null]);
  assert.equal(result.SecurityGroupId, sandbox.groups()[0]?.SecurityGroupId);
  assert.match(stderr, /No answer\. Finding out/);
  assert.equal(created(), 1);
});

const lostForGood: readonly Fault[] = [
  // Before the request groups are listed twice; afterwards this key may not do so any more.
  { kind: 'pass', action: listAction, times: 2 },
  { kind: 'disconnect', when: 'after', action: createAction },
  { kind: 'error', action: listAction, status: 403, code: 'NoPermission', message: 'No.' },
];

test('a lost answer, and nobody knows: exit 3, which the journal remembers', async (t) => {
  const { place, sandbox, created, faults, run } = await stage(t);
  faults(...lostForGood);
  const first = await run();
  assert.equal(first.code, 3);
  const shape = z.strictObject({
    ...subject,
    outcome: z.literal('unknown'),
    reason: z.literal('connection-lost'),
    message: z.string(),
    search: z.literal('search-refused'),
    candidates: z.array(z.never()),
  });
  shape.parse(JSON.parse(first.stdout));
  assert.match(first.stderr, /It is not known whether security group "web" was created/);
  assert.match(readFileSync(journal(place), 'utf8'), /"kind":"unknown"/);
  // The next one looks first, and finds it.
  const second = await run();
  assert.equal(second.code, 0);
  const found = JSON.parse(second.stdout);
  assert.deepEqual(
    [found.outcome, found.SecurityGroupId],
    ['found-earlier', sandbox.groups()[0]?.SecurityGroupId],
  );
  assert.equal(created(), 1);
});

test('as long as an earlier attempt is open, --yes creates nothing: exit 3', async (t) => {
  const { sandbox, created, faults, run } = await stage(t);
  faults(...lostForGood.map((f) => (f.kind === 'disconnect' ? { ...f, when: 'before' as const } : f)));
  assert.equal((await run()).code, 3);
  const second = await run();
  assert.equal(second.code, 3);
  assert.equal(JSON.parse(second.stdout).reason, 'earlier-attempt-unknown');
  assert.match(second.stderr, /Without --yes, on a terminal, you can decide/);
  assert.equal(created(), 1);
  assert.equal(sandbox.groups().length, 0);
});

test('Ctrl+C before the request: nothing was created, exit 1', async (t) => {
  const { place, sandbox, args, created, faults } = await stage(t);
  faults({ kind: 'hang', when: 'before', action: listAction });
  const running = await place.start(args('--yes', '--format', 'json'), { env: keys });
  await eventually(() => sandbox.requests().length === 1, 'the list to be asked for');
  running.child.kill('SIGINT');
  const { code, stdout, stderr } = await running.finished;
  assert.equal(code, 1);
  assert.equal(JSON.parse(stdout).outcome, 'cancelled');
  assert.match(stderr, /Cancelled; nothing was created/);
  assert.equal(created(), 0);
});

test('Ctrl+C while the request hangs: it is found out what became of it', async (t) => {
  const { place, sandbox, args, created, faults } = await stage(t);
  faults({ kind: 'hang', when: 'after', action: createAction });
  const running = await place.start(args('--yes', '--format', 'json'), { env: keys });
  await eventually(() => created() === 1, 'the request to arrive');
  running.child.kill('SIGINT');
  const { code, stdout } = await running.finished;
  assert.equal(code, 0);
  const result = JSON.parse(stdout);
  assert.deepEqual([result.outcome, result.SecurityGroupId], ['found', sandbox.groups()[0]?.SecurityGroupId]);
});

test('Ctrl+C once more stops looking: exit 3', async (t) => {
  const { place, args, created, faults } = await stage(t);
  faults({ kind: 'hang', when: 'before', action: createAction });
  const running = await place.start(args('--yes', '--format', 'json'), { env: keys });
  await eventually(() => created() === 1, 'the request to arrive');
  running.child.kill('SIGINT');
  await eventually(() => running.stderr().includes('No answer.'), 'the search to begin');
  running.child.kill('SIGINT');
  const { code, stdout, stderr } = await running.finished;
  assert.equal(code, 3);
  const result = JSON.parse(stdout);
  assert.deepEqual([result.outcome, result.reason], ['unknown', 'cancelled-after-sending']);
  assert.match(stderr, /No longer looking/);
});
