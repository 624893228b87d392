/** Every text of the extension exists in English and Chinese, with the same placeholders, and none is left over. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const bundle = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(path.resolve('client/l10n', name), 'utf8')) as Record<string, string>;

const english = bundle('bundle.l10n.json');
const chinese = bundle('bundle.l10n.zh-cn.json');

/** The value of a string literal of TypeScript, given without its quotes. */
function literalValue(literal: string): string {
  return literal.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');
}

/** Messages of all `l10n.t('…')` calls, and how many calls there are that do not begin with a literal. */
function messages(): { readonly used: ReadonlySet<string>; readonly withoutLiteral: readonly string[] } {
  const root = path.resolve('client/src');
  const used = new Set<string>();
  const withoutLiteral: string[] = [];
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith(path.join('localisation', 'l10n.ts'))) continue;
    const source = readFileSync(path.join(root, file), 'utf8');
    for (const call of source.matchAll(/\bl10n\.t\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)")?/g)) {
      const literal = call[1] ?? call[2];
      if (literal === undefined) {
        if (!source.slice(call.index).startsWith('l10n.t(message, ...args)')) withoutLiteral.push(file);
      } else {
        used.add(literalValue(literal));
      }
    }
  }
  return { used, withoutLiteral };
}

const holes = (text: string): string[] => [...text.matchAll(/\{\d+\}/g)].map((m) => m[0]).sort();

test('texts are literals, so that they can be collected', () => {
  assert.deepEqual(messages().withoutLiteral, []);
});

test('both bundles hold exactly the texts in use', () => {
  const used = [...messages().used].sort();
  assert.deepEqual(Object.keys(english).sort(), used);
  assert.deepEqual(Object.keys(chinese).sort(), used);
});

test('the English bundle is the text itself', () => {
  for (const [key, text] of Object.entries(english)) assert.equal(text, key);
});

test('a translation is Chinese and fills the same placeholders', () => {
  for (const [message, text] of Object.entries(chinese)) {
    // Ideographs, or at least the punctuation that goes with them.
    assert.match(text, /[\u3000-\u303f\u4e00-\u9fff]/, message);
    assert.deepEqual(holes(text), holes(message), message);
  }
});
