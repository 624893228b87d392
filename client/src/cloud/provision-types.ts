/**
 * What provisioning takes and gives, as types. No behaviour.
 */
import type { CloudRefusal, Product } from '../../../server/src/core/plan/plan.ts';
import type { Refused } from './answer.ts';
import type { CredentialSource } from './credentials.ts';
import type { EnsGroup } from './ens-groups.ts';
import type { CredentialsReason, ProvisionReason, Reason } from './reasons.ts';
import type { Candidate } from './search.ts';
import type { SessionOptions } from './session.ts';

/** What the user decides after seeing a preparation. */
export interface Decisions {
  /** The user knows that an earlier attempt may have made a group, and wants to go on. */
  readonly acknowledgeUnknown?: boolean;
  /** An earlier attempt turned out to have made the group, and the user wants another one. */
  readonly createAnother?: boolean;
  /** Ends the search for a group whose answer was lost; the outcome is then `unknown`. */
  readonly giveUp?: AbortSignal;
}

export interface ProvisionOptions extends SessionOptions, Decisions {
  /** Definition file, for the journal. */
  readonly file?: string;
  /** Where journal and locks are; default `defaultStateDirectory`. */
  readonly stateDirectory?: string;
  /** Waiting times before each look for a group whose answer was lost, in milliseconds; default about 30 s. */
  readonly searchDelaysMs?: readonly number[];
  /** Longest time for that search as a whole, in milliseconds; default 90 s. */
  readonly searchTimeoutMs?: number;
  /** Waits, or returns early when aborted. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** An earlier attempt at the same content of which it is not known what became. */
export interface EarlierAttempt {
  /** ISO 8601. */
  readonly time: string;
  readonly maskedId: string;
  readonly search: ProvisionReason;
  readonly candidates: readonly Candidate[];
}

/** Everything that a confirmation shows. */
export interface Preparation {
  readonly kind: 'ready';
  readonly product: Product;
  readonly groupName: string | null;
  readonly ruleCount: number;
  readonly source: CredentialSource;
  /** Name of the profile; null when the key comes from the environment. */
  readonly profile: string | null;
  readonly maskedId: string;
  /** Scheme, host and port. */
  readonly endpoint: string;
  /**
   * Groups that have this name already; empty for a definition without a name. Null when this key may not list groups:
   * then a lost answer cannot be cleared up either.
   */
  readonly sameName: readonly EnsGroup[] | null;
  /** Why groups could not be listed. */
  readonly listingRefused: CloudRefusal | null;
  /** Another process is creating this group right now. */
  readonly inProgress: boolean;
  /** If there are any, `execute` needs `acknowledgeUnknown`. */
  readonly earlier: readonly EarlierAttempt[];
  /** An earlier attempt has just turned out to have made this group; `execute` gives it back, or needs `createAnother`. */
  readonly resolvedEarlier: { readonly SecurityGroupId: string; readonly time: string } | null;
}

export type PrepareResult =
  | Preparation
  /** No key can be had; `reason` says where was looked or what is wrong. */
  | { readonly kind: 'no-credentials'; readonly reason: CredentialsReason }
  /**
   * Listing was refused for another reason than a missing permission: wrong key, wrong clock, throttling. `profile`: whose
   * key it was; null when it came from the environment.
   */
  | (Refused & { readonly profile: string | null })
  | { readonly kind: 'failed'; readonly reason: Reason }
  | { readonly kind: 'cancelled' };

export type Outcome =
  | { readonly kind: 'created'; readonly SecurityGroupId: string; readonly RequestId: string | null }
  /** The answer was lost, but this group is certainly what was asked for. `earlier`: by an attempt before this one. */
  | { readonly kind: 'adopted'; readonly SecurityGroupId: string; readonly earlier: boolean }
  | Refused
  /** Nothing was created; trying again is safe. */
  | { readonly kind: 'not-sent'; readonly reason: Reason }
  /** The group may exist. `search` says what looking for it gave. */
  | {
      readonly kind: 'unknown';
      readonly reason: Reason;
      readonly search: ProvisionReason | null;
      readonly candidates: readonly Candidate[];
      /** The refusal behind `refusal-inconclusive`. */
      readonly refusal?: CloudRefusal;
    }
  /** Nothing was created, because the user said so in time. */
  | { readonly kind: 'cancelled' }
  /** Nothing was created; the situation is not the one that was confirmed. Prepare again. */
  | {
      readonly kind: 'busy';
      readonly reason: Extract<
        ProvisionReason,
        { code: 'lock-held' | 'attempt-meanwhile' | 'group-meanwhile' }
      >;
    };

export type ProgressEvent =
  | { readonly step: 'listing' }
  | { readonly step: 'creating' }
  /** `look` counts from 1. */
  | { readonly step: 'reconciling'; readonly look: number; readonly of: number };

export type OnProgress = (event: ProgressEvent) => void;
