/** Completion: keys that are still missing, values, and whole new rules, written for the place where they go. */
import { t } from '../../i18n/catalog.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { FieldDoc } from '../../model/field.ts';
import type { Shape } from '../../model/shapes.ts';
import { shapesOf } from '../../model/shapes.ts';
import type { Span } from '../../syntax/tree.ts';
import { writeScalar } from '../../syntax/write-scalar.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { FileCheck } from '../check.ts';
import { fieldMarkdown } from '../hover.ts';
import { groupAround, type ItemPlace, type KeyPlace, placeAt, type ValuePlace } from './place.ts';
import { valuesFor } from './values.ts';

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'snippet';
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What is replaced, at offsets of the file. */
  readonly replace: Span;
  /** Edits elsewhere that go with it: a comma that is missing in front. */
  readonly also: readonly TextEdit[];
  /** LSP snippet syntax. */
  readonly snippet: string;
  /** The same without placeholders, for clients that know no snippets. */
  readonly plain: string;
  readonly filterText: string;
  readonly sortText: string;
}

/** What can be written at an offset, in the order in which it is offered. */
export function complete(check: FileCheck, offset: number, locale: Locale): CompletionItem[] {
  const product = groupAround(check, offset)?.product.product ?? 'ens';
  const shapes = shapesOf(product);
  const place = placeAt(check, offset);
  if (place === null || shapes === null) return [];
  switch (place.kind) {
    case 'item':
      return [newRule(check, place, locale), ...dashKeys(check, place, shapes.rule, locale)];
    case 'key':
      return keyItems(check, place, shapes[place.in], locale);
    case 'value':
      return valueItems(check, place, shapes[place.in], locale);
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
    replace,
    lead: place.lead,
    hasColon: false,
    style: 'block',
    needsComma: false,
    commaAt: null,
  };
  return keyItems(check, key, shape, locale);
}

function keyItems(check: FileCheck, place: KeyPlace, shape: Shape, locale: Locale): CompletionItem[] {
  const written = check.file.text.slice(place.replace.start, place.replace.end).replace(/["'\s]/g, '');
  const absent = [...shape.fields].filter(([name]) => name === written || !place.present.has(name));
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
    sortText: String(i).padStart(3, '0'),
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

function valueItems(check: FileCheck, place: ValuePlace, shape: Shape, locale: Locale): CompletionItem[] {
  const doc = shape.fields.get(place.key);
  if (doc === undefined) return [];
  const documentation = fieldMarkdown(place.key, doc, locale);
  // Within quotes the new value is quoted the same way.
  const quote = /^["']/.exec(check.file.text.slice(place.replace.start, place.replace.end))?.[0];
  const style = quote === '"' ? 'double-quoted' : quote === "'" ? 'single-quoted' : 'plain';
  return valuesFor(place.key, doc, place.view, locale).map(({ value, detail }, i) => {
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
      filterText: text,
      sortText: String(i).padStart(3, '0'),
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
      const close = `${snippet ? '\\}' : '}'}${place.needsComma ? ',' : ''}`;
      return `{\n${fields.map((f) => `${indent}  ${f}`).join(',\n')}\n${indent}${close}`;
    }
    const column = place.dashColumn ?? 0;
    return place.lead + (place.hasDash ? '' : '- ') + fields.join(`\n${' '.repeat(column + 2)}`);
  };
  return {
    label: t(locale, 'newRule'),
    kind: 'snippet',
    detail: t(locale, 'newRuleDetail'),
    documentation: `\`\`\`yaml\n${newRuleFields.map(([k, v]) => `${k}: ${v}`).join('\n')}\n\`\`\``,
    replace,
    also: commaEdits(place),
    snippet: write(true),
    plain: write(false),
    // What is typed where a rule begins is a dash, a blank, or the beginning of a key.
    filterText: `${check.file.text.slice(replace.start, replace.end).trim()}- Direction rule`,
    sortText: '000',
  };
}
