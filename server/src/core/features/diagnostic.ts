/** A finding at its place in a file, in the user's language. What every front end shows. */
import type { FixSafety, Rule, Severity } from '../rules/rule.ts';
import type { Span } from '../syntax/tree.ts';
import type { Range } from '../text/position.ts';
import type { TextEdit } from '../text/text-edit.ts';

export interface DiagnosticFix {
  readonly title: string;
  readonly safety: FixSafety;
  /** The edits, at offsets of the file that was checked. Computed when called. */
  edits(): readonly TextEdit[];
}

export interface Diagnostic {
  readonly rule: Rule;
  /** Id of the rule, e.g. `SG1012`. */
  readonly code: string;
  /** Name of the rule, e.g. `port-range-protocol`. */
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  /** Zero-based number of the group in the file. */
  readonly group: number;
  /** Offsets in the file. */
  readonly span: Span;
  readonly range: Range;
  /** Where the constraint is documented. */
  readonly href: string;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  /** The first is the preferred one. */
  readonly fixes: readonly DiagnosticFix[];
  /** Line of the list item that the finding is in; null outside the items. */
  readonly itemLine: number | null;
}
