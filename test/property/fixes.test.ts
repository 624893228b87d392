/** Every fix of every finding: the text still parses, a safe one changes nothing that it must not, and fix-all keeps its promises. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic } from '../../server/src/core/features/diagnostic.ts';
import type { SgFile, Syntax } from '../../server/src/core/syntax/file.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { arbitraryText, mutated, type SomeText } from '../support/arbitrary-text.ts';
import { check } from '../support/check.ts';
import { describeFinding } from '../support/check-findings.ts';
import { fixedText } from '../support/check-fix-all.ts';
import { assertProperty } from '../support/property.ts';
import { assertSafe } from '../support/safe-fix.ts';
import { withoutComments } from '../support/without-comments.ts';

/** Whether a text can be read; the two faults that have a safe fix aside. */
function parses(file: SgFile): boolean {
  const faults = file.documents.flatMap((d) => [d.skeleton, ...d.items].flatMap((p) => p.fragment.faults));
  return faults.every(({ kind }) => ['trailing-comma', 'plain-scalar-colon', 'custom-tag'].includes(kind));
}

/** Applies each fix of a finding on its own. */
function assertFixes(text: string, syntax: Syntax, finding: Diagnostic, readable: boolean): number {
  for (const fix of finding.fixes) {
    const edits = fix.edits();
    const fixed = applyEdits(text, edits);
    const what = `${describeFinding(finding)}\n${fix.title} (${fix.safety}):\n${text}\nbecomes\n${fixed}`;
    assert.notEqual(fixed, text, what);
    const after = check(fixed, syntax);
    if (readable) assert.ok(parses(after.file), `it still parses: ${what}`);
    if (fix.safety !== 'safe') continue;
    try {
      // A comment within a rule that is removed goes with it.
      assertSafe(withoutComments(text, syntax, edits), fixed, syntax);
    } catch (error) {
      throw new Error(`${String(error)}\n${what}`);
    }
    const count = (list: readonly Diagnostic[]) =>
      list.filter((d) => d.code === finding.code && d.message === finding.message).length;
    assert.ok(count(after.diagnostics) < count(check(text, syntax).diagnostics), `it is gone: ${what}`);
  }
  return finding.fixes.length;
}

/** Without a byte order mark, which takes the first column of the first line. */
const withoutMark = (texts: fc.Arbitrary<SomeText>) =>
  texts.map(({ text, syntax }) => ({ text: text.replaceAll('\uFEFF', ''), syntax }));

describe('the fixes of every finding', () => {
  for (const [name, texts, runs] of [
    ['of definitions with mistakes', arbitraryText(120), 150],
    ['of definitions with any edits', mutated(arbitraryText(60), 3), 150],
  ] as const) {
    test(name, () => {
      let fixes = 0;
      assertProperty(
        fc.property(withoutMark(texts), ({ text, syntax }) => {
          const { file, diagnostics } = check(text, syntax);
          const readable = parses(file);
          // A fix of every kind of finding is enough; many rules have the same.
          const seen = new Set<string>();
          for (const finding of diagnostics) {
            if (seen.has(finding.code)) continue;
            seen.add(finding.code);
            fixes += assertFixes(text, syntax, finding, readable);
          }
        }),
        runs,
      );
      assert.ok(fixes > 80, `only ${fixes} fixes were tried`);
    });
  }
});

test('fix-all converges, is idempotent, keeps the meaning and finds nothing new', () => {
  let changed = 0;
  assertProperty(
    fc.property(
      withoutMark(fc.oneof(arbitraryText(80), mutated(arbitraryText(40), 1))),
      ({ text, syntax }) => {
        if (fixedText(text, syntax) !== text) changed++;
      },
    ),
    180,
  );
  assert.ok(changed > 40, `only ${changed} texts were changed`);
});
