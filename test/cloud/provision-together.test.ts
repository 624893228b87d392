/** Several at once, and users who change their mind. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provisionEns } from '../../client/src/cloud/provision.ts';
import type { Outcome, ProgressEvent } from '../../client/src/cloud/provision-types.ts';
import { onBench, outcomesOnDisk } from './support/bench.ts';
import { planFor } from './support/fake-ens.ts';

test('what changes between confirmation and start is not overridden', async () => {
  await onBench(async ({ ens, options }) => {
    const [one, two] = [provisionEns(planFor('web'), options), provisionEns(planFor('web'), options)];
    await one.prepare();
    await two.prepare();
    assert.equal((await one.execute()).kind, 'created');
    assert.deepEqual(await two.execute(), { kind: 'busy', reason: { code: 'attempt-meanwhile' } });

    const three = provisionEns(planFor('db'), options);
    await three.prepare();
    const colleague = ens.add('db');
    assert.deepEqual(await three.execute(), {
      kind: 'busy',
      reason: { code: 'group-meanwhile', ids: [colleague] },
    });
    assert.equal(ens.creates(), 1);
  });
});

test('two at the same moment send one request', async () => {
  await onBench(async ({ ens, options }) => {
    const all = Array.from({ length: 5 }, () => provisionEns(planFor('web'), options));
    await Promise.all(all.map((provisioning) => provisioning.prepare()));
    const outcomes = await Promise.all(all.map((provisioning) => provisioning.execute()));
    assert.equal(outcomes.filter((outcome) => outcome.kind === 'created').length, 1);
    assert.equal(outcomes.filter((outcome) => outcome.kind === 'busy').length, 4);
    assert.equal(ens.creates(), 1);
  });
});

test('an attempt that is running is left alone by others', async () => {
  await onBench(async ({ ens, options }) => {
    ens.createFault = 'done-silence';
    let seen: Outcome | null = null;
    let looked: Promise<void> | null = null;
    ens.onCreate = () => {
      looked = (async () => {
        const other = provisionEns(planFor('web'), options);
        const prepared = await other.prepare();
        assert.ok(prepared.kind === 'ready');
        assert.equal(prepared.inProgress, true);
        seen = await other.execute(undefined, undefined, { acknowledgeUnknown: true });
      })();
    };
    const impatient = { ...options, totalTimeoutMs: 500 };
    assert.equal((await provisionEns(planFor('web'), impatient).execute()).kind, 'adopted');
    await looked;
    assert.deepEqual(seen, { kind: 'busy', reason: { code: 'attempt-meanwhile' } });
    assert.equal(ens.creates(), 1);
  });
});

test('cancelling before the request is sent leaves nothing behind', async () => {
  await onBench(async (bench) => {
    const { ens, options } = bench;
    const provisioning = provisionEns(planFor('web'), options);
    await provisioning.prepare();
    const controller = new AbortController();
    const stopAt = (step: string) => (event: ProgressEvent) => {
      if (event.step === step) controller.abort();
    };
    assert.deepEqual(await provisioning.execute(controller.signal, stopAt('creating')), {
      kind: 'cancelled',
    });
    assert.equal(ens.creates(), 0);
    assert.deepEqual(await outcomesOnDisk(bench), ['not-sent']);
    assert.deepEqual(await provisioning.execute(AbortSignal.abort()), { kind: 'cancelled' });
    assert.deepEqual(await provisioning.prepare(AbortSignal.abort()), { kind: 'cancelled' });
    assert.equal((await provisioning.execute()).kind, 'created');
  });
});

test('cancelling after it is sent looks for the group; giving up ends that', async () => {
  await onBench(async ({ ens, options }) => {
    ens.createFault = 'done-silence';
    const first = new AbortController();
    ens.onCreate = () => first.abort();
    const patient = { ...options, totalTimeoutMs: 60_000 };
    const adopted = await provisionEns(planFor('web'), patient).execute(first.signal);
    assert.equal(adopted.kind, 'adopted');

    ens.createFault = 'silence';
    const [second, giveUp] = [new AbortController(), new AbortController()];
    ens.onCreate = () => second.abort();
    const sleep = async () => giveUp.abort();
    const stopped = await provisionEns(planFor('db'), { ...patient, sleep }).execute(
      second.signal,
      undefined,
      {
        giveUp: giveUp.signal,
      },
    );
    assert.ok(stopped.kind === 'unknown');
    assert.deepEqual(
      [stopped.reason.code, stopped.search?.code],
      ['cancelled-after-sending', 'search-interrupted'],
    );
    assert.equal(ens.creates(), 2);
  });
});

test('a display that throws does not end an attempt', async () => {
  await onBench(async ({ options }) => {
    const outcome = await provisionEns(planFor('web'), options).execute(undefined, () => {
      throw new Error('display');
    });
    assert.equal(outcome.kind, 'created');
  });
});
