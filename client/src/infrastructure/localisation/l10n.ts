/**
 * Texts of the extension in the person's language. No `vscode` import: `activate` decides which translation is in
 * use, tests run in English unless they choose. English texts are the keys of `client/l10n/bundle.l10n.*.json`.
 */
import chineseBundle from '../../../l10n/bundle.l10n.zh-cn.json';

/** Puts `args` into `{0}`, `{1}` … of the translation of `message`. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** Languages that the extension speaks. */
export type Language = 'en' | 'zh-cn';

function fill(text: string, args: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (hole, index: string) => String(args[Number(index)] ?? hole));
}

/** English: the message itself. */
export const english: Translate = (message, ...args) => fill(message, args);

/** Simplified Chinese; a message without translation stays English. */
export const chinese: Translate = (message, ...args) => {
  const bundle: Readonly<Record<string, string>> = chineseBundle;
  return fill(bundle[message] ?? message, args);
};

let translate: Translate = english;

/** The texts of the extension. Call it with a literal: a test collects these calls and wants each one translated. */
export const l10n = {
  t: (message: string, ...args: (string | number)[]): string => translate(message, ...args),
};

/** Chooses what `l10n.t` answers from now on. */
export function useTranslation(next: Translate): void {
  translate = next;
}

/**
 * Which language a locale means: simplified Chinese for `zh…` unless it names Hant, TW or HK, otherwise English.
 * The language server reads locales alike.
 */
export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) && !/hant|tw|hk/i.test(locale) ? 'zh-cn' : 'en';
}

/** Sentences one after the other; after a Chinese full stop there is no blank. */
export function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((text, part) => (text === '' || text.endsWith('。') ? text + part : `${text} ${part}`), '');
}
