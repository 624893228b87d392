/**
 * Home directories with the files in which keys are kept.
 */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CredentialOptions } from '../../../client/src/cloud/credentials.ts';
import { resolveCredentials } from '../../../client/src/cloud/credentials.ts';
import { describeReason } from '../../../client/src/cloud/messages.ts';
import { withDirectory } from './temporary.ts';

export const id = 'LTAI5tCredentials00001';
export const secret = 'the-secret-of-the-tests';

export interface Home {
  readonly config?: unknown;
  readonly ini?: string;
}

export async function inHome<T>(home: Home, run: (directory: string) => Promise<T>): Promise<T> {
  return withDirectory(async (directory) => {
    await mkdir(join(directory, '.aliyun'));
    await mkdir(join(directory, '.alibabacloud'));
    const { config, ini } = home;
    if (config !== undefined) {
      const text = typeof config === 'string' ? config : JSON.stringify(config);
      await writeFile(join(directory, '.aliyun', 'config.json'), text);
    }
    if (ini !== undefined) await writeFile(join(directory, '.alibabacloud', 'credentials'), ini);
    return run(directory);
  });
}

/** Resolves in a home; checks on the way that no text holds the secret. */
export async function resolveIn(home: Home, options: CredentialOptions = {}) {
  return inHome(home, async (directory) => {
    const result = await resolveCredentials({ ...options, env: { HOME: directory, ...options.env } });
    if (result.kind === 'ok') return result;
    const texts = [describeReason(result.reason, 'en'), describeReason(result.reason, 'zh-cn')];
    assert.ok(!(JSON.stringify(result) + texts.join()).includes(secret));
    return result;
  });
}

export async function reasonIn(home: Home, options: CredentialOptions = {}): Promise<string> {
  const result = await resolveIn(home, options);
  return result.kind === 'ok' ? 'ok' : result.reason.code;
}

export const ak = {
  name: 'work',
  mode: 'AK',
  access_key_id: id,
  access_key_secret: secret,
  region_id: 'cn-beijing',
};
export const config = { current: 'work', profiles: [ak] };
