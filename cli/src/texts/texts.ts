/** The words of the program in the language of the person who runs it. */
import { type Locale, localeFor } from '../../../server/src/core/i18n/locale.ts';
import type { Environment } from '../terminal/colours.ts';
import { type HelpTexts, helpEn } from './help-en.ts';
import { helpZhCn } from './help-zh-cn.ts';
import { type Messages, messagesEn } from './messages-en.ts';
import { messagesZhCn } from './messages-zh-cn.ts';

export interface Texts {
  readonly messages: Messages;
  readonly help: HelpTexts;
}

const texts: Readonly<Record<Locale, Texts>> = {
  en: { messages: messagesEn, help: helpEn },
  'zh-cn': { messages: messagesZhCn, help: helpZhCn },
};

/** The words in a language. */
export function textsFor(locale: Locale): Texts {
  return texts[locale];
}

/**
 * The language that a command line asks for: `--locale`, which is looked for before anything else is read so that even
 * complaints about the command line are in it; else the first of LC_ALL, LC_MESSAGES and LANG that is not empty.
 * Windows sets none of these, and is asked itself.
 */
export function localeOf(args: readonly string[], env: Environment): Locale {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  let asked: string | undefined;
  for (const [index, arg] of options.entries()) {
    if (arg === '--locale') asked = options[index + 1];
    if (arg.startsWith('--locale=')) asked = arg.slice('--locale='.length);
  }
  if (asked !== undefined) return localeFor(asked);
  const set = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => (value ?? '') !== '');
  if (set !== undefined || process.platform !== 'win32') return localeFor(set);
  return localeFor(Intl.DateTimeFormat().resolvedOptions().locale);
}
