/**
 * Signs requests for tests of the sandbox, with a signer of its own: it shares nothing with what it tests, so that a
 * misreading on one side shows. Every piece can be overridden, to make wrong requests.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';

export interface Keys {
  readonly id: string;
  readonly secret: string;
  readonly token?: string;
}

export const sandboxKeys: Keys = { id: 'sandbox', secret: 'sandbox-secret' };

/** RFC 3986: everything but letters, digits and `-._~`. */
export function encode(text: string): string {
  return Array.from(Buffer.from(text, 'utf8'), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9._~-]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** A query or a form body, in the order of the object. */
export function encodeAll(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** A moment as `yyyy-MM-ddTHH:mm:ssZ`. */
export function stamp(moment: Date = new Date()): string {
  return moment.toISOString().replace(/\.\d+Z$/, 'Z');
}

export interface V3Input {
  readonly method: string;
  readonly host: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  readonly action: string;
  readonly version?: string;
  readonly keys?: Keys;
  readonly date?: string;
  readonly nonce?: string;
  /** Headers that are added, or replace the usual ones, before signing. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Names of headers that are sent and not signed. */
  readonly unsigned?: readonly string[];
}

/** The headers of a V3 request, `authorization` included. */
export function v3Headers(input: V3Input): Record<string, string> {
  const keys = input.keys ?? sandboxKeys;
  const bodyHash = createHash('sha256').update(input.body).digest('hex');
  const headers: Record<string, string> = {
    host: input.host,
    'x-acs-action': input.action,
    'x-acs-version': input.version ?? '2017-11-10',
    'x-acs-date': input.date ?? stamp(),
    'x-acs-signature-nonce': input.nonce ?? randomUUID(),
    'x-acs-content-sha256': bodyHash,
    ...(input.body !== '' && { 'content-type': 'application/x-www-form-urlencoded' }),
    ...(keys.token !== undefined && { 'x-acs-security-token': keys.token }),
    ...input.headers,
  };
  const signed = Object.keys(headers)
    .filter((name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'))
    .filter((name) => !input.unsigned?.includes(name))
    .sort();
  const query = Object.keys(input.query)
    .sort()
    .map((name) => `${encode(name)}=${encode(input.query[name] ?? '')}`)
    .join('&');
  const canonical = `${input.method}\n/\n${query}\n${signed.map((name) => `${name}:${headers[name]}\n`).join('')}\n${signed.join(';')}\n${bodyHash}`;
  const toSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
  const signature = createHmac('sha256', keys.secret).update(toSign).digest('hex');
  headers.authorization = `ACS3-HMAC-SHA256 Credential=${keys.id},SignedHeaders=${signed.join(';')},Signature=${signature}`;
  return headers;
}

/** The parameters of an RPC request, common ones and `Signature` included. */
export function rpcParameters(
  method: string,
  action: string,
  parameters: Readonly<Record<string, string>>,
  { keys = sandboxKeys, overrides = {} }: { keys?: Keys; overrides?: Readonly<Record<string, string>> } = {},
): Record<string, string> {
  const all: Record<string, string> = {
    Action: action,
    Version: '2017-11-10',
    Format: 'JSON',
    AccessKeyId: keys.id,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: stamp(),
    ...(keys.token !== undefined && { SecurityToken: keys.token }),
    ...parameters,
    ...overrides,
  };
  const canonical = Object.keys(all)
    .sort()
    .map((name) => `${encode(name)}=${encode(all[name] ?? '')}`)
    .join('&');
  const toSign = `${method}&%2F&${encode(canonical)}`;
  all.Signature = createHmac('sha1', `${keys.secret}&`).update(toSign).digest('base64');
  return all;
}
