/** The errors that keep a definition from being sent. */
import type { Diagnostic } from '../../../server/src/core/features/diagnostic.ts';
import type { CheckedFile } from '../../../server/src/core/report/check-report.ts';
import { diagnosticText } from '../../../server/src/core/report/text-report.ts';
import { type Context, complain, textOptions } from '../context.ts';

/** The errors in a group; in the whole file for null. A file beyond the limits has no groups, but an error. */
export function blockingErrors({ check }: CheckedFile, group: number | null): readonly Diagnostic[] {
  return check.diagnostics.filter((d) => d.severity === 'error' && (group === null || d.group === group));
}

/** Shows the errors on the error stream. */
export function printBlocking(
  { path, check }: CheckedFile,
  errors: readonly Diagnostic[],
  context: Context,
): void {
  const { err } = context.terminal;
  const options = textOptions(context, err);
  for (const error of errors) err.write(`${diagnosticText(path, check.file.lines, error, options)}\n`);
  complain(context, context.messages.group.refused(errors.length));
}
