/**
 * Why something in the cloud layer did not work, as data: a code for programs and what a text needs to name. Texts are
 * in `messages.ts`. No member may ever hold a secret, a signature, a whole URL, a parameter or a stretch of a file.
 */

/** Before anything was sent. */
export type ConnectionReason =
  | {
      readonly code: 'endpoint-invalid';
      readonly problem: 'not-an-address' | 'scheme' | 'plain-http' | 'credentials' | 'path';
    }
  | { readonly code: 'proxy-invalid'; readonly problem: 'not-an-address' | 'scheme' }
  /** `detail`: an error code of the system, or the HTTP status with which the proxy refused. */
  | { readonly code: 'proxy-failed'; readonly host: string; readonly detail: string }
  | { readonly code: 'dns'; readonly host: string }
  | { readonly code: 'connection-refused'; readonly host: string; readonly port: number }
  | { readonly code: 'connect-failed'; readonly host: string; readonly detail: string }
  | { readonly code: 'connect-timeout'; readonly host: string; readonly seconds: number }
  | { readonly code: 'tls'; readonly host: string; readonly detail: string }
  /** The name `localhost` led to another machine, to which nothing may go in the clear. */
  | { readonly code: 'not-loopback'; readonly host: string }
  | { readonly code: 'cancelled' };

/** After the request may have arrived. */
export type AnswerReason =
  | { readonly code: 'no-answer'; readonly seconds: number }
  | { readonly code: 'connection-lost'; readonly detail: string }
  | { readonly code: 'answer-unreadable'; readonly httpStatus: number }
  | { readonly code: 'answer-too-large' }
  /** HTTP 5xx without an error code of the API. */
  | { readonly code: 'server-error'; readonly httpStatus: number }
  /** HTTP 5xx with one: the server itself does not say whether it has done what it was asked. */
  | { readonly code: 'refusal-inconclusive'; readonly refusalCode: string; readonly httpStatus: number }
  | { readonly code: 'cancelled-after-sending' };

/** Keys of the user that cannot be used. `profile` is null when they come from the environment. */
export type CredentialsReason =
  | { readonly code: 'no-credentials'; readonly looked: readonly Looked[] }
  | { readonly code: 'environment-incomplete'; readonly present: string; readonly missing: string }
  | { readonly code: 'file-unreadable'; readonly file: string; readonly detail: string }
  /** One-based, as editors show them. */
  | { readonly code: 'file-not-json'; readonly file: string; readonly line: number; readonly column: number }
  | { readonly code: 'file-without-profiles'; readonly file: string }
  | { readonly code: 'profile-not-found'; readonly profile: string; readonly available: readonly string[] }
  | {
      readonly code: 'profile-incomplete';
      readonly profile: string;
      readonly file: string;
      readonly missing: readonly string[];
    }
  | {
      readonly code: 'mode-unsupported';
      readonly profile: string;
      readonly mode: string;
      readonly supported: readonly string[];
    }
  | { readonly code: 'external-not-allowed'; readonly profile: string; readonly mode: string }
  | { readonly code: 'profile-cycle'; readonly profile: string }
  | { readonly code: 'sign-in-expired'; readonly profile: string }
  | {
      readonly code: 'key-malformed';
      readonly profile: string | null;
      readonly part: 'id' | 'secret' | 'token';
    }
  | {
      readonly code: 'credentials-unavailable';
      readonly profile: string | null;
      readonly mode: string;
      readonly detail: string | null;
    };

/** One place in which keys were looked for, in vain. */
export interface Looked {
  readonly place: 'environment' | 'cli-config' | 'credentials-file';
  readonly file: string | null;
  readonly found: 'nothing' | 'empty-profile' | 'disabled';
}

/** What keeps a group from being created, or leaves open whether it was. */
export type ProvisionReason =
  | { readonly code: 'plan-unsupported'; readonly product: string }
  | { readonly code: 'state-unwritable'; readonly directory: string; readonly detail: string }
  /** Another window or command is creating the same group. */
  | { readonly code: 'lock-held'; readonly pid: number | null; readonly file: string }
  /** Between the confirmation and the start, somebody tried to create the same group from this machine. */
  | { readonly code: 'attempt-meanwhile' }
  /** Between the confirmation and the start, a group of the same name appeared. */
  | { readonly code: 'group-meanwhile'; readonly ids: readonly string[] }
  /** `time` is ISO 8601. */
  | { readonly code: 'earlier-attempt-unknown'; readonly time: string; readonly maskedId: string }
  | { readonly code: 'answer-without-id' }
  | { readonly code: 'search-found-nothing' }
  | { readonly code: 'search-found-several'; readonly count: number }
  /** New groups of that name exist, but their content is another. */
  | { readonly code: 'search-found-different'; readonly count: number }
  | { readonly code: 'search-refused'; readonly refusalCode: string }
  | { readonly code: 'search-failed' }
  | { readonly code: 'search-interrupted' }
  /** What existed before the attempt, or which account made it, is not known well enough to tell whose a group is. */
  | { readonly code: 'search-ambiguous' };

export type Reason = ConnectionReason | AnswerReason | CredentialsReason | ProvisionReason;

/** The system's code of an error (`ECONNRESET`), and nothing else of it: messages quote addresses and content. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,59}$/.test(code) ? code : 'unknown';
}
