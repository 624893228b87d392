/** Reads and checks definitions. */
import { checkFile } from '../../../server/src/core/features/check.ts';
import type { CheckedFile } from '../../../server/src/core/report/check-report.ts';
import { readFile } from '../../../server/src/core/syntax/file.ts';
import { type Context, complain, say } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { definitionPatterns, syntaxOfName } from '../files/definition-names.ts';
import type { PathProblem } from '../files/file-problem.ts';
import { findInputs, standardInput } from '../files/find-inputs.ts';
import { problemText } from '../files/problem-text.ts';
import { maxTextLength, readText, readTextFile } from '../files/read-text.ts';

/** A definition that could be read. */
export interface Definition extends CheckedFile {
  /** Null for standard input. */
  readonly file: string | null;
  readonly byteOrderMark: boolean;
}

/** Reads one definition; null, with a complaint, when it cannot be read. */
export async function readDefinition(
  argument: string,
  context: Context,
  stdinName: string = context.messages.standardInput,
): Promise<Definition | null> {
  const file = argument === standardInput ? null : argument;
  const path = file ?? stdinName;
  const read = await (file === null ? readText(context.terminal.input) : readTextFile(file));
  if (read.kind === 'problem') {
    complainAbout({ path, problem: read.problem }, context);
    return null;
  }
  const { text, byteOrderMark } = read;
  const check = checkFile(readFile(text, syntaxOfName(path), undefined, maxTextLength), context.checkOptions);
  return { path, check, file, byteOrderMark };
}

/** The definitions that arguments mean. */
export interface Definitions {
  readonly definitions: readonly Definition[];
  /** Something could not be read; that has been said. */
  readonly incomplete: boolean;
}

/** Reads every definition that the arguments mean; says what cannot be read, and which folders hold none. */
export async function readDefinitions(
  args: readonly string[],
  context: Context,
  stdinName?: string,
): Promise<Definitions> {
  const inputs = await findInputs(args);
  for (const problem of inputs.problems) complainAbout(problem, context);
  for (const folder of inputs.empty) {
    say(context, context.messages.check.emptyFolder(folder, definitionPatterns));
  }
  const definitions: Definition[] = [];
  for (const path of inputs.paths) {
    const definition = await readDefinition(path, context, stdinName);
    if (definition !== null) definitions.push(definition);
  }
  const incomplete = inputs.problems.length > 0 || definitions.length < inputs.paths.length;
  return { definitions, incomplete };
}

/** The exit code of a check: unreadable files beat findings. */
export function checkedCode(incomplete: boolean, files: readonly CheckedFile[]): ExitCode {
  if (incomplete) return exitCode.usage;
  const hasError = files.some(({ check }) => check.diagnostics.some((d) => d.severity === 'error'));
  return hasError ? exitCode.findings : exitCode.ok;
}

function complainAbout(problem: PathProblem, context: Context): void {
  complain(context, problemText(problem, context.messages));
}
