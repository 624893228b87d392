/**
 * What the command *Create Security Group* returns: the end of the journey as data, for tests and for other
 * extensions that run the command. Never holds a credential.
 */
import type { BlockingFinding } from '../../../../server/src/lsp/protocol.ts';

export type CreateResult =
  /** The group exists. `adopted`: the answer to the request was lost and the group was found by looking for it. */
  | {
      readonly kind: 'created';
      readonly securityGroupId: string;
      readonly requestId: string | null;
      readonly target: Target;
      readonly adopted: boolean;
    }
  /** The cloud refused. `code` and `requestId` are the vendor's. */
  | { readonly kind: 'refused'; readonly code: string; readonly requestId: string | null }
  /** It is not known whether the group exists; `candidates` are ids that may be it. */
  | { readonly kind: 'unknown'; readonly candidates: readonly string[] }
  /** Nothing was sent, `reason` is the code of what failed. Trying again is safe. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** Errors in the definition keep it from being created. */
  | { readonly kind: 'blocked'; readonly errors: readonly BlockingFinding[] }
  | { readonly kind: 'no-credentials'; readonly reason: string }
  /** The person did not confirm, or cancelled before anything was sent. */
  | { readonly kind: 'cancelled' }
  /** This document is being created right now, by this window or by another process. */
  | { readonly kind: 'busy' }
  /** The text kept changing between the plan and the confirmation. */
  | { readonly kind: 'changed' }
  /** The language server does not run, does not answer, or does not know the document. */
  | { readonly kind: 'no-plan' }
  | { readonly kind: 'untrusted' | 'no-document' | 'not-a-definition' | 'empty' | 'unsupported' };

/** Where a group is created: at the configured endpoint or in this window's sandbox. */
export type Target = 'cloud' | 'sandbox';
