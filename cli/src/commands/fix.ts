/** `alisg fix`: applies fixes to files, in place or as a diff. */
import { printable } from '../../../server/src/core/report/display.ts';
import { fileText, placeText, summaryText } from '../../../server/src/core/report/text-report.ts';
import { type Context, complain, textOptions } from '../context.ts';
import { chosenFix, type FixResult, fixDefinition } from '../definitions/fix-definition.ts';
import { checkedCode, type Definition, readDefinitions } from '../definitions/read-definition.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { standardInput } from '../files/find-inputs.ts';
import { problemText } from '../files/problem-text.ts';
import { unifiedDiff } from '../files/unified-diff.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import type { Output } from '../terminal/terminal.ts';

export interface FixCommandOptions {
  readonly unsafe: boolean;
  readonly diff: boolean;
}

/** Fixes files; the exit code is about what remains. */
export async function fix(
  args: readonly string[],
  options: FixCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { messages, terminal } = context;
  if (args.includes(standardInput)) {
    complain(context, messages.usage.fixStandardInput);
    return exitCode.usage;
  }
  const read = await readDefinitions(args, context);
  // A diff is for a program: nothing else stands between its lines.
  const report = options.diff ? terminal.err : terminal.out;
  const remaining: Definition[] = [];
  let { incomplete } = read;
  for (const definition of read.definitions) {
    const fixed = fixDefinition(definition, options.unsafe, context);
    const done = await apply(definition, fixed, options.diff, context);
    incomplete ||= !done;
    remaining.push(done ? { ...definition, check: fixed.after } : definition);
    if (done) report.write(fixedText(definition, fixed, options, report, context));
  }
  if (remaining.length > 0) {
    const how = textOptions(context, report);
    if (!options.diff) for (const definition of remaining) report.write(fileText(definition, how));
    const summary = summaryText(remaining, how);
    const clean = remaining.every((d) => d.check.diagnostics.length === 0);
    report.write(`${clean ? summary : messages.fix.remains(summary)}\n`);
  }
  return checkedCode(incomplete, remaining);
}

/** Writes or prints what has changed; false, with a complaint, when it could not be written. */
async function apply(
  { file, check, byteOrderMark }: Definition,
  { after }: FixResult,
  diff: boolean,
  context: Context,
): Promise<boolean> {
  if (file === null || after.file.text === check.file.text) return true;
  const mark = byteOrderMark ? '\uFEFF' : '';
  if (diff) {
    context.terminal.out.write(unifiedDiff(file, mark + check.file.text, mark + after.file.text));
    return true;
  }
  const problem = await writeAtomically(file, mark + after.file.text);
  if (problem === null) return true;
  const { messages } = context;
  complain(context, messages.file.write(problemText({ path: file, problem }, messages)));
  return false;
}

/** What has become of a file: one line, and one for each problem that is gone. */
function fixedText(
  { path, check }: Definition,
  { after, solved, leftAlone }: FixResult,
  { diff, unsafe }: FixCommandOptions,
  { paint }: Output,
  { messages }: Context,
): string {
  const name = printable(path);
  if (leftAlone) return `${messages.fix.unreadable(name)}\n`;
  if (after === check) return `${messages.fix.nothing(name)}\n`;
  const head = diff ? messages.fix.wouldFix(name, solved.length) : messages.fix.fixed(name, solved.length);
  const lines = solved.map((d) => {
    const title = chosenFix(d, unsafe)?.title ?? '';
    return `  ${placeText(path, d.range)}  ${d.code} ${paint.faint(d.name)}  ${printable(title)}`;
  });
  return `${[paint.strong(head), ...lines, ''].join('\n')}\n`;
}
