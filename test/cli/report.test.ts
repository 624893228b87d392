/** The pure parts of the reports: what is shown fits on a terminal, whatever the text is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkReport } from '../../server/src/core/report/check-report.ts';
import { cellsOf, displayWidth, padTo, printable } from '../../server/src/core/report/display.ts';
import { plainPaint } from '../../server/src/core/report/paint.ts';
import { sourceFrame } from '../../server/src/core/report/source-frame.ts';
import { fileText, summaryText } from '../../server/src/core/report/text-report.ts';
import { LineIndex } from '../../server/src/core/text/line-index.ts';
import { check } from '../support/check.ts';

const anything = fc.string({ unit: 'binary', maxLength: 300 });

test('text of others is shown without anything that controls a terminal', () => {
  fc.assert(
    fc.property(anything, (text) => {
      assert.doesNotMatch(printable(text), /[\p{Cc}\p{Cf}\u2028\u2029]/u);
      const cells = cellsOf(text.replace(/[\r\n]/g, ''));
      assert.doesNotMatch(cells.map((c) => c.text[0]).join(''), /[\p{Cc}]/u);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('widths: Chinese and pictures take two columns, marks none', () => {
  const widths = {
    abc: 3,
    中文: 4,
    '，': 2,
    '😀': 2,
    '👨‍👩‍👧': 2,
    '🇨🇳': 2,
    '❤️': 2,
    é: 1,
    ｶ: 1,
    'e\u0301': 1,
  };
  for (const [text, width] of Object.entries(widths)) assert.equal(displayWidth(text), width, text);
  assert.equal(padTo('中', 4), '中  ');
});

test('a frame fits into its width and its carets stand under the text', () => {
  const place = fc.record({
    start: fc.nat(4000),
    length: fc.nat(50),
    width: fc.integer({ min: 20, max: 120 }),
  });
  const text = fc.string({ unit: 'grapheme', maxLength: 2000 });
  fc.assert(
    fc.property(text, place, (source, { start, length, width }) => {
      const lines = new LineIndex(source);
      const frame = sourceFrame(lines, lines.rangeAt(start, start + length), width);
      assert.ok(frame.carets >= 1);
      assert.ok(frame.indent >= 0 && frame.indent <= width);
      if (source.length > 0) assert.ok(displayWidth(frame.text) <= width + 4, frame.text);
    }),
    { seed: 2, numRuns: 300 },
  );
});

test('a range over several lines is marked to the end of its first', () => {
  const lines = new LineIndex('a\n  - b: 1  \n    c: 2\n');
  assert.deepEqual(sourceFrame(lines, lines.rangeAt(4, 22), 80), {
    line: 1,
    text: '  - b: 1  ',
    indent: 2,
    carets: 6,
    continues: true,
  });
});

test('a place at the end of a line gets one caret after it', () => {
  const lines = new LineIndex('abc\n');
  const frame = sourceFrame(lines, lines.rangeAt(3, 3), 80);
  assert.deepEqual([frame.indent, frame.carets], [3, 1]);
});

test('reports in both languages have the same findings at the same places', () => {
  const text = 'Product: ENS\nPermissions:\n  - IpProtocol: tcp\n';
  const lines = (['en', 'zh-cn'] as const).map((locale) => {
    const checked = { path: 'a.yaml', check: check(text, 'yaml', { locale }) };
    const options = { locale, paint: plainPaint, width: 100 };
    assert.notEqual(summaryText([checked], options), '');
    return fileText(checked, options).match(/^a\.yaml:\d+:\d+|SG\d{4}|\^+/gm);
  });
  assert.ok((lines[0]?.length ?? 0) >= 6);
  assert.deepEqual(lines[1], lines[0]);
});

test('a report can be written as JSON and holds no functions', () => {
  const report = checkReport([{ path: 'a.yaml', check: check('Product: ENS\nPermissions: [{}]\n') }]);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});
