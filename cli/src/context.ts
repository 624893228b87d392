/** What every command gets: the terminal, the language and its words, and how definitions are checked. */
import type { CheckOptions } from '../../server/src/core/features/check.ts';
import type { Locale } from '../../server/src/core/i18n/locale.ts';
import { printable } from '../../server/src/core/report/display.ts';
import type { TextOptions } from '../../server/src/core/report/text-report.ts';
import type { Environment } from './terminal/colours.ts';
import type { Output, Terminal } from './terminal/terminal.ts';
import type { HelpTexts } from './texts/help-en.ts';
import type { Messages } from './texts/messages-en.ts';
import { textsFor } from './texts/texts.ts';

export type Format = 'text' | 'json';

export interface Context {
  readonly terminal: Terminal;
  readonly env: Environment;
  readonly locale: Locale;
  readonly messages: Messages;
  readonly help: HelpTexts;
  readonly checkOptions: CheckOptions;
}

/**
 * @param rulePages address of the folder with the rule pages, ending in a slash.
 * @param now for the date: suppressions expire.
 */
export function createContext(
  terminal: Terminal,
  env: Environment,
  locale: Locale,
  rulePages: string,
  now: Date,
): Context {
  return {
    terminal,
    env,
    locale,
    ...textsFor(locale),
    checkOptions: {
      locale,
      today: now.toISOString().slice(0, 10),
      rulePage: (rule, language) => `${rulePages}${language}/${rule.id}-${rule.name}.md`,
    },
  };
}

/** How reports are written to a stream. */
export function textOptions({ locale }: Context, { paint, width }: Output): TextOptions {
  return { locale, paint, width };
}

/** Says something on the error stream, in a line of its own. */
export function say({ terminal }: Context, message: string): void {
  terminal.err.write(`${printable(message)}\n`);
}

/** Says what went wrong, with the name of the program, so that it is found in the log of a pipeline. */
export function complain({ terminal }: Context, message: string): void {
  const { err } = terminal;
  err.write(`${err.paint.severity('error', 'alisg:')} ${printable(message)}\n`);
}

/** Prints a value for scripts. */
export function printJson({ terminal }: Context, value: unknown): void {
  terminal.out.write(`${JSON.stringify(value, null, 2)}\n`);
}
