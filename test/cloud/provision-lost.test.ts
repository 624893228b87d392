/** Lost answers and crashes: the group is found, or the user decides; nothing is sent twice. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { provisionEns } from '../../client/src/cloud/provision.ts';
import type { ProgressEvent } from '../../client/src/cloud/provision-types.ts';
import type { Bench } from './support/bench.ts';
import { env, onBench, outcomesOnDisk } from './support/bench.ts';
import { planFor, plannedRules } from './support/fake-ens.ts';

/** Leaves behind what a crash after sending leaves: an intent, and possibly a group. */
async function crash(bench: Bench, fault: 'drop' | 'done-drop'): Promise<void> {
  const { ens, options } = bench;
  ens.createFault = fault;
  ens.readFaults = ['none', 'none', ...Array.from({ length: 5 }, () => 'drop' as const)];
  assert.equal((await provisionEns(planFor('web'), options).execute()).kind, 'unknown');
  const path = join(options.stateDirectory ?? '', 'journal.jsonl');
  const [intent] = readFileSync(path, 'utf8').split('\n');
  await writeFile(path, `${intent}\n{"type":"outc`);
  ens.readFaults = [];
  ens.createFault = 'none';
}

test('a lost answer leads to the group that was made, without a second request', async () => {
  const faults = ['done-drop', 'done-silence', 'done-html-502', 'done-drop-in-answer', 'done-no-id'] as const;
  for (const fault of [...faults, 'done-error-500', 'done-nonce-used'] as const) {
    for (const name of ['web', null]) {
      await onBench(async (bench) => {
        const { ens, options } = bench;
        ens.add(name ?? '', [{ Direction: 'ingress' }]);
        ens.add('another');
        ens.createFault = fault;
        const totalTimeoutMs = fault === 'done-silence' ? 300 : 10_000;
        const outcome = await provisionEns(planFor(name), { ...options, totalTimeoutMs }).execute();
        assert.deepEqual(outcome, { kind: 'adopted', SecurityGroupId: 'sg-3', earlier: false }, fault);
        assert.equal(ens.creates(), 1);
        assert.deepEqual(await outcomesOnDisk(bench), ['adopted']);
      });
    }
  }
});

test('a group that becomes visible late is waited for', async () => {
  await onBench(async ({ ens, options, waits }) => {
    ens.createFault = 'done-drop';
    ens.hideNew = 3;
    const events: ProgressEvent[] = [];
    const outcome = await provisionEns(planFor('web'), options).execute(undefined, (e) => events.push(e));
    assert.equal(outcome.kind, 'adopted');
    assert.deepEqual(waits, [2000, 4000, 8000]);
    assert.deepEqual(events.slice(2).at(-1), { step: 'reconciling', look: 4, of: 5 });
  });
});

test('what was lost and is not found stays unknown, and blocks the next attempt until acknowledged', async () => {
  await onBench(async (bench) => {
    const { ens, options } = bench;
    ens.createFault = 'drop';
    const first = await provisionEns(planFor('web'), options).execute();
    assert.ok(first.kind === 'unknown');
    assert.deepEqual([first.reason.code, first.search?.code], ['connection-lost', 'search-found-nothing']);
    assert.deepEqual(await outcomesOnDisk(bench), ['unknown']);

    ens.createFault = 'none';
    const again = provisionEns(planFor('web'), options);
    const prepared = await again.prepare();
    assert.ok(prepared.kind === 'ready');
    assert.equal(prepared.earlier.length, 1);
    const blocked = await again.execute();
    assert.ok(blocked.kind === 'unknown');
    assert.equal(blocked.reason.code, 'earlier-attempt-unknown');
    assert.equal(ens.creates(), 1);

    // Another content is another matter.
    assert.equal((await provisionEns(planFor('web', 'Other'), options).execute()).kind, 'created');
    await again.prepare();
    const created = await again.execute(undefined, undefined, { acknowledgeUnknown: true });
    assert.equal(created.kind, 'created');
  });
});

test('an acknowledged attempt no longer blocks', async () => {
  await onBench(async (bench) => {
    const { ens, options } = bench;
    ens.createFault = 'drop';
    await provisionEns(planFor('web'), options).execute();
    ens.createFault = 'none';
    const acknowledged = { ...options, acknowledgeUnknown: true };
    assert.equal((await provisionEns(planFor('web'), acknowledged).execute()).kind, 'created');
    assert.deepEqual(await outcomesOnDisk(bench), ['acknowledged', 'created']);
    const prepared = await provisionEns(planFor('web'), options).prepare();
    assert.ok(prepared.kind === 'ready');
    assert.deepEqual(prepared.earlier, []);
  });
});

