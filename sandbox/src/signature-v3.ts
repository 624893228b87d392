/**
 * Signature method V3, ACS3-HMAC-SHA256, written from the vendor's description "Request structure and signature
 * method V3". It recalculates the signature from the request as received, never from anything that the client says it
 * signed.
 */
import { createHash, createHmac } from 'node:crypto';
import { type ApiError, type Result, refusal, success } from './api-error.ts';
import { incompleteSignature, missingParameter, signatureDoesNotMatch } from './gateway-errors.ts';
import { type HttpRequest, header, mergeParameters } from './http-request.ts';
import type { SignedCall } from './signed-call.ts';
import { equalText } from './timing-safe.ts';
import { percentEncode } from './url-encoding.ts';

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** Headers every request must carry, and sign. */
const REQUIRED_HEADERS = [
  'host',
  'x-acs-action',
  'x-acs-version',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-content-sha256',
] as const;

/** The part of a request that the signature covers. */
export type SignedPart = Pick<HttpRequest, 'method' | 'query' | 'headers' | 'body'>;

interface Authorization {
  readonly accessKeyId: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Reads `ACS3-HMAC-SHA256 Credential=…,SignedHeaders=a;b,Signature=…`, in this order, as documented. */
function parseAuthorization(value: string): Authorization | undefined {
  const match = /^ACS3-HMAC-SHA256 Credential=([^,\s]+),SignedHeaders=([^,\s]+),Signature=([^,\s]+)$/.exec(
    value,
  );
  const [, accessKeyId, signedHeaders, signature] = match ?? [];
  if (accessKeyId === undefined || signedHeaders === undefined || signature === undefined) return undefined;
  return { accessKeyId, signedHeaders: signedHeaders.split(';'), signature };
}

function sha256Hex(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * The canonical request: method, `/` (the resource of every RPC-style action), the query sorted by name, the signed
 * headers, their names, and the hash of the body, a line each.
 */
export function canonicalRequest(request: SignedPart, signedHeaders: readonly string[]): string {
  const query = [...request.query]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, value }) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
  const lines = signedHeaders.map((name) => `${name}:${header(request.headers, name) ?? ''}\n`).join('');
  return [request.method, '/', query, lines, signedHeaders.join(';'), sha256Hex(request.body)].join('\n');
}

function stringToSign(request: SignedPart, signedHeaders: readonly string[]): string {
  return `${ALGORITHM}\n${sha256Hex(canonicalRequest(request, signedHeaders))}`;
}

/** The signature that `secret` gives for a request: HMAC-SHA256 in lower-case hexadecimal, 64 digits. */
export function calculateV3Signature(
  request: SignedPart,
  signedHeaders: readonly string[],
  secret: string,
): string {
  return createHmac('sha256', secret).update(stringToSign(request, signedHeaders), 'utf8').digest('hex');
}

/** What is wrong with the list of signed headers, if anything: it must be in order and cover everything that decides. */
function signedHeadersError(request: SignedPart, signed: readonly string[]): ApiError | undefined {
  const mustSign = [...request.headers.keys()].filter(
    (name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'),
  );
  for (const name of mustSign) {
    if (!signed.includes(name)) return incompleteSignature(`The header ${name} is not signed.`);
  }
  for (const [index, name] of signed.entries()) {
    if (name !== name.toLowerCase()) return incompleteSignature('SignedHeaders must be in lower case.');
    if (!request.headers.has(name)) {
      return incompleteSignature(`SignedHeaders names "${name.slice(0, 100)}", which was not sent.`);
    }
    if (index > 0 && (signed[index - 1] ?? '') >= name) {
      return incompleteSignature('SignedHeaders must be sorted, each name once.');
    }
  }
  return undefined;
}

function verify(request: HttpRequest, authorization: Authorization, secret: string): ApiError | undefined {
  const incomplete = signedHeadersError(request, authorization.signedHeaders);
  if (incomplete) return incomplete;
  if (!equalText(header(request.headers, 'x-acs-content-sha256') ?? '', sha256Hex(request.body))) {
    return signatureDoesNotMatch(
      'x-acs-content-sha256 is not the SHA-256 of the body, in lower-case hexadecimal.',
    );
  }
  const expected = calculateV3Signature(request, authorization.signedHeaders, secret);
  if (equalText(authorization.signature, expected)) return undefined;
  // The string to sign is a hash: it helps to find the difference and shows neither secret nor token.
  const shown = stringToSign(request, authorization.signedHeaders).replace('\n', '\\n');
  return signatureDoesNotMatch(`server StringToSign is [${shown}]`);
}

/** Reads a request that carries an Authorization header; nothing in the result is proven before `verify`. */
export function readV3Call(request: HttpRequest): Result<SignedCall> {
  const authorization = parseAuthorization(header(request.headers, 'authorization') ?? '');
  if (!authorization) {
    return refusal(
      incompleteSignature(
        `Authorization must read "${ALGORITHM} Credential=<id>,SignedHeaders=<names>,Signature=<hex>".`,
      ),
    );
  }
  for (const name of REQUIRED_HEADERS) {
    if ((header(request.headers, name) ?? '') === '') return refusal(missingParameter(name));
  }
  const parameters = mergeParameters(request);
  if (!parameters.ok) return parameters;
  return success({
    signature: 'V3',
    action: header(request.headers, 'x-acs-action') ?? '',
    version: header(request.headers, 'x-acs-version') ?? '',
    accessKeyId: authorization.accessKeyId,
    timestamp: header(request.headers, 'x-acs-date') ?? '',
    nonce: header(request.headers, 'x-acs-signature-nonce') ?? '',
    securityToken: header(request.headers, 'x-acs-security-token'),
    parameters: parameters.value,
    verify: (secret) => verify(request, authorization, secret),
  });
}
