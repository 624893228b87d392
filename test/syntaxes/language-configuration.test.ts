/** Words and Enter, as VS Code takes them from the language configurations. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

interface Configuration {
  readonly wordPattern: string;
  readonly onEnterRules: readonly EnterRule[];
}

function load(language: 'yaml' | 'json'): Configuration {
  const file = path.resolve('syntaxes', `language-configuration.${language}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Configuration;
}

/** The word at `column`, as the editor finds it on a double click or before completing. */
function wordAt(language: 'yaml' | 'json', line: string, column: number): string | null {
  for (const match of line.matchAll(new RegExp(load(language).wordPattern, 'g'))) {
    if (match.index <= column && column <= match.index + match[0].length) return match[0];
  }
  return null;
}

/** What Enter does between `before` and `after`: the action of the first rule that matches, null when none does. */
function enter(language: 'yaml' | 'json', before: string, after = ''): string | null {
  const rule = load(language).onEnterRules.find(
    (r) =>
      new RegExp(r.beforeText).test(before) &&
      (r.afterText === undefined || new RegExp(r.afterText).test(after)),
  );
  return rule === undefined ? null : `${rule.action.indent}${rule.action.appendText ?? ''}`;
}

test('addresses, port ranges and names are single words', () => {
  for (const word of [
    '10.0.0.0/8',
    '80/80',
    '2001:db8::/32',
    '::/0',
    '2001:db8::',
    '-1/-1',
    'Dcdn1:2_3-4',
    'sg-bp1fg655nh68xyz9i',
  ]) {
    for (const line of [`    PortRange: ${word}`, `  - { A: "${word}", B: ${word} }`]) {
      const at = line.indexOf(word) + 1;
      assert.equal(wordAt('yaml', line, at), word, line);
    }
    const json = `{"A":"${word}"}`;
    assert.equal(wordAt('json', json, json.indexOf(word) + 1), word, json);
  }
});

test('a key is a word without its colon, a dash before it is none', () => {
  assert.equal(wordAt('yaml', '  - Direction: ingress', 6), 'Direction');
  assert.equal(wordAt('yaml', '  - Direction: ingress', 2), null);
  assert.equal(wordAt('json', '{"Priority":10}', 4), 'Priority');
  assert.equal(wordAt('json', '{"Priority":10}', 13), '10');
  assert.equal(wordAt('yaml', '  SourceCidrIp: *office', 18), 'office');
});

test('Enter after the first key of a list item goes on at the column of the key', () => {
  assert.equal(enter('yaml', '  - Direction: ingress'), 'indent');
  assert.equal(enter('yaml', '- Direction:'), 'indent');
  assert.equal(enter('yaml', '  - ', 'Direction: ingress'), 'indent');
  assert.equal(enter('yaml', '  - { Direction: ingress,'), 'indent');
});

test('Enter after a key without value indents', () => {
  assert.equal(enter('yaml', 'Permissions:'), 'indent');
  assert.equal(enter('yaml', 'Permissions: # rules'), 'indent');
  assert.equal(enter('yaml', 'x-office: &office'), 'indent');
  assert.equal(enter('yaml', 'Description: >-'), 'indent');
});

test('Enter elsewhere keeps the column', () => {
  assert.equal(enter('yaml', '    Policy: Accept'), null);
  assert.equal(enter('yaml', '  - 10.0.0.0/8'), null);
  assert.equal(enter('yaml', '  - {Direction: ingress, Policy: Drop}'), null);
  assert.equal(enter('yaml', '  - "text: quoted"'), null);
  assert.equal(enter('yaml', '# note:'), null);
  assert.equal(enter('yaml', '  - '), null);
});

test('Enter inside a comment continues it', () => {
  assert.equal(enter('yaml', '  # first', 'second'), 'none# ');
  assert.equal(enter('json', '  // first', 'second'), 'none// ');
  assert.equal(enter('json', '  // first'), null);
});
