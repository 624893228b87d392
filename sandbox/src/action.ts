/** What an action is to the sandbox: the parameters it knows, and what it does with them. */
import type { Result } from './api-error.ts';
import type { GroupStore } from './store.ts';

/** Everything an action works on. */
export interface ActionContext {
  readonly store: GroupStore;
  readonly now: Date;
  /** How many groups the account may have. */
  readonly maxGroups: number;
  /** Whether rules are answered as they were sent, or as a cloud that rewrites what it stores would answer them. */
  readonly readBack: 'as-sent' | 'rewritten';
}

export interface ActionOutcome {
  /** The members of the answer, without RequestId. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The group that now exists because of this call. */
  readonly createdId?: string;
  /** Paths of what was sent and left out. */
  readonly ignored?: readonly string[];
}

export interface Action {
  /** Names of the parameters in the reference; all others are ignored. */
  readonly parameters: readonly string[];
  /** Carries out the call. Refusals are values; it throws only what makes the answer 500 `InternalError`. */
  readonly run: (parameters: ReadonlyMap<string, string>, context: ActionContext) => Result<ActionOutcome>;
}
