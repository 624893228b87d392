/**
 * Whatever goes wrong, in whatever order: at most one create request per execution, none after an unknown outcome
 * without the user's word, no claim that is not true, an end within bounds, and no secret anywhere.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { adviceForCode } from '../../client/src/cloud/advice.ts';
import { describeReason } from '../../client/src/cloud/messages.ts';
import { provisionEns } from '../../client/src/cloud/provision.ts';
import type { Outcome, PrepareResult, ProvisionOptions } from '../../client/src/cloud/provision-types.ts';
import type { Reason } from '../../client/src/cloud/reasons.ts';
import type { FakeEns } from './support/fake-ens.ts';
import { createFaults, planFor, plannedRules, readFaults, startFakeEns } from './support/fake-ens.ts';
import { allText, withDirectory } from './support/temporary.ts';

const secret = 'the-secret-of-the-tests';
const token = 'the-token-of-the-tests';
const keyEnv = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tProvisioning0001',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
};

/** One of several, of which the first is the usual one. */
function usually<const T, const U>(usual: T, weight: number, ...others: readonly U[]): fc.Arbitrary<T | U> {
  return fc.oneof(
    { weight, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

/** One execution: what the server does, and what the user does. */
const execution = fc.record({
  createFault: fc.constantFrom(...createFaults),
  readFaults: fc.array(usually('none', 4, ...readFaults), { maxLength: 8 }),
  hideNew: usually(0, 1, 1, 2, 3, 7),
  preparesFirst: fc.boolean(),
  acknowledges: fc.boolean(),
  cancelsAt: usually('never', 3, 'start', 'listing', 'creating', 'arrival', 'reconciling'),
  givesUpAt: usually(0, 4, 1, 3),
  temporaryKey: usually(false, 3, true),
});
type Execution = typeof execution extends fc.Arbitrary<infer T> ? T : never;

test('random fault schedules', async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(execution, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('web', null),
      fc.integer({ min: 0, max: 2 }),
      async (executions, name, twins) => {
        const ens = await startFakeEns();
        try {
          await withDirectory(async (directory) => {
            const twinIds = Array.from({ length: twins }, () => ens.add(name ?? '', plannedRules, 'A test'));
            let open = false;
            for (const step of executions) {
              const outcome = await runOne(ens, directory, step, name, open);
              if (outcome.kind === 'adopted') assert.ok(!twinIds.includes(outcome.SecurityGroupId));
              kinds.add(outcome.kind);
              open = isOpenAfter(outcome, open);
            }
          });
        } finally {
          await ens.server.close();
        }
      },
    ),
    { seed: 20261121, numRuns: 120 },
  );
  const expected = ['adopted', 'busy', 'cancelled', 'created', 'not-sent', 'refused', 'unknown'];
  assert.deepEqual([...kinds].sort(), expected, 'the schedules reach every outcome');
});

/** Runs one execution and checks everything about it. */
async function runOne(
  ens: FakeEns,
  directory: string,
  step: Execution,
  name: string | null,
  wasOpen: boolean,
): Promise<Outcome> {
  const [cancel, giveUp] = [new AbortController(), new AbortController()];
  const options: ProvisionOptions = {
    env: step.temporaryKey ? { ...keyEnv, ALIBABA_CLOUD_SECURITY_TOKEN: token } : keyEnv,
    homedir: join(directory, 'nobody'),
    endpoint: ens.server.url,
    stateDirectory: join(directory, 'state'),
    totalTimeoutMs: step.createFault.endsWith('silence') ? 100 : 10_000,
    sleep: async () => {},
    acknowledgeUnknown: step.acknowledges,
  };
  const before = { creates: ens.creates(), groups: ens.groups.length };
  ens.createFault = step.createFault;
  ens.readFaults = [...step.readFaults];
  ens.hideNew = step.hideNew;
  ens.onCreate = () => {
    if (step.cancelsAt === 'arrival') cancel.abort();
  };
  if (step.cancelsAt === 'start') cancel.abort();

  const provisioning = provisionEns(planFor(name), options);
  const shown: (Outcome | PrepareResult)[] = [];
  if (step.preparesFirst) shown.push(await provisioning.prepare());
  assert.equal(ens.creates(), before.creates, 'preparing creates nothing');
  const outcome = await provisioning.execute(
    cancel.signal,
    (event) => {
      if (event.step === step.cancelsAt) cancel.abort();
      if (event.step === 'reconciling' && event.look === step.givesUpAt) giveUp.abort();
    },
    { giveUp: giveUp.signal },
  );
  shown.push(outcome);

  const sent = ens.creates() - before.creates;
  const made = ens.groups.slice(before.groups);
  assert.ok(sent <= 1, `${sent} create requests`);
  if (wasOpen && !step.acknowledges) assert.equal(sent, 0, 'no request while an earlier outcome is open');
  checkTruth(ens, outcome, made, sent, name);
  await checkSecrets(directory, shown);

  return outcome;
}

/** Whether it is open, after an execution, what became of it or of an earlier one. */
function isOpenAfter(outcome: Outcome, wasOpen: boolean): boolean {
  if (outcome.kind === 'unknown') return true;
  // A created or adopted group settles the earlier attempts; everything else changes nothing about them.
  return outcome.kind === 'created' || outcome.kind === 'adopted' ? false : wasOpen;
}

/** What an outcome says must be what the server knows. */
function checkTruth(
  ens: FakeEns,
  outcome: Outcome,
  made: FakeEns['groups'],
  sent: number,
  name: string | null,
): void {
  switch (outcome.kind) {
    case 'created':
      assert.deepEqual([made.map((group) => group.id), sent], [[outcome.SecurityGroupId], 1]);
      break;
    case 'adopted': {
      const group = ens.groups.find(({ id }) => id === outcome.SecurityGroupId);
      assert.equal(group?.name, name ?? '');
      assert.equal(outcome.earlier, sent === 0);
      if (!outcome.earlier) assert.equal(made[0]?.id, outcome.SecurityGroupId);
      break;
    }
    case 'refused':
      assert.equal(made.length, 0);
      break;
    case 'not-sent':
    case 'cancelled':
    case 'busy':
      assert.deepEqual([made.length, sent], [0, 0]);
      break;
    case 'unknown':
      assert.equal(outcome.reason.code === 'earlier-attempt-unknown', sent === 0);
  }
}

async function checkSecrets(directory: string, shown: readonly (Outcome | PrepareResult)[]): Promise<void> {
  const texts = shown.flatMap((result) => {
    const reasons: Reason[] = [];
    if ('reason' in result) reasons.push(result.reason);
    if ('search' in result && result.search !== null) reasons.push(result.search);
    const code = result.kind === 'refused' ? result.refusal.code : '';
    return [
      JSON.stringify(result),
      ...reasons.flatMap((reason) => [describeReason(reason, 'en'), describeReason(reason, 'zh-cn')]),
      adviceForCode(code, 'en') ?? '',
    ];
  });
  const all = texts.join('\n') + (await allText(directory));
  for (const hidden of [secret, token, keyEnv.ALIBABA_CLOUD_ACCESS_KEY_ID]) assert.ok(!all.includes(hidden));
}
