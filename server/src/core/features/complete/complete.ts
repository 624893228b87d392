/** Completion: keys that are still missing, values, and whole new rules, written for the place where they go. */
import { t } from '../../i18n/catalog.ts';
import type { Locale } from '../../i18n/locale.ts';
import { keyForDirection } from '../../model/direction.ts';
import type { FieldDoc } from '../../model/field.ts';
import type { Group } from '../../model/group.ts';
import { addressFields, readRule } from '../../model/rule-reading.ts';
import type { Shape } from '../../model/shapes.ts';
import { shapesOf } from '../../model/shapes.ts';
import type { Product } from '../../plan/plan.ts';
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
  const product = group?.product.product ?? 'ens';
  const shapes = shapesOf(product);
  const place = placeAt(check, offset);
  if (place === null) return [];
  switch (place.kind) {
    case 'item': {
      const whole = wholeRules(check, place, shapes.rule, locale);
      return [...whole, ...dashKeys(check, product, place, shapes.rule, locale)];
    }
    case 'key':
      return keyItems(check, product, place, shapes[place.in], locale);
    case 'value':
      return valueItems(check, product, place, shapes[place.in], group, locale);
  }
}

/** Behind a dash that is written already, single keys are offered beside the whole rule. */
function dashKeys(
  check: FileCheck,
  product: Product,
  place: ItemPlace,
  shape: Shape,
  locale: Locale,
): CompletionItem[] {
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
  return keyItems(check, product, key, shape, locale);
}

/**
 * A rule has addresses of one family, and ICMP and ICMPv6 belong to one each. An ECS rule has the references of its
 * direction. Other fields always make sense, except by their old names.
 */
function makesSense(name: string, doc: FieldDoc, product: Product, { present, view }: KeyPlace): boolean {
  if (doc.deprecated || (doc.excludes !== null && present.has(doc.excludes))) return false;
  const rule = view === null ? null : readRule(view, product);
  if (product === 'ecs' && rule?.direction && keyForDirection(name, rule.direction) !== null) return false;
  const family = addressFields.find((a) => a.name === name)?.family;
  if (family === undefined) return true;
  if (rule?.protocol === 'ICMP' && family === 6) return false;
  if (rule?.protocol === 'ICMPv6' && family === 4) return false;
  return !addressFields.some((a) => a.family !== family && present.has(a.name));
}

/** Most values that are offered as choices within a snippet; longer lists are what completion of the value is for. */
const maxChoices = 12;

function keyItems(
  check: FileCheck,
  product: Product,
  place: KeyPlace,
  shape: Shape | null,
  locale: Locale,
): CompletionItem[] {
  if (shape === null) return [];
  const written = check.file.text.slice(place.replace.start, place.replace.end).replace(/["'\s]/g, '');
  const absent = [...shape.fields].filter(
    ([name, doc]) => name === written || (!place.present.has(name) && makesSense(name, doc, product, place)),
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
    // A closed list of values comes as a choice within the snippet.
    opensValues: !place.hasColon && choicesOf(doc).length === 0 && opensValues(product, name, doc, locale),
  }));
}

/** The values that are offered as choices within the snippet of a key. */
function choicesOf(doc: FieldDoc): string[] {
  return doc.values.length <= maxChoices ? doc.values.map((v) => v.value) : [];
}

function opensValues(product: Product, name: string, doc: FieldDoc, locale: Locale): boolean {
  return valuesFor({ product, name, doc, view: null, group: null, typed: '', locale }).length > 0;
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
  const bare = doc.type === 'integer' || doc.type === 'boolean';
  const quote = json && !bare ? '"' : '';
  const choices = choicesOf(doc);
  const value = choices[0] ?? (bare ? doc.example : '');
  if (!snippet) return `${key}: ${quote}${value}${quote}${comma}`;
  const body = choices.length > 0 ? `\${1|${choices.join(',')}|}` : value !== '' ? `\${1:${value}}` : '$1';
  return `${key}: ${quote}${body}${quote}${comma}`;
}

function valueItems(
  check: FileCheck,
  product: Product,
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
    product,
    name: place.key,
    doc,
    view: place.view,
    group,
    typed: written.replace(/["']/g, ''),
    locale,
  };
  return valuesFor(question).map(({ value, detail, words }, i) => {
    const text = writeScalar(value, check.file.syntax, style);
    // A long list is found by its names too: `Frankfurt` for eu-central-1.
    const alsoFoundBy = words ?? (doc.values.length > maxChoices ? detail : '');
    return {
      label: String(value),
      kind: 'value',
      detail,
      documentation,
      replace: place.replace,
      also: [],
      snippet: escapeSnippet(text),
      plain: text,
      filterText: `${text} ${alsoFoundBy}`.trimEnd(),
      sortText: sortText(i),
      opensValues: false,
    };
  });
}

/** `$`, `}` and `\` have a meaning in snippets. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
