/**
 * Runs a provider with a time limit and a cancellation that the SDK itself lacks, and reduces its failures to codes.
 */
import type { AccessKey } from './access-key.ts';
import { malformedPart } from './access-key.ts';
import type { KeyResult } from './credentials.ts';
import { errorCode } from './reasons.ts';

interface ObtainOptions {
  readonly profile: string;
  readonly mode: string;
  readonly timeoutMs: number;
}

/**
 * Makes the `get` of a profile. The provider is built on the first use and kept, so that a fetched key is used until it
 * expires; after a failure the next use builds a new one, because a provider of the SDK keeps its failed state.
 */
export function obtain(
  start: () => Promise<() => Promise<AccessKey>>,
  options: ObtainOptions,
): (signal?: AbortSignal) => Promise<KeyResult> {
  let provider: Promise<() => Promise<AccessKey>> | null = null;
  return async (signal) => {
    provider ??= start();
    const current = provider;
    const result = await limited(async () => (await current)(), options, signal);
    if (result.kind === 'error') provider = null;
    return result;
  };
}

async function limited(
  run: () => Promise<AccessKey>,
  options: ObtainOptions,
  signal: AbortSignal | undefined,
): Promise<KeyResult> {
  const { profile, mode, timeoutMs } = options;
  const unavailable = (detail: string | null): KeyResult => ({
    kind: 'error',
    reason: { code: 'credentials-unavailable', profile, mode, detail },
  });
  return new Promise((resolve) => {
    const finish = (result: KeyResult) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(result);
    };
    const cancel = () => finish({ kind: 'error', reason: { code: 'cancelled' } });
    const timer = setTimeout(() => finish(unavailable('ETIMEDOUT')), timeoutMs);
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted) return cancel();
    run().then(
      (key) => {
        const part = malformedPart(key);
        finish(
          part === null
            ? { kind: 'ok', key }
            : { kind: 'error', reason: { code: 'key-malformed', profile, part } },
        );
      },
      (error: unknown) => finish(unavailable(detailOf(error))),
    );
  });
}

/**
 * The one thing that may be said about a failure of the SDK: a system's error code, or the error code of the security
 * token service, which the SDK quotes as part of its whole answer.
 */
function detailOf(error: unknown): string | null {
  const code = errorCode(error);
  if (code !== 'unknown') return code;
  const quoted =
    error instanceof Error ? /"Code"\s*:\s*"([A-Za-z][A-Za-z0-9.]{1,80})"/.exec(error.message) : null;
  return quoted?.[1] ?? null;
}
