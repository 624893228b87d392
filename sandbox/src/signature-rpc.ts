/**
 * The older signature method of RPC-style requests, HMAC-SHA1 with SignatureVersion 1.0, written from the vendor's
 * description of it. Everything it needs travels as a parameter, in the query or in the form body.
 */
import { createHmac } from 'node:crypto';
import { type ApiError, type Result, refusal, success } from './api-error.ts';
import { invalidParameter, missingParameter, signatureDoesNotMatch } from './gateway-errors.ts';
import { type HttpRequest, mergeParameters } from './http-request.ts';
import type { SignedCall } from './signed-call.ts';
import { equalText } from './timing-safe.ts';
import { percentEncode } from './url-encoding.ts';

/** Common parameters every request must carry. */
const REQUIRED_PARAMETERS = [
  'Action',
  'Version',
  'AccessKeyId',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'Timestamp',
  'Signature',
] as const;

/** Every common parameter: no action gets to see them. */
export const COMMON_PARAMETERS: ReadonlySet<string> = new Set([
  ...REQUIRED_PARAMETERS,
  'Format',
  'SecurityToken',
  'SignatureType',
]);

/**
 * The signature that `secret` gives: base64 of HMAC-SHA1, keyed with the secret and an ampersand, over the method, the
 * encoded `/` and the encoded canonical query, which holds every parameter but `Signature`, sorted by name.
 */
export function calculateRpcSignature(
  method: string,
  parameters: ReadonlyMap<string, string>,
  secret: string,
): string {
  const canonicalQuery = [...parameters]
    .filter(([name]) => name !== 'Signature')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
  const stringToSign = [method, percentEncode('/'), percentEncode(canonicalQuery)].join('&');
  return createHmac('sha1', `${secret}&`).update(stringToSign, 'utf8').digest('base64');
}

/** The first common parameter that asks for what this sandbox (or the method itself) does not have. */
function commonParameterError(parameters: ReadonlyMap<string, string>): ApiError | undefined {
  if (parameters.get('SignatureMethod') !== 'HMAC-SHA1') {
    return invalidParameter('SignatureMethod', 'It must be HMAC-SHA1.');
  }
  if (parameters.get('SignatureVersion') !== '1.0') {
    return invalidParameter('SignatureVersion', 'It must be 1.0.');
  }
  // The cloud answers in XML, its default, or in JSON. The sandbox has no XML and says so rather than surprise.
  if ((parameters.get('Format') ?? 'JSON').toUpperCase() !== 'JSON') {
    return invalidParameter('Format', 'The sandbox answers in JSON only.');
  }
  return undefined;
}

/** Reads a request without an Authorization header; nothing in the result is proven before `verify`. */
export function readRpcCall(request: HttpRequest): Result<SignedCall> {
  const merged = mergeParameters(request);
  if (!merged.ok) return merged;
  const parameters = merged.value;
  for (const name of REQUIRED_PARAMETERS) {
    if ((parameters.get(name) ?? '') === '') return refusal(missingParameter(name));
  }
  const wrong = commonParameterError(parameters);
  if (wrong) return refusal(wrong);
  const get = (name: string) => parameters.get(name) ?? '';
  return success({
    signature: 'RPC',
    action: get('Action'),
    version: get('Version'),
    accessKeyId: get('AccessKeyId'),
    timestamp: get('Timestamp'),
    nonce: get('SignatureNonce'),
    securityToken: parameters.get('SecurityToken'),
    parameters,
    verify: (secret) =>
      equalText(get('Signature'), calculateRpcSignature(request.method, parameters, secret))
        ? undefined
        : signatureDoesNotMatch(
            `It must be calculated over the method ${request.method} and all ${parameters.size - 1} parameters.`,
          ),
  });
}
