/** A definition means the same however it is written: the same findings, the same request, the same outline. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { arbitraryDefinition, toJson, toYamlBlock, toYamlFlow } from '../support/arbitrary-definition.ts';
import { check } from '../support/check.ts';
import { codesOf, describeFinding } from '../support/check-findings.ts';
import { outlineOf } from '../support/outline.ts';
import { planOf } from '../support/planned.ts';
import { assertProperty } from '../support/property.ts';

const crlf = (text: string) => text.replaceAll('\n', '\r\n');

/** Every way in which one definition can be written. */
function writings(definition: Parameters<typeof toJson>[0]): readonly (readonly [string, string, Syntax])[] {
  const block = toYamlBlock(definition);
  return [
    ['block style', block, 'yaml'],
    ['block style with CRLF', crlf(block), 'yaml'],
    ['block style, list at column 0', block.replace(/^ {2}(?=[ -])/gm, ''), 'yaml'],
    ['block style, keys of the group behind the list', behindList(block), 'yaml'],
    ['flow style', toYamlFlow(definition), 'yaml'],
    ['JSON as YAML', toJson(definition), 'yaml'],
    ['JSON', toJson(definition), 'json'],
    ['JSON on one line', toJson(definition, 0), 'json'],
    ['JSON with CRLF', crlf(toJson(definition)), 'json'],
  ];
}

/** Moves what stands in front of `Permissions` behind it. */
function behindList(block: string): string {
  const at = block.indexOf('Permissions:');
  return at < 0 ? block : block.slice(at) + block.slice(0, at);
}

/** A group without content is no group. */
const definitions = (mistakes: number) =>
  arbitraryDefinition(mistakes, 4).filter((definition) => Object.keys(definition).length > 0);

describe('however it is written', () => {
  for (const mistakes of [0, 40, 150]) {
    test(`${mistakes} bad fields of a thousand: the same findings`, () => {
      assertProperty(
        fc.property(definitions(mistakes), (definition) => {
          const [first, ...others] = writings(definition);
          const codes = (text: string, syntax: Syntax) => codesOf(check(text, syntax)).sort();
          const expected = first && codes(first[1], first[2]);
          for (const [name, text, syntax] of others)
            assert.deepEqual(codes(text, syntax), expected, `${name}\n${text}`);
        }),
        60,
      );
    });
  }

  test('the same request and the same outline', () => {
    assertProperty(
      fc.property(definitions(40), (definition) => {
        const [first, ...others] = writings(definition);
        assert.ok(first);
        const parameters = planOf(first[1], first[2]).parameters;
        const outline = outlineOf(first[1], first[2]).sort();
        for (const [name, text, syntax] of others) {
          assert.deepEqual(planOf(text, syntax).parameters, parameters, name);
          assert.deepEqual(outlineOf(text, syntax).sort(), outline, name);
        }
      }),
      60,
    );
  });
});

test('what is good has no error, and says what it says', () => {
  assertProperty(
    fc.property(definitions(0), (definition) => {
      const text = toYamlBlock(definition);
      const errors = check(text).diagnostics.filter((d) => d.severity === 'error' && d.code !== 'SG2001');
      // Two good rules may be equal, and more than 200 are too many.
      assert.deepEqual(errors.filter((d) => d.code !== 'SG1070').map(describeFinding), []);
      const { parameters, plan } = planOf(text);
      const { Permissions = [], Product: _, ...group } = definition;
      assert.deepEqual({ ...parameters, Permissions: undefined }, { ...group, Permissions: undefined });
      assert.deepEqual(JSON.parse(parameters.Permissions ?? '[]'), Permissions);
      assert.equal(plan.ruleCount, Permissions.length);
    }),
    150,
  );
});
