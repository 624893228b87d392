/**
 * Reads an HTTP answer of the API: done, refused, or nothing that says which. Pure; what the vendor writes is passed
 * on only after the keys of the user have been removed from it.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { CloudRefusal } from '../../../server/src/core/plan/plan.ts';
import type { AccessKey } from './access-key.ts';
import { redact } from './access-key.ts';
import type { AnswerReason, ConnectionReason, CredentialsReason } from './reasons.ts';

/** What became of one call. */
export type CallResult =
  | {
      readonly kind: 'ok';
      readonly body: Readonly<Record<string, unknown>>;
      readonly requestId: string | null;
    }
  | Refused
  /** The request provably never left this machine. */
  | { readonly kind: 'not-sent'; readonly reason: ConnectionReason | CredentialsReason }
  /** The request may have arrived and may have been carried out. */
  | { readonly kind: 'lost'; readonly reason: AnswerReason };

export interface Refused {
  readonly kind: 'refused';
  readonly refusal: CloudRefusal;
  /** How long the server asks to wait. */
  readonly retryAfterSeconds?: number;
  /** Server's clock minus this machine's; present when the refusal is about the time. */
  readonly clockSkewSeconds?: number;
}

/** A complete HTTP answer. */
export interface Answer {
  readonly httpStatus: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Longest vendor message that is passed on, in characters. */
const longestMessage = 2000;

/** Codes with which some of the vendor's APIs mark success in a 2xx answer. */
const successCodes = new Set(['', '0', '200', 'OK', 'Success']);

/**
 * Interprets an answer.
 * @param key the key that signed the request, to be removed from texts; `signature` likewise.
 * @param now this machine's clock, to tell how far it is off.
 */
export function readAnswer(answer: Answer, key: AccessKey, signature: string, now: Date): CallResult {
  const { httpStatus } = answer;
  const body = parseObject(answer.body);
  const code = body === null ? '' : textOf(body.Code);
  const isError = httpStatus >= 400 ? code !== '' : !successCodes.has(code);
  if (body === null || httpStatus < 200 || (httpStatus >= 300 && (httpStatus < 400 || !isError))) {
    return {
      kind: 'lost',
      reason: { code: httpStatus >= 500 ? 'server-error' : 'answer-unreadable', httpStatus },
    };
  }
  const requestId = textOf(body.RequestId) || headerOf(answer, 'x-acs-request-id') || null;
  if (!isError) return { kind: 'ok', body, requestId };
  const clean = (text: string) => redact(text, key, signature).slice(0, longestMessage);
  const refusal: CloudRefusal = {
    code: clean(code),
    message: clean(textOf(body.Message)),
    requestId: requestId === null ? null : clean(requestId),
    httpStatus,
  };
  const retryAfterSeconds = retryAfter(answer);
  const clockSkewSeconds = /timestamp|signatureexpired/i.test(code) ? clockSkew(answer, now) : null;
  return {
    kind: 'refused',
    refusal,
    ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
    ...(clockSkewSeconds === null ? {} : { clockSkewSeconds }),
  };
}

/**
 * Whether a refusal proves that nothing was done. A 4xx answer does, and so does throttling, whatever its status: the
 * gateway says so before the product sees the request. Any other 5xx may come after the deed; the vendor's page on
 * idempotence names 500 and 503 as answers that leave it open. A nonce is never used twice here, so a repeated one
 * means that something on the way has delivered the request twice, and the other copy may have been carried out.
 */
export function isConclusive(refusal: CloudRefusal): boolean {
  if (refusal.code === 'SignatureNonceUsed') return false;
  return refusal.httpStatus >= 400 && (refusal.httpStatus < 500 || /throttling/i.test(refusal.code));
}

/** Whether a refusal means that this key may not do this, rather than that something is wrong with the request. */
export function isPermissionRefusal(refusal: CloudRefusal): boolean {
  return /^(nopermission|forbidden|authram|unauthorized|accessdenied)/i.test(refusal.code);
}

/** A member that should be a string or a number, as text; anything else is the empty text. */
export function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}

/** A JSON object, or null. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return objectOf(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return null;
  }
}

function headerOf(answer: Answer, name: string): string {
  return textOf(answer.headers[name]);
}

/** `x-acs-retry-after` counts milliseconds, as the vendor's SDKs read it; `Retry-After` counts seconds (RFC 9110). */
function retryAfter(answer: Answer): number | null {
  const milliseconds = Number(headerOf(answer, 'x-acs-retry-after') || Number.NaN);
  const seconds = Number.isFinite(milliseconds)
    ? milliseconds / 1000
    : Number(headerOf(answer, 'retry-after') || Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}

function clockSkew(answer: Answer, now: Date): number | null {
  const server = Date.parse(headerOf(answer, 'date'));
  return Number.isNaN(server) ? null : Math.round((server - now.getTime()) / 1000);
}
