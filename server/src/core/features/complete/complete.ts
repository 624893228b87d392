/** Completion: keys that are still missing, values, and whole new rules, written for the place where they go. */
import { t } from '../../i18n/catalog.ts';
import type { Locale } from '../../i18n/locale.ts';
import { keyForDirection } from '../../model/direction.ts';
import type { FieldDoc } from '../../model/field.ts';
import { readRule } from '../../model/rule-reading.ts';
import type { Shape } from '../../model/shapes.ts';
import { shapesOf } from '../../model/shapes.ts';
import type { Product } from '../../plan/plan.ts';
import type { Span } from '../../syntax/tree.ts';
import { writeScalar } from '../../syntax/write-scalar.ts';
import type { FileCheck } from '../check.ts';
import { fieldMarkdown } from '../hover.ts';
import {
  groupAround,
  type ItemPlace,
  type KeyPlace,
  noComma,
  placeAt,
  ruleViewBefore,
  type ValuePlace,
} from './place.ts';
import { valuesFor } from './values.ts';

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'snippet';
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What is replaced, at offsets of the file. */
  readonly replace: Span;
  /** LSP snippet syntax. */
  readonly snippet: string;
  /** The same without placeholders, for clients that know no snippets. */
  readonly plain: string;
  readonly filterText: string;
  readonly sortText: string;
  /** Once it is inserted, the cursor is where values are offered: a client that can should ask again. */
  readonly opensValues: boolean;
}

/** What can be written at an offset, in the order in which it is offered. */
export function complete(check: FileCheck, offset: number, locale: Locale): CompletionItem[] {
  const group = groupAround(check, offset);
  const product = group?.product.product ?? 'ens';
  const shapes = shapesOf(product);
  const place = placeAt(check, offset);
  if (place === null) return [];
  switch (place.kind) {
    case 'item':
      return [newRule(check, place, locale), ...dashKeys(check, product, place, shapes.rule, locale)];
    case 'key': {
      const items = keyItems(check, product, place, shapes[place.in], locale);
      if (product !== 'ecs' || place.in !== 'rule') return items;
      // Of the references, those that the call of the rule's direction has.
      const view = ruleViewBefore(group, offset);
      const direction = view === null ? null : readRule(view, product).direction;
      return direction === null ? items : items.filter((i) => keyForDirection(i.label, direction) === null);
    }
    case 'value':
      return valueItems(check, product, place, shapes[place.in], locale);
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
    replace,
    hasColon: false,
    style: 'block',
    comma: noComma,
  };
  return keyItems(check, product, key, shape, locale);
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
  const written = check.file.text.slice(place.replace.start, place.replace.end).replaceAll('"', '');
  const absent = [...shape.fields].filter(
    ([name, doc]) =>
      name === written ||
      !(
        place.present.has(name) ||
        doc.deprecated ||
        (doc.excludes !== null && place.present.has(doc.excludes))
      ),
  );
  // Required keys first, then in the order of the document.
  absent.sort(([, a], [, b]) => Number(b.required) - Number(a.required));
  return absent.map(([name, doc], i) => ({
    label: name,
    kind: 'key',
    detail: t(locale, doc.required ? 'required' : 'optional'),
    documentation: fieldMarkdown(name, doc, locale),
    replace: place.replace,
    snippet: keySnippet(name, doc, place, true),
    plain: keySnippet(name, doc, place, false),
    filterText: place.style === 'json' ? `"${name}"` : name,
    sortText: String(i).padStart(3, '0'),
    // A closed list of values comes as a choice within the snippet.
    opensValues:
      !place.hasColon &&
      choicesOf(doc).length === 0 &&
      valuesFor(product, name, doc, null, locale).length > 0,
  }));
}

/** The values that are offered as choices within the snippet of a key. */
function choicesOf(doc: FieldDoc): string[] {
  return doc.values.length <= maxChoices ? doc.values.map((v) => v.value) : [];
}

