/** The seam through which tests check texts: the same functions that the editor and the command line use. */
import { type CheckOptions, checkFile, type FileCheck } from '../../server/src/core/features/check.ts';
import { readFile, type Syntax } from '../../server/src/core/syntax/file.ts';

export const options: CheckOptions = {
  locale: 'en',
  today: '2026-11-21',
  rulePage: (rule, locale) => `rules/${locale}/${rule.id}-${rule.name}.md`,
};

/** Checks a text. */
export function check(
  text: string,
  syntax: Syntax = 'yaml',
  overrides: Partial<CheckOptions> = {},
): FileCheck {
  return checkFile(readFile(text, syntax), { ...options, ...overrides });
}
