/** The plan of a text's first group, and what it would send. */
import assert from 'node:assert/strict';
import { buildEnsPlan } from '../../server/src/core/plan/build-plan.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { check } from './check.ts';

export interface Planned {
  readonly plan: Plan;
  /** Parameters of the only call. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The text that stands where a parameter comes from; undefined when the plan does not say. */
  textOf(path: string): string | undefined;
}

/** Plans the group `number` of a text. */
export function planOf(text: string, syntax: Syntax = 'yaml', number = 0): Planned {
  const { file, groups } = check(text, syntax);
  const group = groups[number];
  assert.ok(group, `there is a group ${number}`);
  const plan = buildEnsPlan(file, group);
  assert.equal(plan.calls.length, 1);
  return {
    plan,
    parameters: plan.calls[0]?.parameters ?? {},
    textOf: (path) => {
      const range = plan.sources[path];
      return range && text.slice(file.lines.offsetAt(range.start), file.lines.offsetAt(range.end));
    },
  };
}
