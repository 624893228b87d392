/**
 * The published JSON Schema and the checks: the schema refuses exactly what is an error of one field alone. What
 * needs a comparison of fields or rules, and a reversed port range, is beyond a schema.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { arbitraryDefinition, type Definition, toJson } from '../support/arbitrary-definition.ts';
import { arbitraryEcsDefinition } from '../support/arbitrary-ecs-definition.ts';
import { check } from '../support/check.ts';
import { assertProperty } from '../support/property.ts';

/** Errors that depend on more than one field, rule or tag, and the one form that no pattern can tell. */
const beyond = [
  ...['SG1012', 'SG1016', 'SG1017', 'SG1019', 'SG1042', 'SG1062', 'SG1063', 'SG1064', 'SG1065', 'SG1066'],
  ...['SG1071', 'SG1072', 'SG1082', 'SG2001'],
];

function validator(product: 'ens' | 'ecs') {
  const schema = JSON.parse(readFileSync(`schemas/${product}.security-group.schema.json`, 'utf8')) as object;
  return new Ajv({ strict: true }).compile(schema);
}

const validate = validator('ens');

function assertAgreement(product: 'ens' | 'ecs', arbitrary: (mistakes: number) => fc.Arbitrary<Definition>) {
  const accepts = validator(product);
  const seen = { accepted: 0, refused: 0 };
  for (const mistakes of [0, 20, 150]) {
    assertProperty(
      fc.property(arbitrary(mistakes), (definition) => {
        const text = toJson(definition);
        const errors = check(text, 'json').diagnostics.filter(
          (d) => d.severity === 'error' && !beyond.includes(d.code),
        );
        const valid = accepts(definition);
        if (valid) seen.accepted++;
        else seen.refused++;
        const said = errors.map((d) => `${d.code} ${d.message}`).join('\n');
        assert.equal(valid, errors.length === 0, `${text}\n${said}\n${JSON.stringify(accepts.errors)}`);
      }),
      300,
    );
  }
  assert.ok(seen.accepted > 100 && seen.refused > 100, JSON.stringify(seen));
}

test('the ENS schema refuses exactly the errors of one field alone', () => {
  assertAgreement('ens', (mistakes) => arbitraryDefinition(mistakes, 2));
});

test('the ECS schema refuses exactly the errors of one field alone', () => {
  assertAgreement('ecs', arbitraryEcsDefinition);
});

test('private keys are allowed at the top and nowhere else', () => {
  assert.equal(validate({ $schema: 'x', 'x-notes': { any: ['thing'] } }), true);
  const rule = { Direction: 'ingress', IpProtocol: 'TCP', PortRange: '1/1', Policy: 'Drop', Priority: 1 };
  assert.equal(validate({ Permissions: [rule] }), true);
  assert.equal(validate({ Permissions: [{ ...rule, 'x-notes': 1 }] }), false);
});
