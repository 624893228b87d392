/** Whatever the text, nothing throws and nothing lies outside of it. */
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fixAll } from '../../server/src/core/features/fix-all.ts';
import { readFile, type Syntax } from '../../server/src/core/syntax/file.ts';
import { anyText, arbitraryJson, arbitraryText, arbitraryYaml, mutated } from '../support/arbitrary-text.ts';
import { check, options } from '../support/check.ts';
import { assertProperty } from '../support/property.ts';
import { assertSound, assertSoundAt } from '../support/sound.ts';

function assertAllSound(text: string, syntax: Syntax, at: readonly number[]): void {
  const result = check(text, syntax);
  assertSound(result);
  for (const thousandth of at) assertSoundAt(result, Math.round((text.length * thousandth) / 1000));
}

const places = fc.array(fc.nat({ max: 1000 }), { maxLength: 3 });

describe('random texts', () => {
  for (const syntax of ['yaml', 'json'] as const) {
    test(syntax, () => {
      assertProperty(
        fc.property(anyText, places, (text, at) => assertAllSound(text, syntax, at)),
        700,
      );
    });
  }
});

test('definitions with any edits', () => {
  assertProperty(
    fc.property(mutated(arbitraryText(), 8), places, ({ text, syntax }, at) =>
      assertAllSound(text, syntax, at),
    ),
    600,
  );
});

test('fix-all of definitions with any edits', () => {
  assertProperty(
    fc.property(mutated(arbitraryText(60), 4), ({ text, syntax }) => {
      fixAll(readFile(text, syntax), options);
      fixAll(readFile(text, syntax), { ...options, unsafe: true });
    }),
    200,
  );
});

describe('definitions cut off at every place', () => {
  for (const [syntax, definitions] of [
    ['yaml', arbitraryYaml(30, 3)],
    ['json', arbitraryJson(30, 3)],
  ] as const) {
    test(syntax, () => {
      assertProperty(
        fc.property(definitions, (text) => {
          const step = Math.max(1, Math.floor(text.length / 400));
          for (let end = 0; end < text.length; end += step)
            assertAllSound(text.slice(0, end), syntax, [1000]);
        }),
        8,
      );
    });
  }
});
