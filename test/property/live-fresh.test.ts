/**
 * A file is a function of its text alone: read again and again from its earlier versions while it is edited, it must
 * be the same as the one read afresh, tree by tree and finding by finding.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkFile, type FileCheck } from '../../server/src/core/features/check.ts';
import { readFile, type SgFile, type Syntax } from '../../server/src/core/syntax/file.ts';
import {
  arbitraryEdit,
  arbitraryJson,
  arbitraryYaml,
  edited,
  type SomeEdit,
} from '../support/arbitrary-text.ts';
import { options } from '../support/check.ts';
import { assertProperty } from '../support/property.ts';

/** Everything about a file but the text itself, as plain data. */
function treeOf({ documents, limit }: SgFile): unknown {
  return { limit, documents };
}

/** Everything about the findings, as plain data. */
function findingsOf({ diagnostics, groups }: FileCheck): unknown {
  return {
    groups: groups.map((g) => g.product),
    diagnostics: diagnostics.map(({ code, message, group, span, range, related, fixes, itemLine }) => ({
      code,
      message,
      group,
      span,
      range,
      related,
      itemLine,
      fixes: fixes.map((fix) => ({ title: fix.title, safety: fix.safety, edits: fix.edits() })),
    })),
  };
}

/** Plain data is compared as text first, which is many times faster. */
function assertSame(live: unknown, fresh: unknown): void {
  if (JSON.stringify(live) !== JSON.stringify(fresh)) assert.deepEqual(live, fresh);
}

/** Edits a text step by step, every fourth step an undo of the last, and compares after each. */
function assertLiveIsFresh(text: string, syntax: Syntax, edits: readonly SomeEdit[]): void {
  let live = readFile(text, syntax);
  checkFile(live, options);
  let before = text;
  for (const [i, edit] of edits.entries()) {
    const next = i % 4 === 3 ? before : edited(live.text, edit);
    before = live.text;
    live = readFile(next, syntax, live);
    const fresh = readFile(next, syntax);
    assertSame(treeOf(live), treeOf(fresh));
    assertSame(findingsOf(checkFile(live, options)), findingsOf(checkFile(fresh, options)));
  }
}

describe('live equals fresh', () => {
  const edits = fc.array(arbitraryEdit, { minLength: 1, maxLength: 14 });
  for (const [syntax, texts] of [
    ['yaml', arbitraryYaml()],
    ['json', arbitraryJson()],
  ] as const) {
    test(syntax, () => {
      assertProperty(
        fc.property(texts, edits, (text, steps) => assertLiveIsFresh(text, syntax, steps)),
        60,
      );
    });
  }

  test('comments between items of JSON, which belong to no item', () => {
    const item = '{ "Direction": "INGRESS" }';
    const versions = ['// a', '// sg-ignore SG1031', '/* b */', ''].flatMap((comment) => [
      `{ "Permissions": [\n${item}, ${comment}\n${item}\n] }`,
      `{ "Permissions": [ ${comment}\n${item},\n${item} ${comment}\n] }`,
    ]);
    let live = readFile('', 'json');
    for (const text of [...versions, ...versions.reverse()]) {
      live = readFile(text, 'json', live);
      assert.deepEqual(treeOf(live), treeOf(readFile(text, 'json')));
    }
  });
});
