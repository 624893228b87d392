/** What is written reads back as the same value, in every style and wherever it stands. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { ScalarStyle } from '../../server/src/core/syntax/tree.ts';
import { writeScalar } from '../../server/src/core/syntax/write-scalar.ts';
import { assertProperty } from '../support/property.ts';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        ':',
        ': ',
        ' #',
        '#',
        '- ',
        '-',
        '[',
        ']',
        '{',
        '}',
        ',',
        '&a',
        '*a',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        '\\',
        '\n',
        '\r',
        '\t',
        ' ',
        '\u2028',
        '\u0085',
        '\uFEFF',
        '\uD83E',
        '\0',
        'a',
        '1',
        '~',
        '?',
        '=',
        '<<',
        '---',
        '...',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'true',
    'No',
    'null',
    '~',
    '',
    ' ',
    '1',
    '1.5',
    '0x1F',
    '1e3',
    '.inf',
    '2001:db8::',
    '::/0',
    'y',
    '2026-11-21',
    '<<',
    '=',
    '---',
    '%a',
  ),
);

const styles: readonly ScalarStyle[] = ['plain', 'single-quoted', 'double-quoted', 'block'];

describe('writeScalar', () => {
  test('texts in YAML: as a value in block style, in flow style, in lists', () => {
    assertProperty(
      fc.property(texts, fc.constantFrom(...styles), (value, style) => {
        const written = writeScalar(value, 'yaml', style);
        assert.ok(!/[\r\n]/.test(written), 'on one line');
        const read = (source: string): unknown => parse(source, { logLevel: 'silent' });
        assert.deepEqual(read(`a:\n  - b: ${written}\n    c: 1\n`), { a: [{ b: value, c: 1 }] });
        assert.deepEqual(read(`a: [{ b: ${written}, c: 1 }]\n`), { a: [{ b: value, c: 1 }] });
        assert.deepEqual(read(`a: ${written} # comment\n`), { a: value });
        assert.deepEqual(read(`- ${written}\n- ${written}\n`), [value, value]);
      }),
      1200,
    );
  });

  test('texts in JSON', () => {
    assertProperty(
      fc.property(texts, fc.constantFrom(...styles), (value, style) => {
        assert.equal(JSON.parse(writeScalar(value, 'json', style)), value);
      }),
      400,
    );
  });

  test('numbers', () => {
    assertProperty(
      fc.property(fc.integer(), (value) => {
        assert.equal(parse(writeScalar(value, 'yaml')), value);
        assert.equal(JSON.parse(writeScalar(value, 'json')), value);
      }),
      100,
    );
  });

  test('quotes only where they are needed', () => {
    for (const plain of [
      'web',
      'ingress',
      '10.0.0.0/8',
      '80/80',
      '-1/-1',
      '::/0',
      'the office',
      '网站',
      "it's",
    ])
      assert.equal(writeScalar(plain, 'yaml'), plain);
    for (const quoted of ['80', 'true', 'null', '', '2001:db8::', 'a: b', 'a #b', '[a]', '*a', ' a', 'a,b'])
      assert.equal(writeScalar(quoted, 'yaml'), JSON.stringify(quoted));
    assert.equal(writeScalar("it's", 'yaml', 'single-quoted'), "'it''s'");
  });
});
