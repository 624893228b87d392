/**
 * What the create journey needs from the world, as interfaces: the language server, the cloud layer and a person. No
 * behaviour; `index.ts` plugs in the real ones, tests their own.
 */
import type { Plan } from '../../../../server/src/core/plan/plan.ts';
import type { Range } from '../../../../server/src/core/text/position.ts';
import type {
  BlockingFinding,
  PlanParams,
  PlanResult,
  ReportRefusalParams,
  ReportRefusalResult,
} from '../../../../server/src/lsp/protocol.ts';
import type { AdviceContext, ProgressEvent, Provisioning, Reason } from '../../cloud/index.ts';
import type { Confirmation } from './confirmation.ts';
import type { Target } from './result.ts';

/** The document from which a group is created. */
export interface Definition {
  /** As the language server knows it. */
  readonly uri: string;
  /** For people. */
  readonly fileName: string;
  /** Path for the journal; null for a document that is not a file. */
  readonly path: string | null;
  readonly group?: number;
  readonly line?: number;
  /** Version of the text as it is now. */
  version(): number;
  /** Whether the text differs from what is stored. */
  isUnsaved(): boolean;
  /** Changes the text as a person would: it can be undone. */
  edit(range: Range, newText: string): void;
}

/** The two requests of the journey. */
export interface PlanSource {
  plan(params: PlanParams): Promise<PlanResult>;
  reportRefusal(params: ReportRefusalParams): Promise<ReportRefusalResult>;
}

/** The cloud layer, loaded when it is first needed. */
export interface Cloud {
  /** What creates `plan` at the present target. */
  provisioning(plan: Plan, target: Target, file: string | null): Promise<Provisioning>;
  /** A reason as a sentence in the person's language. */
  describe(reason: Reason): Promise<string>;
  /** What to do about a refusal that has nothing to do with the definition; null for any other code. */
  advise(code: string, context: AdviceContext): Promise<string | null>;
}

/** Where things are created now, and whether there is another place to choose. */
export interface Targets {
  current(): Target;
  /** Whether the confirmation can offer the other one. */
  canSwitch(): boolean;
  choose(target: Target): void;
}

/** Answer to the confirmation. */
export type Choice = 'create' | 'switch-target' | 'cancel';

/** Signals and reports of one piece of work with progress. */
export interface Work {
  /** The person has pressed Cancel. */
  readonly cancel: AbortSignal;
  /** The person has pressed Cancel again, while it is being found out what became of the request. */
  readonly giveUp: AbortSignal;
  report(event: ProgressEvent): void;
}

/**
 * Everything that a person sees. Methods that return nothing show something and do not wait for it to be answered; what
 * the person chooses there is done by the dialogs themselves.
 */
export interface Dialogs {
  needTrust(): void;
  alreadyRunning(fileName: string): void;
  /** The language server gives no plan; offers to restart it. */
  noPlan(message: string): void;
  empty(fileName: string): void;
  unsupported(message: string): void;
  changing(fileName: string): void;
  blocked(definition: Definition, errors: readonly BlockingFinding[]): void;
  /** `reason` is a sentence; null when there are simply no credentials anywhere. */
  noCredentials(definition: Definition, reason: string | null, externalProfile: string | null): void;
  confirm(confirmation: Confirmation): Promise<Choice>;
  /** Runs `work` under a progress notification with Cancel. */
  progress<T>(kind: 'prepare' | 'create', name: string | null, work: (work: Work) => Promise<T>): Promise<T>;
  created(created: Created): void;
  refused(definition: Definition, message: string, range: Range | null): void;
  unknown(unknown: Unknown): void;
  /** Nothing was sent; offers to try again. */
  failed(definition: Definition, message: string): void;
}

/** For the notification of success. */
export interface Created {
  readonly securityGroupId: string;
  readonly groupName: string | null;
  readonly target: Target;
  /** `too-late`: the person has cancelled, but the request had created it. */
  readonly how: 'created' | 'found' | 'too-late' | 'found-earlier';
  /** Where the group can be seen; null when there is no such place. */
  readonly console: string | null;
}

/** For the notification that it is not known what became of the request. */
export interface Unknown {
  readonly groupName: string | null;
  /** Sentences: why, and what looking for the group gave. */
  readonly reasons: readonly string[];
  readonly candidates: readonly string[];
  readonly console: string | null;
}
