/** Completion: keys that are still missing, values, and whole new rules, written for the place where they go. */
import { t } from '../../i18n/catalog.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { FieldDoc } from '../../model/field.ts';
import type { Group } from '../../model/group.ts';
import { addressFields, readRule } from '../../model/rule-reading.ts';
import type { Shape } from '../../model/shapes.ts';
import { shapesOf } from '../../model/shapes.ts';
import { writeScalar } from '../../syntax/write-scalar.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { FileCheck } from '../check.ts';
import { fieldMarkdown } from '../hover.ts';
import { type CompletionItem, sortText } from './item.ts';
import { groupAround, type ItemPlace, type KeyPlace, placeAt, type ValuePlace } from './place.ts';
import { ruleNamePlace, ruleNames } from './rule-names.ts';
import { valuesFor } from './values.ts';
import { wholeRules } from './whole-rules.ts';

/** What can be written at an offset, in the order in which it is offered. */
export function complete(check: FileCheck, offset: number, locale: Locale): CompletionItem[] {
  const comment = ruleNamePlace(check, offset);
  if (comment !== null) return ruleNames(check, comment, locale);
  const group = groupAround(check, offset);
  const shapes = shapesOf(group?.product.product ?? 'ens');
  const place = placeAt(check, offset);
  if (place === null || shapes === null) return [];
  switch (place.kind) {
    case 'item': {
      const whole = wholeRules(check, place, shapes.rule, locale);
      return [...whole, ...dashKeys(check, place, shapes.rule, locale)];
    }
    case 'key':
      return keyItems(check, place, shapes[place.in], locale);
    case 'value':
      return valueItems(check, place, shapes[place.in], group, locale);
  }
}

/** Behind a dash that is written already, single keys are offered beside the whole rule. */
function dashKeys(check: FileCheck, place: ItemPlace, shape: Shape, locale: Locale): CompletionItem[] {
  if (!place.hasDash) return [];
  const { replace } = place;
  const key: KeyPlace = {
    kind: 'key',
    in: 'rule',
    present: new Set(),
    view: null,
    replace,
    lead: place.lead,
    hasColon: false,
    style: 'block',
    needsComma: false,
    commaAt: null,
  };
  return keyItems(check, key, shape, locale);
}

/** A rule has addresses of one family, and ICMP and ICMPv6 belong to one each. Other fields always make sense. */
function makesSense(name: string, { present, view }: KeyPlace): boolean {
  const family = addressFields.find((a) => a.name === name)?.family;
  if (family === undefined) return true;
  const protocol = view === null ? null : readRule(view).protocol;
  if (protocol === 'ICMP' && family === 6) return false;
  if (protocol === 'ICMPv6' && family === 4) return false;
  return !addressFields.some((a) => a.family !== family && present.has(a.name));
}

function keyItems(check: FileCheck, place: KeyPlace, shape: Shape, locale: Locale): CompletionItem[] {
  const written = check.file.text.slice(place.replace.start, place.replace.end).replace(/["'\s]/g, '');
  const absent = [...shape.fields].filter(
    ([name]) => name === written || (!place.present.has(name) && makesSense(name, place)),
  );
  // Required keys first, then in the order of the document.
  absent.sort(([, a], [, b]) => Number(b.required) - Number(a.required));
  return absent.map(([name, doc], i) => ({
    label: name,
    kind: 'key',
    detail: t(locale, doc.required ? 'required' : 'optional'),
    documentation: fieldMarkdown(name, doc, locale),
    replace: place.replace,
    also: commaEdits(place),
    snippet: place.lead + keySnippet(name, doc, place, true),
    plain: place.lead + keySnippet(name, doc, place, false),
    filterText: place.style === 'json' ? `"${name}"` : name,
    sortText: sortText(i),
  }));
}

function commaEdits({ commaAt }: KeyPlace | ItemPlace): TextEdit[] {
  return commaAt === null ? [] : [{ start: commaAt, end: commaAt, newText: ',' }];
}

function keySnippet(name: string, doc: FieldDoc, place: KeyPlace, snippet: boolean): string {
  const json = place.style === 'json';
  const key = json ? `"${name}"` : name;
  if (place.hasColon) return key;
  const comma = place.needsComma ? ',' : '';
  if (doc.type === 'array') {
    if (json) return `${key}: [${snippet ? '$0' : ''}]${comma}`;
    return `${key}:${place.style === 'block' ? `\n  - ${snippet ? '$0' : ''}` : ' []'}${comma}`;
  }
  const quote = json && doc.type !== 'integer' ? '"' : '';
  const value = doc.values[0]?.value ?? (doc.type === 'integer' ? doc.example : '');
  if (!snippet) return `${key}: ${quote}${value}${quote}${comma}`;
  const choices = doc.values.map((v) => v.value).join(',');
  const body = choices !== '' ? `\${1|${choices}|}` : value !== '' ? `\${1:${value}}` : '$1';
  return `${key}: ${quote}${body}${quote}${comma}`;
}

function valueItems(
  check: FileCheck,
  place: ValuePlace,
  shape: Shape,
  group: Group | null,
  locale: Locale,
): CompletionItem[] {
  const doc = shape.fields.get(place.key);
  if (doc === undefined) return [];
  const documentation = fieldMarkdown(place.key, doc, locale);
  // Within quotes the new value is quoted the same way.
  const written = check.file.text.slice(place.replace.start, place.replace.end);
  const quote = /^["']/.exec(written)?.[0];
  const style = quote === '"' ? 'double-quoted' : quote === "'" ? 'single-quoted' : 'plain';
  const question = {
    name: place.key,
    doc,
    view: place.view,
    group,
    typed: written.replace(/["']/g, ''),
    locale,
  };
  return valuesFor(question).map(({ value, detail, words }, i) => {
    const text = writeScalar(value, check.file.syntax, style);
    return {
      label: String(value),
      kind: 'value',
      detail,
      documentation,
      replace: place.replace,
      also: [],
      snippet: escapeSnippet(text),
      plain: text,
      filterText: words === undefined ? text : `${text} ${words}`,
      sortText: sortText(i),
    };
  });
}

/** `$`, `}` and `\` have a meaning in snippets. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
