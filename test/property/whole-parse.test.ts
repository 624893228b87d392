/**
 * A definition is read in pieces. Where the whole text is valid, every value and every range must be the one that a
 * parse of the whole gives; where it is not, both must say so.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readFile, type SgFile } from '../../server/src/core/syntax/file.ts';
import type { SyntaxFault } from '../../server/src/core/syntax/tree.ts';
import { arbitraryJson, arbitraryYaml, mutated } from '../support/arbitrary-text.ts';
import { treeOfPieces, treeOfWhole } from '../support/flat-tree.ts';
import { jsonValue } from '../support/json-value.ts';
import { assertProperty } from '../support/property.ts';

function faultsOf(file: SgFile): SyntaxFault[] {
  return file.documents.flatMap((d) => [d.skeleton, ...d.items].flatMap((piece) => piece.fragment.faults));
}

const yamlTexts = mutated(
  arbitraryYaml().map((text) => ({ text, syntax: 'yaml' as const })),
  3,
);

describe('YAML', () => {
  test('the same tree as one parse of the whole', () => {
    let compared = 0;
    assertProperty(
      fc.property(yamlTexts, ({ text }) => {
        const whole = treeOfWhole(text);
        const file = readFile(text, 'yaml');
        if (!whole.valid || file.limit !== null || faultsOf(file).some((f) => f.kind === 'unclosed-quote'))
          return;
        compared++;
        assert.deepEqual(treeOfPieces(file), whole.trees);
      }),
      200,
    );
    assert.ok(compared > 80, `only ${compared} texts were valid`);
  });

  test('an error here is an error there', () => {
    assertProperty(
      fc.property(yamlTexts, ({ text }) => {
        const { valid } = treeOfWhole(text);
        const file = readFile(text, 'yaml');
        const faults = faultsOf(file).filter((f) => f.kind !== 'custom-tag');
        // The library accepts some quotes that never close.
        if (file.limit !== null || (valid && faults.some((f) => f.kind === 'unclosed-quote'))) return;
        assert.equal(faults.length === 0, valid, JSON.stringify(faults));
      }),
      250,
    );
  });
});

describe('JSON', () => {
  const jsonTexts = mutated(
    arbitraryJson().map((text) => ({
      text: text.replace(/\/\/.*|\/\*.*?\*\//g, ''),
      syntax: 'json' as const,
    })),
    2,
  );

  test('the same value as JSON.parse, and an error where it finds one', () => {
    let compared = 0;
    assertProperty(
      fc.property(jsonTexts, ({ text }) => {
        const source = text.replace(/^\uFEFF/, '');
        if (source.includes('//') || source.includes('/*') || source.trim() === '') return;
        const file = readFile(text, 'json');
        if (file.limit !== null) return;
        let expected: unknown;
        try {
          expected = JSON.parse(source);
        } catch {
          assert.notEqual(faultsOf(file).length, 0, 'JSON.parse finds an error');
          return;
        }
        compared++;
        assert.deepEqual(faultsOf(file), []);
        assert.deepEqual(jsonValue(file), expected);
      }),
      500,
    );
    assert.ok(compared > 150, `only ${compared} texts were valid`);
  });
});
