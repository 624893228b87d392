/**
 * Complaints about the command line, in the language of the person: the parser says in English what is wrong, with the
 * words that matter in quotes.
 */
import type { CommanderError } from 'commander';
import { isDefinitionName } from '../files/definition-names.ts';
import { shellQuote } from '../terminal/shell-quote.ts';
import type { Messages } from '../texts/messages-en.ts';

/** One line that says what is wrong, and what to do where that is known. */
export function usageErrorText({ code, message }: CommanderError, { usage }: Messages): string {
  const [first = '', second = ''] = Array.from(message.matchAll(/'([^']*)'/g), (m) => m[1] ?? '');
  const forgotten = code === 'commander.unknownCommand' && isDefinitionName(first);
  const suggestion = forgotten
    ? `alisg check ${shellQuote(first)}`
    : /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  const said = complaint(code, message, first, second, usage);
  if (said === null) return message.replace(/^error: /, '');
  return suggestion === undefined ? said : `${said} ${usage.didYouMean(suggestion)}`;
}

function complaint(
  code: string,
  message: string,
  first: string,
  second: string,
  usage: Messages['usage'],
): string | null {
  switch (code) {
    case 'commander.unknownOption':
      return usage.unknownOption(first);
    case 'commander.unknownCommand':
      return usage.unknownCommand(first);
    case 'commander.missingArgument':
      return usage.missingArgument(first);
    case 'commander.optionMissingArgument':
      return usage.missingValue(first);
    case 'commander.excessArguments':
      return usage.tooMany(first, /Expected (\d+)/.exec(message)?.[1] ?? '');
    case 'commander.invalidArgument': {
      const detail = /is invalid\. (.*)$/s.exec(message)?.[1] ?? '';
      const choices = /^Allowed choices are (.*)\.$/.exec(detail)?.[1];
      const option = first.split(' ')[0] ?? first;
      return `${usage.invalidValue(second, option)} ${choices === undefined ? detail : usage.allowed(choices)}`;
    }
    default:
      return null;
  }
}
