/** The check of a refusal by CreateSecurityGroup that tests of groups and of rules share. */
import assert from 'node:assert/strict';
import type { Sandbox } from '../../../sandbox/src/index.ts';
import type { Answer } from './call.ts';

/** The answer is 400 with this code, and both its message and the log name the parameter. */
export function assertRefusedFor(sandbox: Sandbox, answer: Answer, code: string, parameter: string): void {
  assert.deepEqual([answer.status, answer.code], [400, code], answer.message);
  assert.ok(answer.message.includes(parameter), `${answer.message} names ${parameter}`);
  assert.equal(sandbox.requests().at(-1)?.parameter, parameter);
}
