/**
 * Completion as a person meets it: every item offered at the cursor is inserted, its placeholders filled, and the
 * text must then parse and hold what was chosen. Also what editors demand of an item: a range on one line around the
 * cursor, and a filter text that what is typed matches.
 */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { type ParseError, parse as parseJson } from 'jsonc-parser';
import { parseAllDocuments } from 'yaml';
import { complete } from '../../server/src/core/features/complete/complete.ts';
import type { CompletionItem } from '../../server/src/core/features/complete/item.ts';
import type { Locale } from '../../server/src/core/i18n/locale.ts';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { check } from './check.ts';
import { withCursor } from './cursor.ts';

export interface Offer {
  readonly item: CompletionItem;
  /** The text after the item was chosen. */
  readonly text: string;
  /** Its documents as plain data. */
  readonly documents: readonly unknown[];
}

/** The whole rules that are offered where a rule may begin. */
export const wholeRules: readonly string[] = [
  'New rule',
  'HTTPS from anywhere',
  'HTTP from anywhere',
  'SSH from a private network',
  'RDP from a private network',
  'MySQL from a private network',
  'Ping from anywhere',
  'Drop all other inbound traffic',
  'DNS to a resolver',
  'Accept all outbound traffic',
];

/** What is offered at the cursor, each item inserted; throws when one does not do what it promises. */
export function offersAt(marked: string, syntax: Syntax = 'yaml', locale: Locale = 'en'): Offer[] {
  const { text, offset } = withCursor(marked);
  const result = check(text, syntax);
  return complete(result, offset, locale).map((item) => {
    const { start, end } = item.replace;
    assert.ok(start <= offset && offset <= end, `${item.label}: the range holds the cursor`);
    assert.ok(!text.slice(start, end).includes('\n'), `${item.label}: the range is on one line`);
    const typed = text.slice(start, offset).trimStart();
    const wanted = item.kind === 'snippet' || beginsWith(item.label, typed.replace(/^["']/, ''));
    assert.ok(!wanted || matches(typed, item.filterText), `${item.label}: "${typed}" filters it out`);
    const newText = resolveSnippet(item.snippet);
    const inserted = applyEdits(text, [{ start, end, newText }, ...item.also]);
    const documents = parseAll(inserted, syntax, item.label);
    assertHolds(documents, parseLoosely(text, syntax), item, inserted);
    return { item, text: inserted, documents };
  });
}

/** Throws unless exactly these items are offered, in this order. */
export function checkCompletion(marked: string, labels: readonly string[], syntax: Syntax = 'yaml'): Offer[] {
  const offers = offersAt(marked, syntax);
  assert.deepEqual(
    offers.map((o) => o.item.label),
    labels,
    marked,
  );
  return offers;
}

/** The offer with a label; throws when it is not made. */
export function offerOf(offers: readonly Offer[], label: string): Offer {
  const offer = offers.find((o) => o.item.label === label);
  assert.ok(
    offer,
    `${label} is offered; there is ${offers.map((o) => o.item.label).join(', ') || 'nothing'}`,
  );
  return offer;
}

/** A snippet as it stands when the first choice is taken everywhere and `1` is typed where there is none. */
export function resolveSnippet(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$0/g, '')
    .replace(/(?<!\\)\$[1-9]/g, '1')
    .replace(/\\([\\$}])/g, '$1');
}

function beginsWith(label: string, typed: string): boolean {
  return label.toLowerCase().startsWith(typed.toLowerCase());
}

/** Whether an editor still shows an item: what is typed is spread over the filter text in its order. */
function matches(typed: string, filterText: string): boolean {
  let from = 0;
  for (const c of typed.toLowerCase()) {
    const at = filterText.toLowerCase().indexOf(c, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function parseAll(text: string, syntax: Syntax, label: string): unknown[] {
  if (syntax === 'json') {
    const errors: ParseError[] = [];
    const value: unknown = parseJson(text.replace(/^\uFEFF/, ''), errors);
    assert.deepEqual(errors, [], `${label}: the text parses\n${text}`);
    return [value];
  }
  return parseAllDocuments(text, { merge: true, logLevel: 'silent' }).map((doc) => {
    assert.deepEqual(
      doc.errors.map((e) => e.message),
      [],
      `${label}: the text parses\n${text}`,
    );
    return doc.toJS() as unknown;
  });
}

/** What can be read of a text that may be broken. */
function parseLoosely(text: string, syntax: Syntax): readonly unknown[] {
  if (syntax === 'json') return [parseJson(text) as unknown];
  return parseAllDocuments(text, { logLevel: 'silent' }).map((doc) =>
    doc.errors.length > 0 ? null : (doc.toJS() as unknown),
  );
}

function assertHolds(
  after: readonly unknown[],
  before: readonly unknown[],
  item: CompletionItem,
  text: string,
) {
  if (item.kind === 'snippet') {
    const rules = after.flatMap(rulesOf);
    // The documentation of a whole rule shows what it writes.
    const shown = /```yaml\n([\s\S]*?)```/.exec(item.documentation)?.[1] ?? '';
    const wanted = parseAllDocuments(shown).map((d) => d.toJS() as unknown)[0];
    const holds = (rule: unknown) =>
      rulesOf(wanted)
        .concat(wanted)
        .some((w) => isDeepStrictEqual(rule, w));
    assert.ok(rules.some(holds), `a whole rule is inserted\n${text}`);
    assert.ok(rules.length >= before.flatMap(rulesOf).filter(isObject).length, `no rule is lost\n${text}`);
    return;
  }
  const words = new Set<string>();
  collectWords(after, words);
  assert.ok(words.has(item.label), `${item.label} is in the text\n${text}`);
}

function rulesOf(document: unknown): readonly unknown[] {
  return isObject(document) && Array.isArray(document.Permissions) ? document.Permissions : [];
}

function collectWords(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) for (const v of value) collectWords(v, into);
  else if (isObject(value)) {
    for (const [key, v] of Object.entries(value)) {
      into.add(key);
      collectWords(v, into);
    }
  } else into.add(String(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
