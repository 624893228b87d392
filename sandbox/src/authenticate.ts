/**
 * Decides whether a call comes from the holder of the sandbox's key. The order of the checks is the sandbox's own: time
 * stamp, key id, signature, security token, nonce. A nonce is used up only by a call that is correct so far.
 */
import type { ApiError, Result } from './api-error.ts';
import {
  invalidAccessKeyId,
  missingSecurityToken,
  securityTokenMismatch,
  signatureNonceUsed,
} from './gateway-errors.ts';
import type { HttpRequest } from './http-request.ts';
import { NonceStore } from './nonce-store.ts';
import { readRpcCall } from './signature-rpc.ts';
import { readV3Call } from './signature-v3.ts';
import type { SignedCall } from './signed-call.ts';
import { checkTimestamp } from './timestamp.ts';
import { equalText } from './timing-safe.ts';

/** The one key that the sandbox knows. */
export interface Credential {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Set for a temporary (STS) key: every request must then carry it. */
  readonly securityToken?: string;
}

/**
 * Reads a request by the signature method that it uses. V3 has an Authorization header, RPC has a `Signature` parameter
 * (and clients that sign with RPC may send `x-acs-` headers too); a request with neither is told what it lacks.
 */
export function readCall(request: HttpRequest): Result<SignedCall> {
  const signature = [...request.query, ...request.form].some(({ name }) => name === 'Signature');
  const v3 = request.headers.has('authorization') || (!signature && request.headers.has('x-acs-action'));
  return v3 ? readV3Call(request) : readRpcCall(request);
}

export class Authenticator {
  readonly #credential: Credential;
  readonly #nonces = new NonceStore();

  constructor(credential: Credential) {
    this.#credential = credential;
  }

  /**
   * The reason to refuse a call, or undefined. `now` is in milliseconds since the epoch; `skew` is how many milliseconds
   * the server's clock, which time stamps are held against, runs ahead of it.
   */
  check(call: SignedCall, now: number, skew = 0): ApiError | undefined {
    const signedAt = checkTimestamp(call.timestamp, now + skew);
    if (!signedAt.ok) return signedAt.error;
    if (call.accessKeyId !== this.#credential.accessKeyId) return invalidAccessKeyId;
    const wrongSignature = call.verify(this.#credential.accessKeySecret);
    if (wrongSignature) return wrongSignature;
    const wrongToken = this.#checkToken(call.securityToken);
    if (wrongToken) return wrongToken;
    return this.#nonces.take(call.nonce, signedAt.value, now) ? undefined : signatureNonceUsed;
  }

  #checkToken(token: string | undefined): ApiError | undefined {
    const expected = this.#credential.securityToken;
    if (expected === undefined) return token === undefined ? undefined : securityTokenMismatch;
    if (token === undefined) return missingSecurityToken;
    return equalText(token, expected) ? undefined : securityTokenMismatch;
  }
}
