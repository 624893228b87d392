/**
 * The requests that this server understands beyond the Language Server Protocol, as types and method names.
 * Imported by the server and by the VS Code client; contains no behaviour.
 */
import type { CloudRefusal, Plan, Product } from '../core/plan/plan.ts';
import type { Range } from '../core/text/position.ts';

/** Client → server in `initialize.initializationOptions`. Every member is optional: a plain LSP client sends none. */
export interface ServerInitializationOptions {
  /** The client has the command `alicloudSg.createSecurityGroup`, so code lenses that call it make sense. */
  readonly canCreate?: boolean;
  /** Overrides `initialize.locale`, e.g. `zh-cn`; absent or empty: the client's locale. */
  readonly locale?: string;
  /** False: no inlay hints. Absent: they are offered. */
  readonly inlayHints?: boolean;
}

/** Asks for the API calls of one security group in an open document. */
export const planRequest = 'alicloudSg/plan';

export interface PlanParams {
  readonly uri: string;
  /** Zero-based number of the group in the file. Without it the group at `line`, without both the only group. */
  readonly group?: number;
  /** Zero-based line of the cursor. */
  readonly line?: number;
}

/** One error that keeps a definition from being sent. */
export interface BlockingFinding {
  readonly code: string;
  readonly message: string;
  readonly range: Range;
}

export type PlanResult =
  | {
      readonly kind: 'plan';
      /** Zero-based number of the group that the plan is for; to be given back in `ReportRefusalParams`. */
      readonly group: number;
      /** Version of the document from which the plan was made. */
      readonly version: number;
      readonly plan: Plan;
      /** Zero-based indices of rules that accept from (ingress) every IPv4 or every IPv6 address. */
      readonly acceptFromAnywhere: readonly number[];
      /** Messages of findings at warning level, in the client's language. */
      readonly warnings: readonly string[];
    }
  /** The group has findings at error level; they are sorted by position and at least one. */
  | { readonly kind: 'blocked'; readonly group: number; readonly errors: readonly BlockingFinding[] }
  /** The file has no group (it is empty). */
  | { readonly kind: 'empty' }
  /** The server cannot say what to send yet (ECS); `message` explains, in the client's language. */
  | { readonly kind: 'unsupported'; readonly message: string }
  /** The document is not open at the server. */
  | { readonly kind: 'unknown-document' };

/** Asks what a definition is: which product applies at a line and why, how much is in it. */
export const statusRequest = 'alicloudSg/status';

export interface StatusParams {
  readonly uri: string;
  /** Zero-based line of the cursor. */
  readonly line: number;
}

/** Null when the document is not open or holds no group. */
export type StatusResult = {
  readonly product: Product;
  /** Why this product applies, in the client's language. */
  readonly reason: string;
  readonly rules: number;
  /** Findings at error level in the group. */
  readonly errors: number;
} | null;

/** Hands the cloud's refusal of a plan to the server, which shows it as an SG9 diagnostic until the text changes. */
export const reportRefusalRequest = 'alicloudSg/reportRefusal';

export interface ReportRefusalParams {
  readonly uri: string;
  readonly group: number;
  /** `version` of the plan that was refused. */
  readonly version: number;
  readonly refusal: CloudRefusal;
}

export interface ReportRefusalResult {
  /** Where the diagnostic now stands; null when the text has changed since or the document is closed. */
  readonly range: Range | null;
  /** What is wrong and what to do about it, in the client's language. */
  readonly message: string;
}

/** Command id of the code lens *Create Security Group*; arguments: document URI, zero-based group number. */
export const createCommand = 'alicloudSg.createSecurityGroup';
