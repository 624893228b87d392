/**
 * An empty ENS, an empty state directory and the options that lead to both.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Journal } from '../../../client/src/cloud/journal.ts';
import type { ProvisionOptions } from '../../../client/src/cloud/provision-types.ts';
import type { FakeEns } from './fake-ens.ts';
import { startFakeEns } from './fake-ens.ts';
import { allText, withDirectory } from './temporary.ts';

export const secret = 'the-secret-of-the-tests';
export const env = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tProvisioning0001',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
};

export interface Bench {
  readonly ens: FakeEns;
  readonly directory: string;
  readonly options: ProvisionOptions;
  /** Waits that were asked for, in milliseconds. */
  readonly waits: number[];
}

/** Runs with an empty ENS and an empty state directory; checks afterwards that nothing on disk holds the secret. */
export async function onBench<T>(run: (bench: Bench) => Promise<T>): Promise<T> {
  const ens = await startFakeEns();
  try {
    return await withDirectory(async (directory) => {
      const waits: number[] = [];
      const options: ProvisionOptions = {
        env,
        homedir: join(directory, 'nobody'),
        endpoint: ens.server.url,
        stateDirectory: join(directory, 'state'),
        totalTimeoutMs: 10_000,
        sleep: async (ms) => void waits.push(ms),
        file: '/definitions/web.sg.yaml',
      };
      const result = await run({ ens, directory, options, waits });
      assert.ok(!(await allText(directory)).includes(secret));
      return result;
    });
  } finally {
    await ens.server.close();
  }
}

/** The last outcome of each recorded intent. */
export async function outcomesOnDisk({ options }: Bench): Promise<(string | null)[]> {
  const contents = await new Journal(options.stateDirectory ?? '').read();
  return contents.kind === 'ok' ? contents.entries.map((entry) => entry.outcome?.kind ?? null) : [];
}
