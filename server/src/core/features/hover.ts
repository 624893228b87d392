/** Documentation for the field at a place, as Markdown in the user's language. */
import { t } from '../i18n/catalog.ts';
import type { Locale } from '../i18n/locale.ts';
import type { FieldDoc } from '../model/field.ts';
import { scalarOf } from '../model/view.ts';
import type { Range } from '../text/position.ts';
import { fieldAt } from './at-offset.ts';
import type { FileCheck } from './check.ts';

/** Most values that a hover lists. */
const maxListedValues = 12;

export interface Hover {
  /** Markdown. */
  readonly contents: string;
  readonly range: Range;
}

/** What to show at an offset; null where there is nothing to say. */
export function hover(check: FileCheck, offset: number, locale: Locale): Hover | null {
  const at = fieldAt(check, offset);
  const doc = at?.shape?.fields.get(at.field.name);
  if (at === null || doc === undefined) return null;
  const value = scalarOf(at.field);
  const contents = fieldMarkdown(at.field.name, doc, locale, at.on === 'value' ? String(value ?? '') : null);
  return { contents, range: check.file.lines.rangeAt(at.span.start, at.span.end) };
}

/** The documentation of a field. `value`: the value that is looked at, explained first. */
export function fieldMarkdown(
  name: string,
  doc: FieldDoc,
  locale: Locale,
  value: string | null = null,
): string {
  const known = doc.values.find((v) => v.value.toLowerCase() === value?.toLowerCase());
  const presence = t(locale, doc.required ? 'required' : 'optional');
  const lines = [`**${name}** · ${doc.type} · ${presence}`, ''];
  if (known !== undefined) lines.push(`\`${known.value}\`: ${known.doc[locale]}`, '');
  lines.push(doc.summary[locale], '');
  // A long list, such as that of the regions, is what completion is for.
  const shown = doc.values.length <= maxListedValues ? doc.values : [];
  for (const { value: allowed, doc: text } of shown) lines.push(`- \`${allowed}\` — ${text[locale]}`);
  if (shown.length > 0) lines.push('');
  const colon = locale === 'zh-cn' ? '：' : ': ';
  if (doc.range !== null) lines.push(`${t(locale, 'allowed')}${colon}${doc.range[locale]}`, '');
  lines.push(`${t(locale, 'example')}${colon}\`${doc.example}\``);
  if (doc.source !== null) lines.push('', `[${t(locale, 'source')}](${doc.source[locale]})`);
  return lines.join('\n');
}
