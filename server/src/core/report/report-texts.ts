/** The words of the reports, in both languages. A translation that is missing does not compile. */
import type { Locale } from '../i18n/locale.ts';
import type { FixSafety, Severity } from '../rules/rule.ts';

export interface ReportTexts {
  readonly severity: Readonly<Record<Severity, string>>;
  /** "3 errors". */
  readonly counted: Readonly<Record<Severity, (count: number) => string>>;
  /** Joins counts to a list. */
  readonly listed: (counts: readonly string[]) => string;
  readonly found: (counts: string, files: number) => string;
  readonly nothingFound: (files: number) => string;
  readonly fix: (title: string, safety: FixSafety) => string;
  readonly note: (place: string, message: string) => string;
  /** The last line of a range of several; one-based. */
  readonly untilLine: (line: number) => string;
  readonly unnamed: string;
  readonly planned: (group: string, calls: number) => string;
  readonly ruleCount: (count: number) => string;
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const en: ReportTexts = {
  severity: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
  counted: {
    error: (n) => plural(n, 'error'),
    warning: (n) => plural(n, 'warning'),
    info: (n) => plural(n, 'note'),
    hint: (n) => plural(n, 'hint'),
  },
  listed: (counts) => counts.join(', '),
  found: (counts, files) => `${counts} in ${plural(files, 'file')}`,
  nothingFound: (files) => `No problems in ${plural(files, 'file')}`,
  fix: (title, safety) =>
    ({ safe: `fix: ${title}`, unsafe: `fix (--unsafe): ${title}`, 'display-only': `help: ${title}` })[safety],
  note: (place, message) => `note: ${message} (${place})`,
  untilLine: (line) => `to line ${line}`,
  unnamed: '(security group without a name)',
  planned: (group, calls) => `${group}: ${plural(calls, 'call')}`,
  ruleCount: (n) => plural(n, 'rule'),
};

const zhCn: ReportTexts = {
  severity: { error: '错误', warning: '警告', info: '信息', hint: '提示' },
  counted: {
    error: (n) => `${n} 个错误`,
    warning: (n) => `${n} 个警告`,
    info: (n) => `${n} 条信息`,
    hint: (n) => `${n} 条提示`,
  },
  listed: (counts) => counts.join('、'),
  found: (counts, files) => `${files} 个文件中有 ${counts}`,
  nothingFound: (files) => `${files} 个文件中未发现问题`,
  fix: (title, safety) =>
    ({ safe: `修复：${title}`, unsafe: `修复（--unsafe）：${title}`, 'display-only': `建议：${title}` })[
      safety
    ],
  note: (place, message) => `注：${message}（${place}）`,
  untilLine: (line) => `至第 ${line} 行`,
  unnamed: '（未命名的安全组）',
  planned: (group, calls) => `${group}：${calls} 次调用`,
  ruleCount: (n) => `${n} 条规则`,
};

const texts: Readonly<Record<Locale, ReportTexts>> = { en, 'zh-cn': zhCn };

/** The words in a language. */
export function reportTexts(locale: Locale): ReportTexts {
  return texts[locale];
}
