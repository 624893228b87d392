/** Applies every safe fix of a file, round after round, until none is left. */
import { readFile, type SgFile } from '../syntax/file.ts';
import { applyEdits, EditSet, type TextEdit } from '../text/text-edit.ts';
import { type CheckOptions, checkFile } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';

/** A fix may uncover another; more rounds than this would be a circle. */
const maxRounds = 10;

/** What the text cannot be read for, unlike the two faults that have a safe fix. A comment may silence the finding. */
function hasSyntaxError(file: SgFile): boolean {
  return file.documents.some(({ skeleton, items }) =>
    [skeleton, ...items].some(({ fragment }) =>
      fragment.faults.some(({ kind }) => kind !== 'trailing-comma' && kind !== 'plain-scalar-colon'),
    ),
  );
}

/** With one of these, what the text means is not known well enough to change it unasked. */
const unreadable: readonly string[] = ['SG1001', 'SG1002', 'SG1003', 'SG1011', 'SG1014'];

export interface FixAllOptions extends CheckOptions {
  /** Also apply the preferred fix where it is unsafe. */
  readonly unsafe?: boolean;
}

/** The text with all safe fixes applied; the same text when there are none or the file has syntax errors. */
export function fixAll(file: SgFile, options: FixAllOptions): string {
  let current = file;
  for (let round = 0; round < maxRounds; round++) {
    const { diagnostics } = checkFile(current, options);
    if (!options.unsafe && (hasSyntaxError(current) || diagnostics.some((d) => unreadable.includes(d.code))))
      break;
    const edits = roundEdits(diagnostics, options.unsafe === true);
    if (edits.length === 0) break;
    // The text was within the limits that its reader chose; what the fixes add must not stop half-way.
    const text = applyEdits(current.text, edits);
    current = readFile(text, current.syntax, current, Number.POSITIVE_INFINITY);
  }
  return current.text;
}

/** The edits of fixes that do not touch each other; the first of two that do wins. */
function roundEdits(diagnostics: readonly Diagnostic[], unsafe: boolean): TextEdit[] {
  const chosen = new EditSet();
  for (const diagnostic of diagnostics) {
    const fix =
      diagnostic.fixes.find((f) => f.safety === 'safe') ??
      (unsafe ? diagnostic.fixes.find((f) => f.safety === 'unsafe') : undefined);
    chosen.addAll(fix?.edits() ?? []);
  }
  return chosen.edits;
}

/** One edit from a text to another: what lies between their common beginning and end. */
export function minimalEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end: before.length - end, newText: after.slice(start, after.length - end) };
}
