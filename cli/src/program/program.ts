/** The commands with their arguments and options, and the help on them. What they do is in `commands/`. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { displayWidth } from '../../../server/src/core/report/display.ts';
import { type CheckCommandOptions, check } from '../commands/check.ts';
import { type CreateCommandOptions, create } from '../commands/create.ts';
import { type FixCommandOptions, fix } from '../commands/fix.ts';
import { type PlanCommandOptions, plan } from '../commands/plan.ts';
import { type SandboxCommandOptions, sandbox } from '../commands/sandbox.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import type { HelpTexts } from '../texts/help-en.ts';

/** Builds the parser. `finish` gets the exit code of the command that has run. */
export function createProgram(context: Context, version: string, finish: (code: ExitCode) => void): Command {
  const { help, messages } = context;
  const program = new Command('alisg')
    .description(help.root.summary)
    .version(version, '-V, --version', help.version)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand('help [command]', help.helpCommand)
    .configureHelp(helpLayout(help))
    .configureOutput({
      writeOut: (text) => context.terminal.out.write(text),
      writeErr: (text) => context.terminal.err.write(text),
      // Complaints are worded by whoever catches the error.
      outputError: () => {},
    })
    .exitOverride()
    .addOption(localeOption(help))
    .addHelpText('after', `\n${help.root.after}`);

  const command = (name: 'check' | 'fix' | 'plan' | 'create' | 'sandbox') => {
    const { summary, description, after } = help[name];
    return program.command(name).summary(summary).description(description).addHelpText('after', `\n${after}`);
  };
  const format = () => new Option('--format <format>', help.format).choices(['text', 'json']).default('text');
  const group = () => new Option('--group <name|number>', help.group);
  const common = (c: Command) => c.addOption(localeOption(help));

  common(
    command('check')
      .argument('<path...>', help.check.paths)
      .addOption(format())
      .option('--stdin-filename <name>', help.check.stdinFilename),
  ).action(async (paths: string[], options: CheckCommandOptions) => {
    finish(await check(paths, options, context));
  });

  common(
    command('fix')
      .argument('<path...>', help.fix.paths)
      .option('--unsafe', help.fix.unsafe, false)
      .option('--diff', help.fix.diff, false),
  ).action(async (paths: string[], options: FixCommandOptions) => {
    finish(await fix(paths, options, context));
  });

  common(command('plan').argument('<file>', help.plan.file).addOption(group()).addOption(format())).action(
    async (file: string, options: PlanCommandOptions) => {
      finish(await plan(file, options, context));
    },
  );

  common(
    command('create')
      .argument('<file>', help.create.file)
      .addOption(group())
      .option('--profile <name>', help.create.profile)
      .option('--endpoint <url>', help.create.endpoint)
      .option('--region <id>', help.create.region)
      .option('-y, --yes', help.create.yes, false)
      .addOption(format()),
  ).action(async (file: string, options: CreateCommandOptions) => {
    finish(await create(file, options, context));
  });

  common(
    command('sandbox')
      .option('--port <number>', help.sandbox.port, portParser(messages.usage.port), 0)
      .option('--access-key-id <id>', help.sandbox.accessKeyId, 'sandbox')
      .option('--access-key-secret <secret>', help.sandbox.accessKeySecret, 'sandbox-secret')
      .option('--state-file <file>', help.sandbox.stateFile),
  ).action(async (options: SandboxCommandOptions) => {
    finish(await sandbox(options, context));
  });

  return program;
}

/** Is read before everything else, in `texts.ts`; here it only has to be known. */
function localeOption(help: HelpTexts): Option {
  return new Option('--locale <locale>', help.locale);
}

function portParser(complaint: string): (text: string) => number {
  return (text) => {
    const port = Number(text);
    if (!/^\d{1,5}$/.test(text) || port > 65535) throw new InvalidArgumentError(complaint);
    return port;
  };
}

/** The parser's own words translated; defaults and choices are in the descriptions, so that they are translated too. */
function helpLayout({ words }: HelpTexts) {
  const isWord = (text: string): text is keyof typeof words => Object.hasOwn(words, text);
  const translate = (text: string) => (isWord(text) ? words[text] : text);
  const eachWord = (text: string) => text.split(' ').map(translate).join(' ');
  return {
    styleTitle: translate,
    styleUsage: eachWord,
    styleSubcommandTerm: eachWord,
    optionDescription: (option: Option) => option.description,
    displayWidth,
  };
}
