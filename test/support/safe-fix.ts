/**
 * The proof that a fix is safe. Where every rule can be read before the fix, the packets that it lets through must be
 * the same after it: verdicts are a function of the set of rules, so that set must be equal up to descriptions.
 * Where one cannot be read, every other rule must be unchanged. Comments outside the edit stay in both cases.
 */
import assert from 'node:assert/strict';
import { readRule, ruleKey } from '../../server/src/core/model/rule-reading.ts';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { check } from './check.ts';

interface RuleSet {
  /** Keys of the rules that can be read. */
  readonly keys: ReadonlySet<string>;
  readonly unreadable: number;
  readonly comments: number;
}

function ruleSet(text: string, syntax: Syntax): RuleSet {
  const { file, groups } = check(text, syntax);
  const keys = new Set<string>();
  let unreadable = 0;
  for (const [number, group] of groups.entries()) {
    for (const rule of group.rules) {
      const key = rule.view === null ? null : ruleKey(rule.view, readRule(rule.view, group.product.product));
      if (key === null) unreadable++;
      else keys.add(`${number}|${key}`);
    }
  }
  const pieces = file.documents.flatMap((d) => [d.skeleton, ...d.items]);
  return { keys, unreadable, comments: pieces.reduce((n, p) => n + p.fragment.comments.length, 0) };
}

/** Throws when a fix that calls itself safe changes what a definition means. */
export function assertSafe(before: string, after: string, syntax: Syntax): void {
  const a = ruleSet(before, syntax);
  const b = ruleSet(after, syntax);
  if (a.unreadable === 0) {
    assert.deepEqual([...b.keys].sort(), [...a.keys].sort(), 'a safe fix leaves the set of rules as it is');
    assert.equal(b.unreadable, 0, 'a safe fix breaks no rule');
  } else {
    for (const key of a.keys) assert.ok(b.keys.has(key), `a safe fix leaves the rule ${key} as it is`);
    assert.ok(b.unreadable <= a.unreadable, 'a safe fix breaks no rule');
    assert.ok(b.keys.size - a.keys.size <= a.unreadable - b.unreadable, 'a safe fix adds no rule');
  }
  assert.equal(b.comments, a.comments, 'a safe fix keeps every comment');
}
