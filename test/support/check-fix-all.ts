/**
 * Fix-all as a promise: what it leaves has no safe fix any more, it finds nothing new, and the rules mean what they
 * meant before.
 */
import assert from 'node:assert/strict';
import type { CheckOptions } from '../../server/src/core/features/check.ts';
import { fixAll } from '../../server/src/core/features/fix-all.ts';
import { readFile, type Syntax } from '../../server/src/core/syntax/file.ts';
import { check, options } from './check.ts';
import { codesOf } from './check-findings.ts';
import { assertSafe } from './safe-fix.ts';

/** The text with all safe fixes applied, after every promise about it was checked. */
export function fixedText(
  text: string,
  syntax: Syntax = 'yaml',
  overrides: Partial<CheckOptions> = {},
): string {
  const settings = { ...options, ...overrides };
  const fixed = fixAll(readFile(text, syntax), settings);
  assert.equal(fixAll(readFile(fixed, syntax), settings), fixed, 'once more changes nothing');
  if (fixed === text) return fixed;
  assertSafe(text, fixed, syntax);
  const after = check(fixed, syntax, overrides);
  const safe = after.diagnostics.filter((d) => d.fixes.some((f) => f.safety === 'safe'));
  assert.deepEqual(
    safe.map((d) => `${d.code} ${d.message}`),
    [],
    'no safe fix is left',
  );
  const before = codesOf(check(text, syntax, overrides));
  for (const code of new Set(codesOf(after))) {
    const count = (codes: readonly string[]) => codes.filter((c) => c === code).length;
    assert.ok(count(codesOf(after)) <= count(before), `${code} is found more often than before\n${fixed}`);
  }
  return fixed;
}
