/** Random ECS definitions: all safe fixes together converge, and their result has no new kind of finding. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixAll } from '../../server/src/core/features/fix-all.ts';
import { readFile, type Syntax } from '../../server/src/core/syntax/file.ts';
import { type Definition, toJson, toYamlBlock, toYamlFlow } from '../support/arbitrary-definition.ts';
import { arbitraryEcsDefinition } from '../support/arbitrary-ecs-definition.ts';
import { check, options } from '../support/check.ts';
import { assertProperty } from '../support/property.ts';

const writers: readonly (readonly [Syntax, (definition: Definition) => string])[] = [
  ['yaml', toYamlBlock],
  ['yaml', toYamlFlow],
  ['json', toJson],
];

const codes = (text: string, syntax: Syntax) => new Set(check(text, syntax).diagnostics.map((d) => d.code));

for (const [syntax, write] of writers) {
  test(`${write.name}: safe fixes converge and bring nothing new`, () => {
    let changed = 0;
    assertProperty(
      fc.property(arbitraryEcsDefinition(100), (definition) => {
        const before = write(definition);
        const after = fixAll(readFile(before, syntax), options);
        if (after !== before) changed++;
        const known = codes(before, syntax);
        for (const code of codes(after, syntax)) assert.ok(known.has(code), `${code} is new in\n${after}`);
        assert.equal(fixAll(readFile(after, syntax), options), after);
      }),
      150,
    );
    assert.ok(changed > 20, `${changed} changed`);
  });
}

test('every syntax is read as the same definition', () => {
  assertProperty(
    fc.property(arbitraryEcsDefinition(50), (definition) => {
      const [first, ...others] = writers.map(([syntax, write]) => {
        const { diagnostics } = check(write(definition), syntax);
        return diagnostics.map((d) => `${d.code} ${d.severity}`).sort();
      });
      for (const other of others) assert.deepEqual(other, first);
    }),
    150,
  );
});
