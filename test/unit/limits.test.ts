/**
 * The limits of size, line length and depth: beyond each nothing but one diagnostic is computed, just below each the
 * file is checked as usual, and neither takes long.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkFile } from '../../server/src/core/features/check.ts';
import { documentSymbols } from '../../server/src/core/features/symbols.ts';
import { readFile, type Syntax } from '../../server/src/core/syntax/file.ts';
import { check, options } from '../support/check.ts';
import { codesOf } from '../support/check-findings.ts';

const maxLength = 4 * 1024 * 1024;
const maxLine = 100_000;

/** Checks a text and makes sure that it takes less than a second. */
/** Checks a text within a bound that tells a blow-up (these took 18 s and more) from a busy machine. */
function quickly(text: string, syntax: Syntax = 'yaml') {
  const started = performance.now();
  const result = check(text, syntax);
  const took = performance.now() - started;
  assert.ok(took < 5000, `took ${Math.round(took)} ms`);
  return result;
}

function assertRefused(text: string, syntax: Syntax, line: number): void {
  const result = quickly(text, syntax);
  assert.deepEqual(
    result.diagnostics.map((d) => [d.code, d.severity, d.range.start.line]),
    [['SG1002', 'error', line]],
  );
  assert.deepEqual(result.groups, []);
  assert.deepEqual(documentSymbols(result, 'en'), []);
}

/** A text of an exact length: a definition and comments of many lines. */
function ofLength(length: number, head: string, mark: string): string {
  const line = `${mark}${' x'.repeat(40_000)}\n`;
  const filler = length - head.length;
  const whole = line.repeat(Math.floor(filler / line.length));
  return head + whole + mark + '-'.repeat(filler - whole.length - mark.length);
}

const color = { yaml: 'Product: ENS\nColor: red\n', json: '{ "Product": "ENS", "Color": "red" }\n' };
const marks = { yaml: '#', json: '//' };

for (const syntax of ['yaml', 'json'] as const) {
  describe(`${syntax}: 4 MB`, () => {
    test('exactly 4 MB are checked', () => {
      const text = ofLength(maxLength, color[syntax], marks[syntax]);
      assert.equal(text.length, maxLength);
      assert.deepEqual(codesOf(quickly(text, syntax)), ['SG1004']);
    });

    test('one character more is not', () => {
      assertRefused(ofLength(maxLength + 1, color[syntax], marks[syntax]), syntax, 0);
    });

    test('a command line may allow more', () => {
      const text = ofLength(maxLength + 1, color[syntax], marks[syntax]);
      const file = readFile(text, syntax, undefined, 16 * 1024 * 1024);
      assert.deepEqual(codesOf(checkFile(file, options)), ['SG1004']);
    });
  });

  describe(`${syntax}: lines of 100,000 characters`, () => {
    const line = (length: number) => marks[syntax] + '-'.repeat(length - marks[syntax].length);

    test('exactly 100,000 are checked', () => {
      for (const end of ['', '\n', '\r\n'])
        assert.deepEqual(codesOf(quickly(color[syntax] + line(maxLine) + end, syntax)), ['SG1004']);
    });

    test('one character more is not, and the line is named', () => {
      const after = color[syntax].split('\n').length - 1;
      assertRefused(`${color[syntax]}${line(maxLine + 1)}\n`, syntax, after);
      assertRefused(`${color[syntax]}${line(maxLine + 1)}`, syntax, after);
      assertRefused(`${color[syntax]}\n${line(maxLine + 1)}\n${color[syntax]}`, syntax, after + 1);
    });
  });
}

