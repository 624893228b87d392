/**
 * The refusal of a request, as a value. It carries what the answer shows and, for tests and tools, the parameter that
 * caused it. It must never hold a secret: everything in it is sent to the client.
 */

/** What the service answers instead of a result. */
export interface ApiError {
  /** HTTP status, 400..599. */
  readonly status: number;
  /** The documented error code, e.g. `SignatureDoesNotMatch`. */
  readonly code: string;
  /** One English sentence or more, as the cloud's answers have it. */
  readonly message: string;
  /** Path of the offending parameter, e.g. `Permissions[3].PortRange`, where there is one. */
  readonly parameter?: string;
}

/** A value, or the refusal that stands in its place: refusals are expected, so they are no exceptions. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };

/** Wraps a value. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function refusal(error: ApiError): { readonly ok: false; readonly error: ApiError } {
  return { ok: false, error };
}
