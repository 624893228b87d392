/** At every place of a valid definition, whatever is offered can be inserted and gives a valid text that holds it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { arbitraryDefinition, toJson, toYamlBlock, toYamlFlow } from '../support/arbitrary-definition.ts';
import { offersAt } from '../support/check-completion.ts';
import { assertProperty } from '../support/property.ts';

/** Two equal rules, or more than a few, show nothing that one does not. */
const definitions = arbitraryDefinition(0, 3).filter((d) => (d.Permissions?.length ?? 0) < 10);
const places = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 8 });

describe('completion anywhere', () => {
  for (const [style, write, syntax] of [
    ['block style', toYamlBlock, 'yaml'],
    ['block style with CRLF', (d) => toYamlBlock(d).replaceAll('\n', '\r\n'), 'yaml'],
    ['flow style', toYamlFlow, 'yaml'],
    ['JSON', toJson, 'json'],
    ['JSON on one line', (d) => toJson(d, 0), 'json'],
  ] as const satisfies readonly (readonly [
    string,
    (d: Parameters<typeof toJson>[0]) => string,
    'yaml' | 'json',
  ])[]) {
    test(style, () => {
      let offered = 0;
      assertProperty(
        fc.property(definitions, places, (definition, at) => {
          const text = write(definition);
          for (const thousandth of at) {
            const offset = Math.round((text.length * thousandth) / 1000);
            offered += offersAt(`${text.slice(0, offset)}$0${text.slice(offset)}`, syntax).length;
          }
        }),
        30,
      );
      assert.ok(offered > 100, `only ${offered} items were offered`);
    });
  }
});
