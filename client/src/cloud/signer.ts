/**
 * Signs requests with the V3 algorithm, ACS3-HMAC-SHA256. A pure function of its arguments: no clock, no random
 * number, no network. Source: "V3 request structure and signature" in the vendor's SDK documentation.
 */
import { createHash, createHmac } from 'node:crypto';
import type { AccessKey } from './access-key.ts';

const algorithm = 'ACS3-HMAC-SHA256';

/** A request in RPC style. Its path is always `/`; where the parameters stand is the caller's choice. */
export interface UnsignedRequest {
  readonly method: 'GET' | 'POST';
  /** As in the Host header: with the port, if that is not the default one. */
  readonly host: string;
  readonly action: string;
  /** API version, e.g. `2017-11-10`. */
  readonly version: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  /** Present exactly if there is a body. */
  readonly contentType?: string;
  /** Further `x-acs-…` headers to be sent and signed; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What goes onto the wire, and the two intermediate values that make a wrong signature explainable. */
export interface SignedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly canonicalRequestHash: string;
  readonly signature: string;
}

/**
 * Percent-encodes as RFC 3986 says: everything but letters, digits, `-`, `.`, `_` and `~`. A lone surrogate, which
 * has no UTF-8 form, becomes U+FFFD, as it does when the same text is written to a socket.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8')).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `a=1&b=2`, percent-encoded, in the order of the keys. Valid as a query and as a form body. */
export function encodeParameters(parameters: Readonly<Record<string, string>>): string {
  return encodePairs(Object.entries(parameters));
}

/** `yyyy-MM-ddTHH:mm:ssZ`, the only form that `x-acs-date` may have. */
export function acsDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * Signs one request.
 * @param nonce any text that was never used before, at most 64 characters; the server refuses a repeated one.
 */
export function signRequest(
  request: UnsignedRequest,
  key: AccessKey,
  date: Date,
  nonce: string,
): SignedRequest {
  const bodyHash = sha256(request.body);
  const signed: Record<string, string> = {
    ...request.headers,
    host: request.host,
    'x-acs-action': request.action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': acsDate(date),
    'x-acs-signature-nonce': nonce,
    'x-acs-version': request.version,
    ...(request.contentType === undefined ? {} : { 'content-type': request.contentType }),
    ...(key.token === undefined ? {} : { 'x-acs-security-token': key.token }),
  };
  const names = Object.keys(signed).sort();
  const query = encodePairs(Object.entries(request.query).sort(byName));
  const canonicalRequest = [
    request.method,
    '/',
    query,
    ...names.map((name) => `${name}:${signed[name]?.trim()}`),
    '',
    names.join(';'),
    bodyHash,
  ].join('\n');
  const canonicalRequestHash = sha256(canonicalRequest);
  const signature = createHmac('sha256', key.secret)
    .update(`${algorithm}\n${canonicalRequestHash}`)
    .digest('hex');
  const authorization = `${algorithm} Credential=${key.id},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return {
    path: query === '' ? '/' : `/?${query}`,
    headers: { ...signed, authorization },
    canonicalRequestHash,
    signature,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function encodePairs(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
}

/** By UTF-16 code units, as the vendor's own libraries sort. */
function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
