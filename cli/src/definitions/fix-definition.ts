/** What fixing would make of a definition. Writes nothing. */
import { checkFile, type FileCheck } from '../../../server/src/core/features/check.ts';
import type { Diagnostic, DiagnosticFix } from '../../../server/src/core/features/diagnostic.ts';
import { fixAll } from '../../../server/src/core/features/fix-all.ts';
import type { CheckedFile } from '../../../server/src/core/report/check-report.ts';
import { readFile } from '../../../server/src/core/syntax/file.ts';
import type { Context } from '../context.ts';
import { maxTextLength } from '../files/read-text.ts';

export interface FixResult {
  /** What is found in the fixed text; the check that was given when nothing changes. */
  readonly after: FileCheck;
  /** The problems that are gone, as they were. */
  readonly solved: readonly Diagnostic[];
  /** There are fixes, but the text cannot be read with certainty, so none is applied. */
  readonly leftAlone: boolean;
}

/** Applies fixes to the text of a definition: the safe ones, or also those that a person should look at. */
export function fixDefinition({ check }: CheckedFile, unsafe: boolean, { checkOptions }: Context): FixResult {
  const { text, syntax } = check.file;
  const fixable = check.diagnostics.filter((d) => chosenFix(d, unsafe) !== undefined);
  if (fixable.length === 0) return { after: check, solved: [], leftAlone: false };
  const fixedText = fixAll(check.file, { ...checkOptions, unsafe });
  if (fixedText === text) return { after: check, solved: [], leftAlone: true };
  const after = checkFile(readFile(fixedText, syntax, check.file, maxTextLength), checkOptions);
  const stillFixable = after.diagnostics.filter((d) => chosenFix(d, unsafe) !== undefined);
  return { after, solved: solvedOf(fixable, stillFixable), leftAlone: false };
}

/** The fix that is applied to a finding; undefined when there is none. */
export function chosenFix({ fixes }: Diagnostic, unsafe: boolean): DiagnosticFix | undefined {
  const safe = fixes.find((f) => f.safety === 'safe');
  return safe ?? (unsafe ? fixes.find((f) => f.safety === 'unsafe') : undefined);
}

/**
 * What was fixable and is not found any more. Fixing goes on until nothing is fixable, so usually that is everything; of
 * a rule that still finds something fixable, as many are taken off.
 */
function solvedOf(fixable: readonly Diagnostic[], stillFixable: readonly Diagnostic[]): Diagnostic[] {
  const left = new Map<string, number>();
  for (const { code } of stillFixable) left.set(code, (left.get(code) ?? 0) + 1);
  return fixable.filter(({ code }) => {
    const count = left.get(code) ?? 0;
    left.set(code, count - 1);
    return count <= 0;
  });
}
