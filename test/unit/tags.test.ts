/** Tags: those of the core schema mean what they say, any other is an error. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../support/check.ts';
import { checkFindings, codesOf } from '../support/check-findings.ts';
import { planOf } from '../support/planned.ts';

const rule = `Product: ENS
Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
    Policy: Accept
    Priority: 1
`;

test('tags of the core schema', () => {
  const tagged = rule
    .replace('80/80', '!!str 80/80')
    .replace('Priority: 1', 'Priority: !!int 1')
    .replace('Permissions:', 'Permissions: !!seq')
    .replace('- Direction', '- !!map\n    Direction');
  assert.deepEqual(codesOf(check(tagged)), []);
  assert.deepEqual(planOf(tagged).parameters, planOf(rule).parameters);
  assert.deepEqual(codesOf(check('Product: ENS\nDescription: !!str 2026\n')), ['SG1026']);
});

describe('any other tag is an error at the tag', () => {
  for (const tag of ['!mine', '!!binary', '!!timestamp', '!<tag:example.com,2026:x>']) {
    test(`${tag} on a value`, () => {
      const carets = '^'.repeat(tag.length);
      checkFindings(`Product: ENS\nx-a: ${tag} 2026-11-21\n#    ${carets} SG1011\n`);
      checkFindings(`Product: ENS\nx-a: ${tag} &a 2026-11-21\n#    ${carets} SG1011\n`);
    });
  }

  for (const [tag, value] of [
    ['!!set', '{ a, b }'],
    ['!!omap', '[a: 1]'],
    ['!mine', '[a]'],
  ] as const) {
    test(`${tag} on a collection`, () => {
      checkFindings(`Product: ENS\nx-a: ${tag} ${value}\n#    ${'^'.repeat(tag.length)} SG1011\n`);
    });
  }

  test('in a rule, and on a rule', () => {
    checkFindings(
      rule.replace(
        'Accept',
        '!!binary QWNjZXB0\n    #       ^^^^^^^^ SG1011\n    #                ^^^^^^^^ SG1030',
      ),
    );
    checkFindings(rule.replace('- Direction', '- !mine\n  # ^^^^^ SG1011\n    Direction'));
  });
});
