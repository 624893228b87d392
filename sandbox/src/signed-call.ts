/** What both signature methods say about a request: which action is meant, and what proves who sent it. */
import type { ApiError } from './api-error.ts';

export interface SignedCall {
  readonly signature: 'V3' | 'RPC';
  readonly action: string;
  readonly version: string;
  readonly accessKeyId: string;
  /** The signed time stamp, unchecked. */
  readonly timestamp: string;
  readonly nonce: string;
  readonly securityToken: string | undefined;
  /** Everything sent as a parameter, in the query and the form body, common parameters included. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Undefined when the request was signed with this secret, completely. */
  verify(secret: string): ApiError | undefined;
}
