/**
 * What stands at a place, as Markdown in the user's language: what the value amounts to, then the documentation of its
 * field; at the dash or brace of a rule, what the rule does.
 */
import { t } from '../i18n/catalog.ts';
import type { Locale } from '../i18n/locale.ts';
import type { FieldDoc } from '../model/field.ts';
import { scalarOf } from '../model/view.ts';
import { parseCidr } from '../net/cidr.ts';
import { readPortRange } from '../net/port-range.ts';
import type { Range } from '../text/position.ts';
import { type FieldAt, fieldAt, ruleMarkAt } from './at-offset.ts';
import type { FileCheck } from './check.ts';
import { addressMarkdown } from './explain/address.ts';
import { portMarkdown, transportOf } from './explain/ports.ts';
import { priorityMarkdown } from './explain/priority.ts';
import { ruleSentence } from './explain/rule-sentence.ts';

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
  if (at === null) return ruleHover(check, offset, locale);
  const doc = at.shape?.fields.get(at.field.name);
  if (doc === undefined) return null;
  const value = scalarOf(at.field);
  const field = fieldMarkdown(at.field.name, doc, locale, at.on === 'value' ? String(value ?? '') : null);
  const meaning = at.on === 'value' ? valueMeaning(at, locale) : null;
  const contents = meaning === null ? field : `${meaning}\n\n---\n\n${field}`;
  return { contents, range: check.file.lines.rangeAt(at.span.start, at.span.end) };
}

/** What the value at a place amounts to, beyond what its field documents. */
function valueMeaning({ field, group, rule, view }: FieldAt, locale: Locale): string | null {
  const value = scalarOf(field);
  if (rule === null) return null;
  if (field.name === 'Policy') return ruleSentence(view, group.product.product, locale);
  if (field.name === 'Priority') return priorityMarkdown(group, rule, locale);
  if (typeof value !== 'string') return null;
  if (/PortRange$/.test(field.name)) {
    return portMarkdown(readPortRange(value), transportOf(view, group.product.product), locale);
  }
  const cidr = /CidrIp$/.test(field.name) ? parseCidr(value) : null;
  return cidr === null ? null : addressMarkdown(cidr, locale);
}

/** What a rule does, shown at its dash or brace, or at the alias that stands for it. */
function ruleHover(check: FileCheck, offset: number, locale: Locale): Hover | null {
  const rule = ruleMarkAt(check, offset);
  const sentence = rule?.entry.view
    ? ruleSentence(rule.entry.view, rule.group.product.product, locale)
    : null;
  if (rule === null || sentence === null) return null;
  const contents = `**#${rule.entry.index + 1}** ${sentence}`;
  return { contents, range: check.file.lines.rangeAt(rule.mark.start, rule.mark.end) };
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
