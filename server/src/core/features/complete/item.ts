/** What completion offers: one thing to be written, with the edits that write it. Pure data. */
import type { Span } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/text-edit.ts';

export interface CompletionItem {
  readonly label: string;
  /** `rule-name`: in a comment; `snippet`: a whole rule. */
  readonly kind: 'key' | 'value' | 'snippet' | 'rule-name';
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What is replaced, at offsets of the file. */
  readonly replace: Span;
  /** Edits elsewhere that go with it: a comma that is missing in front. */
  readonly also: readonly TextEdit[];
  /** LSP snippet syntax. */
  readonly snippet: string;
  /** The same without placeholders, for clients that know no snippets. */
  readonly plain: string;
  readonly filterText: string;
  readonly sortText: string;
  /** Once it is inserted, the cursor is where values are offered: a client that can should ask again. */
  readonly opensValues: boolean;
}

/** Keeps the order of a list in clients that sort by text. */
export function sortText(index: number): string {
  return String(index).padStart(3, '0');
}
