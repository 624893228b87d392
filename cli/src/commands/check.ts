/** `alisg check`: what is wrong with definitions. */
import type { Diagnostic } from '../../../server/src/core/features/diagnostic.ts';
import { checkReport } from '../../../server/src/core/report/check-report.ts';
import { fileText, summaryText } from '../../../server/src/core/report/text-report.ts';
import { type Context, type Format, printJson, say, textOptions } from '../context.ts';
import { chosenFix } from '../definitions/fix-definition.ts';
import { checkedCode, type Definition, readDefinitions } from '../definitions/read-definition.ts';
import type { ExitCode } from '../exit-code.ts';
import { standardInput } from '../files/find-inputs.ts';
import { shellQuote } from '../terminal/shell-quote.ts';

export interface CheckCommandOptions {
  readonly format: Format;
  readonly stdinFilename?: string;
}

/** Checks files, and reports on those that can be read whatever happens to the others. */
export async function check(
  args: readonly string[],
  options: CheckCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { definitions, incomplete } = await readDefinitions(args, context, options.stdinFilename);
  if (options.format === 'json') printJson(context, checkReport(definitions));
  else if (definitions.length > 0) printText(args, definitions, context);
  return checkedCode(incomplete, definitions);
}

function printText(args: readonly string[], definitions: readonly Definition[], context: Context): void {
  const { out } = context.terminal;
  const { messages } = context;
  const options = textOptions(context, out);
  for (const definition of definitions) {
    out.write(fileText(definition, options));
    const { groups, diagnostics } = definition.check;
    if (groups.length === 0 && diagnostics.length === 0)
      say(context, messages.check.noGroup(definition.path));
  }
  const diagnostics = definitions.flatMap((d) => d.check.diagnostics);
  const pages = documentation(diagnostics);
  if (pages !== '') out.write(`${messages.check.documentation}\n${pages}\n`);
  out.write(`${summaryText(definitions, options)}\n`);
  for (const line of fixHints(args, definitions, context)) out.write(`${line}\n`);
}

/** The pages that document what was found, each with its rules; pages are long, so each is named once. */
function documentation(diagnostics: readonly Diagnostic[]): string {
  const codes = new Map<string, Set<string>>();
  for (const { href, code } of diagnostics) codes.set(href, (codes.get(href) ?? new Set()).add(code));
  return [...codes].map(([href, found]) => `  ${href}\n    ${[...found].sort().join(' ')}\n`).join('');
}

/** How to mend what can be mended, as commands that can be copied. */
function fixHints(
  args: readonly string[],
  definitions: readonly Definition[],
  { messages }: Context,
): string[] {
  const found = definitions.filter(isMendable).flatMap((d) => d.check.diagnostics);
  const count = (unsafe: boolean) => found.filter((d) => chosenFix(d, unsafe) !== undefined).length;
  const safe = count(false);
  const unsafe = count(true) - safe;
  const { fixable, fixableUnsafe } = messages.check;
  const paths = args.filter((arg) => arg !== standardInput).map(shellQuote);
  const lines: string[] = [];
  if (safe > 0) lines.push(fixable(safe, `alisg fix ${paths.join(' ')}`));
  if (unsafe > 0) lines.push(fixableUnsafe(unsafe, `alisg fix --unsafe --diff ${paths.join(' ')}`));
  return lines;
}

/** Whether `alisg fix` would change a file: not standard input, and nothing whose syntax has to be corrected first. */
function isMendable({ file, check }: Definition): boolean {
  return file !== null && !check.diagnostics.some((d) => d.name === 'syntax-error');
}