test('after an acknowledged attempt a single new group may be that one: the user decides', async () => {
  await onBench(async ({ ens, options }) => {
    ens.createFault = 'drop';
    await provisionEns(planFor('web'), options).execute();
    ens.createFault = 'done-drop';
    const outcome = await provisionEns(planFor('web'), options).execute(undefined, undefined, {
      acknowledgeUnknown: true,
    });
    assert.ok(outcome.kind === 'unknown');
    assert.equal(outcome.search?.code, 'search-ambiguous');
    assert.deepEqual(outcome.candidates, [
      { SecurityGroupId: 'sg-1', createdAt: '2026-01-01T00:00:00Z', sameContent: true },
    ]);
    const later = await provisionEns(planFor('web'), options).execute();
    assert.ok(later.kind === 'unknown');
    assert.deepEqual(
      [later.reason.code, later.search?.code],
      ['earlier-attempt-unknown', 'search-ambiguous'],
    );
  });
});

test('after a crash the next preparation finds the group that was made', async () => {
  await onBench(async (bench) => {
    await crash(bench, 'done-drop');
    const provisioning = provisionEns(planFor('web'), bench.options);
    const prepared = await provisioning.prepare();
    assert.ok(prepared.kind === 'ready');
    assert.equal(prepared.resolvedEarlier?.SecurityGroupId, 'sg-1');
    assert.deepEqual(prepared.earlier, []);
    assert.deepEqual(await provisioning.execute(), {
      kind: 'adopted',
      SecurityGroupId: 'sg-1',
      earlier: true,
    });
    assert.equal(bench.ens.creates(), 1);
    assert.deepEqual(await outcomesOnDisk(bench), ['adopted']);
    // It is cleared up: a further creation is a new matter.
    const another = await provisionEns(planFor('web'), bench.options).execute();
    assert.deepEqual(another, { kind: 'created', SecurityGroupId: 'sg-2', RequestId: 'request-create' });
  });
});

test('after a crash another one can be wanted', async () => {
  await onBench(async (bench) => {
    await crash(bench, 'done-drop');
    const outcome = await provisionEns(planFor('web'), { ...bench.options, createAnother: true }).execute();
    assert.equal(outcome.kind, 'created');
  });
});

test('after a crash that left nothing to be found, the user has to decide', async () => {
  await onBench(async (bench) => {
    await crash(bench, 'drop');
    const outcome = await provisionEns(planFor('web'), bench.options).execute();
    assert.ok(outcome.kind === 'unknown');
    assert.deepEqual(
      [outcome.reason.code, outcome.search?.code],
      ['earlier-attempt-unknown', 'search-found-nothing'],
    );
    assert.equal(bench.ens.creates(), 1);
  });
});

test('a group found for another key of unknown owner is shown, not adopted', async () => {
  await onBench(async (bench) => {
    await crash(bench, 'done-drop');
    const options = {
      ...bench.options,
      env: { ...env, ALIBABA_CLOUD_SECURITY_TOKEN: 'temporary-token' },
    };
    const outcome = await provisionEns(planFor('web'), options).execute();
    assert.ok(outcome.kind === 'unknown');
    assert.equal(outcome.search?.code, 'search-ambiguous');
    assert.equal(outcome.candidates[0]?.SecurityGroupId, 'sg-1');
  });
});

test('twins of the same content are put to the user', async () => {
  await onBench(async ({ ens, options }) => {
    ens.createFault = 'done-drop';
    ens.onCreate = () => {
      ens.add('web', plannedRules, 'A test');
    };
    const outcome = await provisionEns(planFor('web'), options).execute();
    assert.ok(outcome.kind === 'unknown');
    assert.deepEqual(outcome.search, { code: 'search-found-several', count: 2 });
    assert.equal(outcome.candidates.length, 2);
  });
});

test('a group that existed before is never taken for the new one', async () => {
  for (const fault of ['drop', 'done-drop'] as const) {
    await onBench(async ({ ens, options }) => {
      ens.add('web', plannedRules, 'A test');
      ens.createFault = fault;
      const outcome = await provisionEns(planFor('web'), options).execute();
      if (fault === 'drop') {
        assert.ok(outcome.kind === 'unknown');
        assert.deepEqual([outcome.search?.code, outcome.candidates], ['search-found-nothing', []]);
      } else {
        assert.deepEqual(outcome, { kind: 'adopted', SecurityGroupId: 'sg-2', earlier: false });
      }
    });
  }
});

test('a group that another attempt has made is never taken for the new one', async () => {
  await onBench(async ({ ens, options }) => {
    ens.hideNew = 3;
    assert.equal((await provisionEns(planFor('web'), options).execute()).kind, 'created');
    ens.createFault = 'drop';
    const outcome = await provisionEns(planFor('web'), options).execute();
    assert.ok(outcome.kind === 'unknown');
    assert.deepEqual([outcome.search?.code, outcome.candidates], ['search-found-nothing', []]);
  });
});

test('a new group of another content is not adopted', async () => {
  await onBench(async ({ ens, options }) => {
    ens.createFault = 'drop';
    ens.onCreate = () => void ens.add('web');
    const outcome = await provisionEns(planFor('web'), options).execute();
    assert.ok(outcome.kind === 'unknown');
    assert.equal(outcome.search?.code, 'search-found-different');
    assert.equal(outcome.candidates[0]?.sameContent, false);
  });
});
