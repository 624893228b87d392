/** Whose key was refused: what a person is told to check must be where the key came from. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { adviceForCode } from '../../client/src/cloud/advice.ts';
import { provisionEns } from '../../client/src/cloud/provision.ts';
import { startSandbox } from '../../sandbox/src/index.ts';
import { planFor } from './support/fake-ens.ts';
import { config, id, inHome } from './support/home.ts';

/** What preparing gives when the sandbox knows the id, but with another secret. */
async function prepareWith(env: Record<string, string>, home: Parameters<typeof inHome>[0]) {
  const sandbox = await startSandbox({ port: 0, accessKeyId: id, accessKeySecret: 'another-secret' });
  try {
    return await inHome(home, async (directory) => {
      const options = { endpoint: sandbox.url, env, homedir: directory };
      return provisionEns(planFor('web'), { ...options, stateDirectory: join(directory, 'state') }).prepare();
    });
  } finally {
    await sandbox.close();
  }
}

test('a wrong secret of a profile is looked for in that profile', async () => {
  const refused = await prepareWith({}, { config });
  assert.ok(refused.kind === 'refused');
  assert.equal(refused.profile, 'work');
  assert.match(adviceForCode(refused.refusal.code, 'en', refused) ?? '', /the secret of the profile "work"/);
});

test('one of the environment is looked for there', async () => {
  const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'wrong' };
  const refused = await prepareWith(env, { config });
  assert.ok(refused.kind === 'refused');
  assert.equal(refused.profile, null);
  assert.match(adviceForCode(refused.refusal.code, 'en', refused) ?? '', /in the environment variables/);
});
