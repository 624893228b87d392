/** Runs one command line and turns whatever happens into an exit code. Never lets an error out. */
import { CommanderError } from 'commander';
import { version } from '../../package.json';
import { type Context, complain, createContext, say } from './context.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { createProgram } from './program/program.ts';
import { usageErrorText } from './program/usage-error.ts';
import type { Environment } from './terminal/colours.ts';
import type { Terminal } from './terminal/terminal.ts';
import { localeOf } from './texts/texts.ts';

/**
 * Runs `alisg` with arguments.
 * @param rulePages address of the folder with the rule pages, ending in a slash.
 */
export async function run(
  args: readonly string[],
  terminal: Terminal,
  env: Environment,
  rulePages: string,
): Promise<ExitCode> {
  const context = createContext(terminal, env, localeOf(args, env), rulePages, new Date());
  const code = await runCommand(args, context);
  const failure = await terminal.finish();
  if (failure === null) return code;
  complain(context, context.messages.outputFailed(failure));
  return code === exitCode.unknown ? code : exitCode.usage;
}

async function runCommand(args: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok;
  const program = createProgram(context, version, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return parserCode(error, args, context);
    complain(context, context.messages.failed(oneLine(error)));
    return exitCode.usage;
  }
}

/** The parser ends by throwing, also after it has shown the help. */
function parserCode(error: CommanderError, args: readonly string[], context: Context): ExitCode {
  if (error.code === 'commander.help') return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  if (error.exitCode === 0) return exitCode.ok;
  complain(context, usageErrorText(error, context.messages));
  const known = ['check', 'fix', 'plan', 'create', 'sandbox'];
  const command = args.find((arg) => known.includes(arg));
  say(context, context.messages.usage.moreHelp(command === undefined ? 'alisg' : `alisg ${command}`));
  return exitCode.usage;
}

/** What an unforeseen error says, without the rest of it. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? '';
}
