/**
 * An endpoint and a key, put together so that calls can be made. The key stays in here: callers see masked ids.
 */
import { createHash } from 'node:crypto';
import type { AccessKey } from './access-key.ts';
import { maskAccessKeyId } from './access-key.ts';
import type { CredentialOptions, CredentialSource, KeyResult } from './credentials.ts';
import { resolveCredentials } from './credentials.ts';
import type { Endpoint } from './endpoints.ts';
import { defaultEnsEndpoint, parseEndpoint } from './endpoints.ts';
import type { EnsCall } from './ens-groups.ts';
import { ensVersion } from './ens-groups.ts';
import type { ConnectionReason, CredentialsReason } from './reasons.ts';
import type { TransportOptions } from './transport.ts';
import { makeCall } from './transport.ts';

/** Everything environmental, with defaults; see the two parents. */
export interface SessionOptions extends CredentialOptions, TransportOptions {
  /** URL or host; default `https://ens.aliyuncs.com`. */
  readonly endpoint?: string;
}

/** Calls to ENS with one key. */
export interface Session {
  readonly endpoint: Endpoint;
  readonly source: CredentialSource;
  readonly maskedId: string;
  /** SHA-256 of `principalOf`, shortened; null if it is not known for certain who asks. */
  readonly principal: string | null;
  readonly call: EnsCall;
}

export type SessionResult =
  | { readonly kind: 'ok'; readonly session: Session }
  | { readonly kind: 'no-credentials'; readonly reason: CredentialsReason }
  | { readonly kind: 'failed'; readonly reason: ConnectionReason };

/** Finds endpoint and key, and fetches the key once, so that a broken profile shows before anything is asked. */
export async function openEnsSession(options: SessionOptions, signal?: AbortSignal): Promise<SessionResult> {
  const parsed = parseEndpoint(options.endpoint || defaultEnsEndpoint);
  if (parsed.kind === 'error') return { kind: 'failed', reason: parsed.reason };
  const { endpoint } = parsed;
  const found = await resolveCredentials(options);
  if (found.kind !== 'ok') return { kind: 'no-credentials', reason: found.reason };
  const first = await found.get(signal);
  if (first.kind === 'error') return failure(first);
  return {
    kind: 'ok',
    session: {
      endpoint,
      source: found.source,
      maskedId: found.maskedId ?? maskAccessKeyId(first.key.id),
      principal: found.principal === null ? null : digest(found.principal),
      call: async (action, parameters, callSignal) => {
        // Asked for each call: a fetched key may have expired while the user was thinking.
        const key = await found.get(callSignal);
        return key.kind === 'error'
          ? { kind: 'not-sent', reason: key.reason }
          : callEns(endpoint, key.key, action, parameters, options, callSignal);
      },
    },
  };
}

function callEns(
  endpoint: Endpoint,
  key: AccessKey,
  action: string,
  parameters: Readonly<Record<string, string>>,
  options: TransportOptions,
  signal: AbortSignal | undefined,
): ReturnType<EnsCall> {
  return makeCall(
    { endpoint, product: 'ens', action, version: ensVersion, parameters, key },
    options,
    signal,
  );
}

function failure(result: Extract<KeyResult, { kind: 'error' }>): SessionResult {
  const { reason } = result;
  return reason.code === 'cancelled' ? { kind: 'failed', reason } : { kind: 'no-credentials', reason };
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32);
}
