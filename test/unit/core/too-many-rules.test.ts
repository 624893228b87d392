/** SG1070 at its limit, in every way that a list of rules is written; 200 rules are too long for the rule's page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maxEnsRules } from '../../../server/src/core/model/ens.ts';
import type { Syntax } from '../../../server/src/core/syntax/file.ts';
import { check } from '../../support/check.ts';

const rule = (i: number) =>
  `{ "Direction": "ingress", "IpProtocol": "TCP", "PortRange": "${i + 1}/${i + 1}", "Policy": "Accept", "Priority": 1 }`;

const list = (count: number) => Array.from({ length: count }, (_, i) => rule(i));

/** The same definition as block style, flow style, an aliased list, and JSON. */
const forms: readonly { name: string; syntax: Syntax; text: (count: number) => string; line: number }[] = [
  {
    name: 'block style',
    syntax: 'yaml',
    text: (n) =>
      `SecurityGroupName: web\nPermissions:\n${list(n)
        .map((r) => `  - ${r}\n`)
        .join('')}`,
    line: 1,
  },
  {
    name: 'flow style',
    syntax: 'yaml',
    text: (n) => `Permissions: [\n  ${list(n).join(',\n  ')}\n  ]\n`,
    line: 0,
  },
  {
    name: 'an aliased list',
    syntax: 'yaml',
    text: (n) => `x-rules: &rules [\n  ${list(n).join(',\n  ')}\n  ]\nPermissions: *rules\n`,
    line: maxEnsRules + 3,
  },
  {
    name: 'JSON',
    syntax: 'json',
    text: (n) => `{\n  "Permissions": [\n${list(n).join(',\n')}\n]\n}\n`,
    line: 1,
  },
];

function errors(text: string, syntax: Syntax) {
  return check(text, syntax).diagnostics.filter((d) => d.severity === 'error');
}

for (const { name, syntax, text, line } of forms) {
  test(`${name}: one rule and 200 rules are in order`, () => {
    assert.deepEqual(errors(text(1), syntax), []);
    assert.deepEqual(errors(text(maxEnsRules), syntax), []);
  });

  test(`${name}: 201 rules are one too many, said at the key`, () => {
    const definition = text(maxEnsRules + 1);
    const found = errors(definition, syntax);
    assert.deepEqual(
      found.map((d) => d.code),
      ['SG1070'],
    );
    const [finding] = found;
    assert.ok(finding);
    assert.match(definition.slice(finding.span.start, finding.span.end), /^"?Permissions"?$/);
    assert.equal(finding.range.start.line, line);
    assert.match(finding.message, /at most 200 rules.* 201/);
  });
}

test('each group of a file has its own 200', () => {
  const group = `Permissions:\n${list(maxEnsRules)
    .map((r) => `  - ${r}\n`)
    .join('')}`;
  assert.deepEqual(errors(`${group}---\n${group}`, 'yaml'), []);
});

test('the limit is the one of the document', () => {
  assert.equal(maxEnsRules, 200);
});
