/** Positions, edits and the nearest word: against the text document of the language server library, and by definition. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { minimalEdit } from '../../server/src/core/features/fix-all.ts';
import { LineIndex } from '../../server/src/core/text/line-index.ts';
import { nearestWord } from '../../server/src/core/text/nearest-word.ts';
import { applyEdits, EditSet, type TextEdit } from '../../server/src/core/text/text-edit.ts';
import { assertProperty } from '../support/property.ts';

const text = fc
  .array(fc.constantFrom('a', 'é', '🦊', '\n', '\r', '\r\n', '\u2028', ' ', 'bc', '\n\r'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('LineIndex is what the protocol says', () => {
  const position = fc.record({
    line: fc.integer({ min: 0, max: 12 }),
    character: fc.integer({ min: 0, max: 12 }),
  });

  test('positions of offsets, and back', () => {
    assertProperty(
      fc.property(text, fc.nat({ max: 70 }), (source, offset) => {
        const lines = new LineIndex(source);
        const oracle = TextDocument.create('a', 'b', 1, source);
        assert.equal(lines.lineCount, oracle.lineCount);
        const at = Math.min(offset, source.length);
        // Between the two characters of CRLF the library steps back.
        if (source[at - 1] === '\r' && source[at] === '\n') return;
        assert.equal(
          lines.offsetAt(lines.positionAt(at)),
          source[at - 1] === '\r' ? lines.offsetAt(oracle.positionAt(at)) : at,
        );
        assert.deepEqual(lines.positionAt(at), oracle.positionAt(at));
      }),
      1500,
    );
  });

  test('offsets of any position, inside the text or not', () => {
    assertProperty(
      fc.property(text, position, (source, at) => {
        const oracle = TextDocument.create('a', 'b', 1, source);
        assert.equal(new LineIndex(source).offsetAt(at), oracle.offsetAt(at));
      }),
      1500,
    );
  });
});

describe('edits', () => {
  /** Edits that do not overlap, in any order. */
  const edits = fc
    .tuple(
      text,
      fc.array(fc.nat({ max: 70 }), { maxLength: 8 }),
      fc.array(fc.string({ maxLength: 3 }), { minLength: 4 }),
    )
    .map(([source, cuts, inserts]) => {
      const sorted = [...new Set(cuts.map((c) => Math.min(c, source.length)))].sort((a, b) => a - b);
      const list: TextEdit[] = [];
      for (let i = 0; i + 1 < sorted.length; i += 2) {
        list.push({
          start: sorted[i] ?? 0,
          end: sorted[i + 1] ?? 0,
          newText: inserts[i % inserts.length] ?? '',
        });
      }
      return { source, list: list.reverse() };
    });

  test('are applied all at once', () => {
    assertProperty(
      fc.property(edits, ({ source, list }) => {
        let expected = source;
        // From the back to the front, one by one, no edit moves another.
        for (const { start, end, newText } of list)
          expected = expected.slice(0, start) + newText + expected.slice(end);
        assert.equal(applyEdits(source, list), expected);
        assert.equal(applyEdits(source, [...list].reverse()), expected);
      }),
      800,
    );
  });

  test('a set takes what touches nothing in it, in any order', () => {
    const edit = fc
      .tuple(fc.nat({ max: 20 }), fc.nat({ max: 4 }))
      .map(([start, length]): TextEdit => ({ start, end: start + length, newText: '' }));
    const touches = (x: TextEdit, y: TextEdit) =>
      x.start === x.end && y.start === y.end ? x.start === y.start : x.start < y.end && y.start < x.end;
    assertProperty(
      fc.property(fc.array(fc.array(edit, { maxLength: 2 }), { maxLength: 8 }), (groups) => {
        const set = new EditSet();
        const taken: TextEdit[] = [];
        for (const group of groups.filter(([a, b]) => !a || !b || !touches(a, b))) {
          const free = group.every((x) => taken.every((y) => !touches(x, y)));
          assert.equal(set.addAll(group), free);
          if (free) taken.push(...group);
        }
        const order = (list: readonly TextEdit[]) =>
          [...list].sort((a, b) => a.start - b.start || a.end - b.end).map(({ start, end }) => [start, end]);
        assert.deepEqual(
          set.edits.map(({ start, end }) => [start, end]),
          order(taken),
        );
      }),
      800,
    );
  });

  test('the smallest one from a text to another', () => {
    assertProperty(
      fc.property(text, text, (before, after) => {
        const edit = minimalEdit(before, after);
        assert.equal(edit === null, before === after);
        if (edit !== null) assert.equal(applyEdits(before, [edit]), after);
      }),
      800,
    );
  });
});

describe('the nearest word', () => {
  const words = ['Direction', 'IpProtocol', 'PortRange', 'Policy', 'Priority', 'SourceCidrIp', 'Description'];

  test('of a word with one letter changed is that word', () => {
    assertProperty(
      fc.property(
        fc.constantFrom(...words),
        fc.nat({ max: 11 }),
        fc.constantFrom('x', ''),
        (word, at, letter) => {
          const i = at % word.length;
          assert.equal(nearestWord(word.slice(0, i) + letter + word.slice(i + 1), words), word);
          assert.equal(nearestWord(word.toUpperCase(), words), word);
        },
      ),
      300,
    );
  });

  test('is one of the words or none, and none for what is nothing like them', () => {
    assertProperty(
      fc.property(fc.string({ maxLength: 30 }), (written) => {
        const near = nearestWord(written, words);
        assert.ok(near === null || words.includes(near));
      }),
      500,
    );
    for (const far of ['', 'x', 'Color', 'qqqqqqqqqq', '🦊', 'x'.repeat(100_000)])
      assert.equal(nearestWord(far, words), null, far);
  });
});
