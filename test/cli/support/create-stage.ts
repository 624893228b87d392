/** `alisg create` beside a real sandbox that can fail on demand. */
import path from 'node:path';
import type { TestContext } from 'node:test';
import { z } from 'zod';
import { type Fault, startSandbox } from '../../../sandbox/src/index.ts';
import { type Place, placeFor } from './alisg.ts';
import { group, rule } from './definitions.ts';

export const keys = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'sandbox',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'sandbox-secret',
};
export const createAction = 'CreateSecurityGroup';
export const listAction = 'DescribeSecurityGroups';

/** What the JSON of every outcome that concerns one group says besides. */
export const subject = {
  version: z.literal(1),
  path: z.string(),
  group: z.int(),
  product: z.literal('ens'),
  name: z.string(),
};

/** A folder with the definition `web.sg.yaml`, and a sandbox; both go when the test ends. */
export async function stage(context: TestContext) {
  const place = placeFor(context);
  const sandbox = await startSandbox();
  context.after(() => sandbox.close());
  place.write('web.sg.yaml', group('web', rule(), rule({ SourceCidrIp: '0.0.0.0/0' })));
  const args = (...more: string[]) => ['create', 'web.sg.yaml', '--endpoint', sandbox.url, ...more];
  const created = () => sandbox.requests().filter((r) => r.action === createAction).length;
  const faults = (...schedule: Fault[]) => sandbox.setFaults(schedule);
  const run = (more: readonly string[] = [], env: Record<string, string> = {}) =>
    place.run(args('--yes', '--format', 'json', ...more), { env: { ...keys, ...env } });
  return { place, sandbox, args, created, faults, run };
}

/** The journal of a place. */
export const journal = ({ folder }: Place) => path.join(folder, 'state', 'alisg', 'journal.jsonl');
