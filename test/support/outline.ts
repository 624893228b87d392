/** The outline of a text as lines, for comparison with what is expected. */
import { documentSymbols, type OutlineEntry } from '../../server/src/core/features/symbols.ts';
import type { Locale } from '../../server/src/core/i18n/locale.ts';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { check } from './check.ts';

/** One line per entry, indented by depth: `name | detail`. */
export function outlineOf(text: string, syntax: Syntax = 'yaml', locale: Locale = 'en'): string[] {
  const lines: string[] = [];
  const add = (entry: OutlineEntry, depth: number) => {
    lines.push(`${'  '.repeat(depth)}${entry.name}${entry.detail === '' ? '' : ` | ${entry.detail}`}`);
    for (const child of entry.children) add(child, depth + 1);
  };
  for (const entry of documentSymbols(check(text, syntax), locale)) add(entry, 0);
  return lines;
}

/** The text that each entry covers, in the order of the outline. */
export function outlineTexts(text: string, syntax: Syntax = 'yaml'): { whole: string; selected: string }[] {
  const result = check(text, syntax);
  const { lines } = result.file;
  const slice = ({ start, end }: OutlineEntry['range']) =>
    text.slice(lines.offsetAt(start), lines.offsetAt(end));
  const texts: { whole: string; selected: string }[] = [];
  const add = (entry: OutlineEntry) => {
    texts.push({ whole: slice(entry.range), selected: slice(entry.selectionRange) });
    entry.children.forEach(add);
  };
  documentSymbols(result, 'en').forEach(add);
  return texts;
}