function keySnippet(name: string, doc: FieldDoc, place: KeyPlace, snippet: boolean): string {
  const json = place.style === 'json';
  const key = json ? `"${name}"` : name;
  if (place.hasColon) return key;
  const comma = place.comma.behind ? ',' : '';
  const lead = place.comma.before ? ', ' : '';
  if (doc.type === 'array') {
    if (json) return `${lead}${key}: [${snippet ? '$0' : ''}]${comma}`;
    return `${key}:${place.style === 'block' ? `\n  - ${snippet ? '$0' : ''}` : ' []'}${comma}`;
  }
  const quote = json && doc.type !== 'integer' && doc.type !== 'boolean' ? '"' : '';
  const choices = choicesOf(doc);
  if (!snippet) return `${lead}${key}: ${quote}${choices[0] ?? ''}${quote}${comma}`;
  const body = choices.length > 0 ? `\${1|${choices.join(',')}|}` : '$1';
  return `${lead}${key}: ${quote}${body}${quote}${comma}`;
}

function valueItems(
  check: FileCheck,
  product: Product,
  place: ValuePlace,
  shape: Shape,
  locale: Locale,
): CompletionItem[] {
  const doc = shape.fields.get(place.key);
  if (doc === undefined) return [];
  const documentation = fieldMarkdown(place.key, doc, locale);
  // Within quotes the new value is quoted the same way.
  const quote = /^["']/.exec(check.file.text.slice(place.replace.start, place.replace.end))?.[0];
  const style = quote === '"' ? 'double-quoted' : quote === "'" ? 'single-quoted' : 'plain';
  return valuesFor(product, place.key, doc, place.view, locale).map(({ value, detail }, i) => {
    const written = writeScalar(value, check.file.syntax, style);
    const text = place.comma.behind ? `${written},` : written;
    return {
      label: String(value),
      kind: 'value',
      detail,
      documentation,
      replace: place.replace,
      snippet: escapeSnippet(text),
      plain: text,
      // A long list is found by its names too: `Frankfurt` for eu-central-1.
      filterText: doc.values.length > maxChoices ? `${written} ${detail}` : written,
      sortText: String(i).padStart(3, '0'),
      opensValues: false,
    };
  });
}

/** `$`, `}` and `\` have a meaning in snippets. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The values of a new rule: valid at once, and opening nothing to the internet. */
const newRuleFields: readonly (readonly [key: string, value: string | number, choices?: string])[] = [
  ['Direction', 'ingress', 'ingress,egress'],
  ['IpProtocol', 'TCP', 'TCP,UDP,ICMP,ALL'],
  ['PortRange', '443/443'],
  ['Policy', 'Accept', 'Accept,Drop'],
  ['Priority', 1],
  ['SourceCidrIp', '10.0.0.0/8'],
];

function newRule(check: FileCheck, place: ItemPlace, locale: Locale): CompletionItem {
  const { replace, style } = place;
  const write = (snippet: boolean) => {
    const fields = newRuleFields.map(([key, value, choices], i) => {
      const shown = !snippet ? String(value) : choices ? `\${${i + 1}|${choices}|}` : `\${${i + 1}:${value}}`;
      if (style !== 'json') return `${key}: ${shown}`;
      return `"${key}": ${typeof value === 'number' ? shown : `"${shown}"`}`;
    });
    if (style === 'json') {
      const indent =
        /^[ \t]*/.exec(check.file.lines.lineText(check.file.lines.positionAt(replace.start).line))?.[0] ?? '';
      const close = `${snippet ? '\\}' : '}'}${place.comma.behind ? ',' : ''}`;
      const open = place.comma.before ? ', {' : '{';
      return `${open}\n${fields.map((f) => `${indent}  ${f}`).join(',\n')}\n${indent}${close}`;
    }
    const column = place.dashColumn ?? 0;
    const dash = place.hasDash ? '' : `${' '.repeat(column)}- `;
    return dash + fields.join(`\n${' '.repeat(column + 2)}`);
  };
  return {
    label: t(locale, 'newRule'),
    kind: 'snippet',
    detail: t(locale, 'newRuleDetail'),
    documentation: `\`\`\`yaml\n${newRuleFields.map(([k, v]) => `${k}: ${v}`).join('\n')}\n\`\`\``,
    replace,
    snippet: write(true),
    plain: write(false),
    // What is typed where a rule begins is a dash, a blank, or the beginning of a key, which then comes first.
    filterText: `- Direction rule ${check.file.text.slice(replace.start, replace.end).trim()}`,
    // Before the keys, which a dash brings too.
    sortText: '!',
    opensValues: false,
  };
}
