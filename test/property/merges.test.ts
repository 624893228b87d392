/** Anchors, aliases and merge keys at random: what is sent is what the `yaml` library makes of the whole text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { check } from '../support/check.ts';
import { codesOf } from '../support/check-findings.ts';
import { planOf } from '../support/planned.ts';
import { assertProperty } from '../support/property.ts';

const keys = ['Direction', 'IpProtocol', 'PortRange', 'Policy', 'Priority', 'SourceCidrIp', 'Description'];

/** A map in flow style: some keys, some merges of anchors above it, in any order. */
const map = fc.record({
  fields: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 4 }),
  merges: fc.array(fc.nat({ max: 20 }), { maxLength: 3 }),
  asList: fc.boolean(),
  where: fc.nat({ max: 4 }),
  alias: fc.nat({ max: 9 }),
});
type SomeMap = typeof map extends fc.Arbitrary<infer T> ? T : never;

/** Writes the map number `n`; values differ everywhere, so that it can be told where each came from. */
function write(
  { fields, merges, asList, where, alias }: SomeMap,
  n: number,
  anchors: readonly string[],
): string {
  const above = (i: number) => anchors[i % anchors.length] ?? '';
  // A merge list may hold one map twice; YAML has one `<<` for a map.
  const merged = anchors.length === 0 ? [] : merges.map((m) => `*${above(m)}`);
  if (alias === 0 && anchors.length > 0) return `*${above(where)}`;
  const entries = fields.map((key, i) => `${key}: v${n}-${i}`);
  if (merged.length > 0) {
    const value = asList || merged.length > 1 ? `[${merged.join(', ')}]` : merged[0];
    entries.splice(where % (entries.length + 1), 0, `<<: ${value}`);
  }
  return `{ ${entries.join(', ')} }`;
}

function textOf(above: readonly SomeMap[], rules: readonly SomeMap[]): string {
  const anchors: string[] = [];
  let text = 'Product: ENS\n';
  for (const [i, entry] of above.entries()) {
    // Every third anchor has the name of an earlier one, which is hidden from there on.
    const name = `a${i % 3 === 2 ? 0 : i}`;
    text += `x-${i}: &${name} ${write(
      { ...entry, alias: 1 },
      i,
      anchors.filter((a) => a !== name),
    )}\n`;
    if (!anchors.includes(name)) anchors.push(name);
  }
  text += 'Permissions:\n';
  for (const [i, rule] of rules.entries()) {
    const written = write(rule, 100 + i, anchors);
    const name = `r${i}`;
    // A rule may be the anchor for those below it; an alias cannot have one.
    const anchored = !written.startsWith('*') && rule.where === 1;
    text += `  - ${anchored ? `&${name} ` : ''}${written}\n`;
    if (anchored) anchors.push(name);
  }
  return text;
}

test('merged keys are those of the library', () => {
  assertProperty(
    fc.property(
      fc.array(map, { maxLength: 6 }),
      fc.array(map, { minLength: 1, maxLength: 4 }),
      (above, rules) => {
        const text = textOf(above, rules);
        const expected = parse(text, { merge: true, maxAliasCount: -1 }) as { Permissions: object[] };
        const sent = JSON.parse(planOf(text).parameters.Permissions ?? '[]') as object[];
        assert.deepEqual(sent, expected.Permissions, text);
        assert.ok(!codesOf(check(text)).includes('SG1014'), text);
      },
    ),
    400,
  );
});
