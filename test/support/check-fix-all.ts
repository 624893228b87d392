/**
 * Fix-all as a promise: what it leaves has no safe fix any more, it finds nothing new, and the rules mean what they
 * meant before.
 */
import assert from 'node:assert/strict';
import type { CheckOptions, FileCheck } from '../../server/src/core/features/check.ts';
import { fixAll } from '../../server/src/core/features/fix-all.ts';
import { readFile, type Syntax } from '../../server/src/core/syntax/file.ts';
import { check, options } from './check.ts';
import { codesOf } from './check-findings.ts';
import { assertSafe } from './safe-fix.ts';
import { withoutComments } from './without-comments.ts';

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
  const after = check(fixed, syntax, overrides);
  const rules = (result: FileCheck) => result.groups.reduce((n, g) => n + g.rules.length, 0);
  // A comment within a rule that is removed goes with it.
  if (rules(after) === rules(check(text, syntax))) assertSafe(text, fixed, syntax);
  else assertSafe(withoutComments(text, syntax), withoutComments(fixed, syntax), syntax);
  const safe = after.diagnostics.filter((d) => d.fixes.some((f) => f.safety === 'safe'));
  assert.deepEqual(
    safe.map((d) => `${d.code} ${d.message}`),
    [],
    'no safe fix is left',
  );
  const before = codesOf(check(text, syntax, overrides));
  // Missing keys are told when nothing in the object is wrong for the parser.
  const told = before.includes('SG1010') || before.includes('SG1013') ? ['SG1005'] : [];
  for (const code of new Set(codesOf(after).filter((c) => !told.includes(c)))) {
    const count = (codes: readonly string[]) => codes.filter((c) => c === code).length;
    assert.ok(count(codesOf(after)) <= count(before), `${code} is found more often than before\n${fixed}`);
  }
  return fixed;
}
