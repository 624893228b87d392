/** Applies every safe fix of a file, round after round, until none is left. */
import { readFile, type SgFile } from '../syntax/file.ts';
import { applyEdits, editsOverlap, type TextEdit } from '../text/text-edit.ts';
import { type CheckOptions, checkFile } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';

/** A fix may uncover another; more rounds than this would be a circle. */
const maxRounds = 10;

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
    if (diagnostics.some((d) => unreadable.includes(d.code)) && !options.unsafe) break;
    const edits = roundEdits(diagnostics, options.unsafe === true);
    if (edits.length === 0) break;
    current = readFile(applyEdits(current.text, edits), current.syntax, current);
  }
  return current.text;
}

/** The edits of fixes that do not touch each other. */
function roundEdits(diagnostics: readonly Diagnostic[], unsafe: boolean): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const diagnostic of diagnostics) {
    const fix =
      diagnostic.fixes.find((f) => f.safety === 'safe') ??
      (unsafe ? diagnostic.fixes.find((f) => f.safety === 'unsafe') : undefined);
    const edits = fix?.edits() ?? [];
    if (edits.length > 0 && !editsOverlap(edits, chosen)) chosen.push(...edits);
  }
  return chosen;
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
