/** The report of `alisg check` for people: each finding with its place, its words and the line that it is about. */
import type { Diagnostic } from '../features/diagnostic.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Severity } from '../rules/rule.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Range } from '../text/position.ts';
import { type CheckedFile, type Summary, summaryOf } from './check-report.ts';
import { printable } from './display.ts';
import type { Paint } from './paint.ts';
import { type ReportTexts, reportTexts } from './report-texts.ts';
import { sourceFrame } from './source-frame.ts';

export interface TextOptions {
  readonly locale: Locale;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** All findings of a file; empty when there are none. Ends with a line break. */
export function fileText({ path, check }: CheckedFile, options: TextOptions): string {
  return check.diagnostics.map((d) => `${diagnosticText(path, check.file.lines, d, options)}\n`).join('');
}

/** One finding. Ends with a line break. */
export function diagnosticText(
  path: string,
  lines: LineIndex,
  diagnostic: Diagnostic,
  options: TextOptions,
): string {
  const { paint } = options;
  const texts = reportTexts(options.locale);
  const { severity, code, name, range } = diagnostic;
  const head = [
    paint.strong(placeText(path, range)),
    paint.severity(severity, texts.severity[severity]),
    `${code} ${paint.faint(name)}`,
  ];
  const gutter = String(range.start.line + 1).length;
  const margin = `${' '.repeat(gutter + 4)}${paint.faint('=')} `;
  return [
    head.join('  '),
    `  ${printable(diagnostic.message)}`,
    ...frameText(lines, diagnostic, gutter, texts, options),
    ...diagnostic.related.map((r) => margin + texts.note(placeText(path, r.range), printable(r.message))),
    ...diagnostic.fixes.slice(0, 1).map((f) => margin + texts.fix(printable(f.title), f.safety)),
    '',
  ].join('\n');
}

function frameText(
  lines: LineIndex,
  { severity, range }: Diagnostic,
  gutter: number,
  texts: ReportTexts,
  { paint, width }: TextOptions,
): string[] {
  const frame = sourceFrame(lines, range, Math.max(20, width - gutter - 7));
  const number = String(frame.line + 1).padStart(gutter);
  const carets = paint.severity(severity, '^'.repeat(frame.carets));
  const until = frame.continues ? ` ${paint.faint(texts.untilLine(range.end.line + 1))}` : '';
  return [
    `    ${paint.faint(`${number} |`)} ${frame.text}`.trimEnd(),
    `    ${' '.repeat(gutter)} ${paint.faint('|')} ${' '.repeat(frame.indent)}${carets}${until}`,
  ];
}

/** `path:line:column`, one-based, as editors and terminals understand it. */
export function placeText(path: string, { start }: Range): string {
  return `${printable(path)}:${start.line + 1}:${start.character + 1}`;
}

const severities: readonly (readonly [Severity, keyof Summary])[] = [
  ['error', 'errors'],
  ['warning', 'warnings'],
  ['info', 'infos'],
  ['hint', 'hints'],
];

/** The last line: how many findings of each kind. Without a line break. */
export function summaryText(files: readonly CheckedFile[], { locale, paint }: TextOptions): string {
  const texts = reportTexts(locale);
  const summary = summaryOf(files);
  const found = severities.filter(([, key]) => summary[key] > 0);
  if (found.length === 0) return texts.nothingFound(files.length);
  const counts = found.map(([severity, key]) =>
    paint.severity(severity, texts.counted[severity](summary[key])),
  );
  return texts.found(texts.listed(counts), files.filter((f) => f.check.diagnostics.length > 0).length);
}