describe('64 levels', () => {
  const nested = (open: string, close: string, n: number) => open.repeat(n) + close.repeat(n);

  test('of brackets in JSON', () => {
    assert.deepEqual(codesOf(quickly(`{ "Product": "ENS", "x-a": ${nested('[', ']', 63)} }`, 'json')), []);
    assertRefused(`{ "Product": "ENS", "x-a": ${nested('[', ']', 64)} }`, 'json', 0);
    assertRefused(`{ "Product": "ENS",\n"x-a": ${nested('{"a":', '}', 64)} }`, 'json', 1);
  });

  test('of brackets in YAML', () => {
    assert.deepEqual(codesOf(quickly(`Product: ENS\nx-a: ${nested('[', ']', 64)}\n`)), []);
    assertRefused(`Product: ENS\nx-a: ${nested('[', ']', 65)}\n`, 'yaml', 1);
    assertRefused(`Product: ENS\nx-a: ${nested('{a: ', '}', 65)}\n`, 'yaml', 1);
  });

  test('of indentation and of dashes in YAML', () => {
    const keys = (n: number) => Array.from({ length: n }, (_, i) => `${' '.repeat(i)}x-a:`).join('\n');
    assert.deepEqual(codesOf(quickly(`${keys(64)} 1\nProduct: ENS\n`)), []);
    assertRefused(`${keys(65)} 1\nProduct: ENS\n`, 'yaml', 64);
    assert.deepEqual(codesOf(quickly(`Product: ENS\nx-a:\n${'- '.repeat(60)}a\n`)), []);
    assertRefused(`Product: ENS\nx-a:\n${'- '.repeat(65)}a\n`, 'yaml', 2);
  });

  test('brackets in texts and comments are no levels', () => {
    const many = '['.repeat(100);
    assert.deepEqual(codesOf(quickly(`Product: ENS\nx-a: "${many}"\nx-b: a ${many}\n# ${many}\n`)), []);
    assert.deepEqual(codesOf(quickly(`Product: ENS\nx-a: '${many}' # ${many}\n`)), []);
    assert.deepEqual(codesOf(quickly(`{ "Product": "ENS", "x-a": "${many}" } // ${many}`, 'json')), []);
    assert.deepEqual(codesOf(quickly(`{ /* ${many}\n ${many} " */ "Product": "ENS" }`, 'json')), []);
    assert.deepEqual(codesOf(quickly(`{ "Product": "ENS", "x-a": "\\"${many}" }`, 'json')), []);
  });

  test('levels are counted where commas and colons are missing', () => {
    assertRefused('[1 '.repeat(30_000), 'json', 0);
    assertRefused('{"a" {'.repeat(10_000), 'json', 0);
    assertRefused(`x-a: ${'[1 '.repeat(30_000)}`, 'yaml', 0);
    assertRefused(`x-a: ${'{a '.repeat(30_000)}`, 'yaml', 0);
  });
});

describe('what is below the limits, but unkind to parsers, ends soon', () => {
  const blanks = ' '.repeat(99_000);
  for (const [name, text, syntax] of [
    ['blanks in a quote that is never closed', `x-a: "x${blanks}y\n`, 'yaml'],
    ['blanks in a bracket that is never closed', `x-a: [ "x${blanks}y\n`, 'yaml'],
    ['colons', `x-a:${':'.repeat(99_000)}\n`, 'yaml'],
    ['question marks', '? '.repeat(10_000), 'yaml'],
    ['anchors', `x-a: ${'&a '.repeat(10_000)}\n`, 'yaml'],
    [
      'a bracket in front of 1,000 rules',
      `Permissions: [\n${'  - Direction: ingress\n'.repeat(1000)}`,
      'yaml',
    ],
    ['quotes on every line', 'x-a: "\n'.repeat(1000), 'yaml'],
    ['commas', `[${','.repeat(99_000)}`, 'json'],
    ['commas on lines of their own', `[${',\n'.repeat(100_000)}`, 'json'],
    ['slashes behind a trailing comma', `[ [1, ${'/'.repeat(90)}\n], , ]`, 'json'],
    ['comments behind a trailing comma', `[ [1, ${'/**/ '.repeat(90)}], , ]`, 'json'],
    ['words that are no JSON', 'x\n'.repeat(100_000), 'json'],
  ] as const) {
    test(name, () => {
      assert.ok(quickly(text, syntax).diagnostics.length > 0);
    });
  }
});
