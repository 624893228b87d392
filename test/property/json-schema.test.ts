/**
 * The published JSON Schema and the checks: the schema refuses exactly what is an error of one field alone. What
 * needs a comparison of fields or rules, and a reversed port range, is beyond a schema.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { arbitraryDefinition, toJson } from '../support/arbitrary-definition.ts';
import { check } from '../support/check.ts';
import { assertProperty } from '../support/property.ts';

/** Errors that depend on more than one field or rule, and the one form that no pattern can tell. */
const beyond = ['SG1012', 'SG1042', 'SG1062', 'SG1063', 'SG1064', 'SG1065', 'SG2001'];

const schema = JSON.parse(readFileSync('schemas/ens.security-group.schema.json', 'utf8')) as object;
const validate = new Ajv({ strict: true }).compile(schema);

test('the schema refuses exactly the errors of one field alone', () => {
  const seen = { accepted: 0, refused: 0 };
  for (const mistakes of [0, 20, 150]) {
    assertProperty(
      fc.property(arbitraryDefinition(mistakes, 2), (definition) => {
        const text = toJson(definition);
        const errors = check(text, 'json').diagnostics.filter(
          (d) => d.severity === 'error' && !beyond.includes(d.code),
        );
        const valid = validate(definition);
        if (valid) seen.accepted++;
        else seen.refused++;
        const said = errors.map((d) => `${d.code} ${d.message}`).join('\n');
        assert.equal(valid, errors.length === 0, `${text}\n${said}\n${JSON.stringify(validate.errors)}`);
      }),
      300,
    );
  }
  assert.ok(seen.accepted > 100 && seen.refused > 100, JSON.stringify(seen));
});

test('private keys are allowed at the top and nowhere else', () => {
  assert.equal(validate({ $schema: 'x', 'x-notes': { any: ['thing'] } }), true);
  const rule = { Direction: 'ingress', IpProtocol: 'TCP', PortRange: '1/1', Policy: 'Drop', Priority: 1 };
  assert.equal(validate({ Permissions: [rule] }), true);
  assert.equal(validate({ Permissions: [{ ...rule, 'x-notes': 1 }] }), false);
});
