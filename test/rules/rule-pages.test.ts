/**
 * Every rule folder: its two pages, its messages, and every fenced example of its page. A `bad` example must yield
 * exactly the findings at its markers (hints aside), a `fixed` one must be what the fix makes of it, a `good` one
 * must yield no error and nothing of the rule.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { Diagnostic } from '../../server/src/core/features/diagnostic.ts';
import { rules } from '../../server/src/core/rules/registry.gen.ts';
import { retiredRules } from '../../server/src/core/rules/retired.ts';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { check } from '../support/check.ts';
import { type Example, type Marker, readRulePage } from '../support/rule-page.ts';
import { assertSafe } from '../support/safe-fix.ts';

const folder = 'server/src/core/rules';

test('the registry holds every rule folder, and nothing else', () => {
  const folders = readdirSync(folder).filter((f) => f.startsWith('SG'));
  assert.deepEqual(
    rules.map((r) => `${r.id}-${r.name}`),
    folders.sort(),
  );
  assert.equal(new Set(rules.map((r) => r.name)).size, rules.length);
});

test('ids and names of retired rules are not used again', () => {
  for (const { id, name } of retiredRules)
    assert.ok(!rules.some((r) => r.id === id || r.name === name), `${id} ${name}`);
});

for (const rule of rules) {
  describe(`${rule.id} ${rule.name}`, () => {
    const home = path.join(folder, `${rule.id}-${rule.name}`);
    test('messages: same places in both languages, proper fix titles', () => checkMessages(rule));
    test('pages: both languages, same headings and examples', () => checkPages(rule, home));
    if (!existsSync(path.join(home, 'rule.md'))) return;
    const page = readRulePage(path.join(home, 'rule.md'));
    for (const example of page.examples) {
      const { role, name, alternative, syntax } = example;
      test(`${role}:${name}${alternative > 1 ? `#${alternative}` : ''} (${syntax})`, () => {
        if (role === 'bad') checkBad(rule, example);
        else if (role === 'good') checkGood(rule, example);
        else checkFixed(rule, example, page.examples);
      });
    }
  });
}

function checkMessages(rule: Rule): void {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const [name, en] of Object.entries(rule.messages.en)) {
    const zh = (rule.messages['zh-cn'] as Record<string, string>)[name] ?? '';
    assert.deepEqual(places(zh), places(en), `${name}: the same {places} in both languages`);
    assert.match(zh, /\p{Script=Han}/u, `${name}: Chinese text`);
  }
}

function checkPages(rule: Rule, home: string): void {
  const en = readRulePage(path.join(home, 'rule.md'));
  const zh = readRulePage(path.join(home, 'rule.zh-cn.md'));
  assert.equal(en.headings[0], `# ${rule.id} ${rule.name}`);
  assert.equal(zh.headings[0], en.headings[0]);
  assert.deepEqual(en.headings.slice(1), [
    '## What it does',
    '## Why it matters',
    '## Example',
    ...(rule.fix === null ? [] : ['## Fix safety']),
    '## Sources',
  ]);
  assert.deepEqual(zh.headings.slice(1), [
    '## 作用',
    '## 原因',
    '## 示例',
    ...(rule.fix === null ? [] : ['## 修复的安全性']),
    '## 来源',
  ]);
  assert.equal(zh.examples.length, 0, 'the Chinese page names the examples, it does not copy them');
  const named = [...zh.source.matchAll(/<!-- example: ([\w:#-]+) -->/g)].map((m) => m[1]);
  const written = en.examples.map(
    (e) => `${e.role}:${e.name}${e.alternative > 1 ? `#${e.alternative}` : ''}`,
  );
  assert.deepEqual(named, written, 'both pages show the same examples');
  if (rule.id.startsWith('SG9')) return;
  const has = (role: string, syntax?: string) =>
    en.examples.some((e) => e.role === role && (!syntax || e.syntax === syntax));
  // Too many rules for a page: a unit test shows them instead.
  const noBad = rule.id === 'SG1070' && en.source.includes('<!-- no bad: ');
  assert.ok(has('bad') !== noBad && has('good'), 'a bad and a good example');
  for (const syntax of ['yaml', 'json']) {
    const excused = en.source.includes(`<!-- no ${syntax}: `);
    assert.ok(has('bad', syntax) !== excused, `a bad example in ${syntax}, or a reason why not`);
  }
  if (rule.fix !== null) assert.ok(has('fixed'), 'a fixed example');
}

function markersOf(diagnostics: readonly Diagnostic[], text: string): Marker[] {
  const lines = text.split('\n');
  return sorted(
    diagnostics.map(({ range, code }) => {
      const { start, end } = range;
      const last = end.line === start.line ? end.character : (lines[start.line] ?? '').length;
      return { line: start.line, start: start.character, end: last, code };
    }),
  );
}

function sorted(markers: readonly Marker[]): Marker[] {
  return [...markers].sort((a, b) => a.line - b.line || a.start - b.start || (a.code < b.code ? -1 : 1));
}

/** Hints are left out unless the rule itself is one: nearly every short example lacks `Product`. */
function findings(rule: Rule, example: Example): readonly Diagnostic[] {
  return check(example.text, example.syntax).diagnostics.filter(
    (d) => d.severity !== 'hint' || d.rule === rule,
  );
}

function checkBad(rule: Rule, example: Example): void {
  const found = findings(rule, example);
  assert.ok(
    example.markers.some((m) => m.code === rule.id),
    `the example marks a finding of ${rule.id}`,
  );
  assert.deepEqual(
    markersOf(found, example.text),
    sorted(example.markers),
    found.map((d) => d.message).join('\n'),
  );
  for (const d of found) {
    assert.doesNotMatch(d.message, /\{\w+\}/, 'every place of the message is filled');
    for (const fix of d.fixes)
      assert.match(fix.title, /^[A-Z].{0,78}[^.]$/, 'a title: capital letter, short, no full stop');
  }
}

function checkGood(rule: Rule, example: Example): void {
  const found = findings(rule, example);
  assert.deepEqual(
    found.filter((d) => d.rule === rule || d.severity === 'error').map((d) => `${d.code} ${d.message}`),
    [],
  );
}

/** Applies the fix of every finding of the rule, one after the other, as a person would. */
function checkFixed(rule: Rule, example: Example, examples: readonly Example[]): void {
  const bad = examples.find(
    (e) => e.role === 'bad' && e.name === example.name && e.syntax === example.syntax,
  );
  assert.ok(bad, `there is a bad:${example.name} in ${example.syntax}`);
  let text = bad.text;
  for (let round = 0; round < 20; round++) {
    const found = check(text, bad.syntax).diagnostics.find((d) => d.rule === rule);
    const fix = found?.fixes[example.alternative - 1];
    if (fix === undefined) break;
    const next = applyEdits(text, fix.edits());
    assert.notEqual(next, text, 'a fix changes something');
    if (fix.safety === 'safe') assertSafe(text, next, bad.syntax);
    text = next;
  }
  assert.equal(text, example.text);
  const rest = check(text, bad.syntax).diagnostics.filter((d) => d.rule === rule);
  assert.deepEqual(
    rest.map((d) => d.message),
    [],
    'nothing of the rule is left',
  );
}
