/**
 * The key in environment variables. One prefix is taken whole: an id of one and a secret of another never belong
 * together.
 */
import type { AccessKey } from './access-key.ts';
import type { CredentialsReason } from './reasons.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The prefix of today, then the two older ones that the vendor's CLI still reads. The CLI's fourth form without any
 * prefix (`ACCESS_KEY_ID`) is left out: other vendors' tools use it for their own keys.
 */
const prefixes = ['ALIBABA_CLOUD_', 'ALIBABACLOUD_', 'ALICLOUD_'];

export type EnvironmentKey =
  | { readonly kind: 'ok'; readonly key: AccessKey }
  | { readonly kind: 'absent' }
  | { readonly kind: 'error'; readonly reason: CredentialsReason };

/** The first prefix with an id or a secret counts; with only one of them it is an error, not a reason to go on. */
export function environmentKey(env: Environment): EnvironmentKey {
  for (const prefix of prefixes) {
    const idName = `${prefix}ACCESS_KEY_ID`;
    const secretName = `${prefix}ACCESS_KEY_SECRET`;
    const id = env[idName] ?? '';
    const secret = env[secretName] ?? '';
    const token = env[`${prefix}SECURITY_TOKEN`] ?? '';
    if (id === '' && secret === '') continue;
    if (secret === '') return incomplete(idName, secretName);
    if (id === '') return incomplete(secretName, idName);
    return { kind: 'ok', key: token === '' ? { id, secret } : { id, secret, token } };
  }
  return { kind: 'absent' };
}

/** Region that the environment names, or null. */
export function environmentRegion(env: Environment): string | null {
  for (const prefix of prefixes) {
    const region = env[`${prefix}REGION_ID`];
    if (region) return region;
  }
  return null;
}

function incomplete(present: string, missing: string): EnvironmentKey {
  return { kind: 'error', reason: { code: 'environment-incomplete', present, missing } };
}
