/** The features of the editor on texts that somebody is in the middle of writing: none throws, every range lies inside. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { complete } from '../../server/src/core/features/complete/complete.ts';
import { disableForLine } from '../../server/src/core/features/disable-rule.ts';
import { documentLinks } from '../../server/src/core/features/document-links.ts';
import { folds } from '../../server/src/core/features/folding.ts';
import { formatText } from '../../server/src/core/features/format/format.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { inlayHints } from '../../server/src/core/features/inlay-hints.ts';
import { anchorAt } from '../../server/src/core/features/references.ts';
import { selectionRanges } from '../../server/src/core/features/selection-ranges.ts';
import { semanticTokens } from '../../server/src/core/features/semantic-tokens.ts';
import type { Span } from '../../server/src/core/syntax/tree.ts';
import type { Range } from '../../server/src/core/text/position.ts';
import { arbitraryDefinition, toJson, toYamlBlock, toYamlFlow } from '../support/arbitrary-definition.ts';
import { check, options } from '../support/check.ts';
import { assertProperty } from '../support/property.ts';

const scraps = [
  '',
  '"',
  "'",
  '{',
  ']',
  '- ',
  ':',
  '\n',
  '  ',
  '\t',
  '# sg-ignore ',
  '&a ',
  '*a',
  '|\n',
  '---\n',
  ',',
];

/** A good text with a stretch replaced by a scrap. */
const broken = fc
  .record({
    definition: arbitraryDefinition(50, 3),
    form: fc.constantFrom(
      [toYamlBlock, 'yaml'] as const,
      [toYamlFlow, 'yaml'] as const,
      [toJson, 'json'] as const,
    ),
    cuts: fc.array(fc.record({ at: fc.nat(), length: fc.nat(12), scrap: fc.constantFrom(...scraps) }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ definition, form: [write, syntax], cuts }) => {
    let text = write(definition);
    for (const { at, length, scrap } of cuts) {
      const start = at % (text.length + 1);
      text = text.slice(0, start) + scrap + text.slice(start + length);
    }
    return { text, syntax };
  });

test('every feature answers, within the text', () => {
  assertProperty(
    fc.property(broken, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), ({ text, syntax }, places) => {
      const checked = check(text, syntax);
      const { lines } = checked.file;
      const inText = ({ start, end }: Span) =>
        assert.ok(0 <= start && start <= end && end <= text.length, text);
      const inLines = ({ start, end }: Range) => {
        inText({ start: lines.offsetAt(start), end: lines.offsetAt(end) });
        assert.ok(end.line < lines.lineCount, text);
      };
      for (const { startLine, endLine } of folds(checked)) {
        assert.ok(0 <= startLine && startLine < endLine && endLine < lines.lineCount, text);
      }
      for (const { span } of semanticTokens(checked)) {
        inText(span);
        assert.equal(lines.positionAt(span.start).line, lines.positionAt(span.end).line, text);
      }
      for (const { range } of documentLinks(checked, options)) inLines(range);
      for (const { position } of inlayHints(checked, { start: 0, end: text.length }, 'zh-cn')) {
        inLines({ start: position, end: position });
      }
      const [first] = checked.diagnostics;
      const edit = first === undefined ? null : disableForLine(checked, first, options);
      if (edit !== null) inText(edit);
      assert.equal(typeof formatText(checked.file, options, { tabSize: 2, insertSpaces: true }), 'string');
      for (const place of places) {
        const offset = place % (text.length + 1);
        for (const range of selectionRanges(checked, offset)) inLines(range);
        const found = hover(checked, offset, 'en');
        if (found !== null) inLines(found.range);
        const anchor = anchorAt(checked, offset);
        for (const span of anchor === null ? [] : [anchor.anchor, anchor.value, ...anchor.aliases])
          inText(span);
        for (const item of complete(checked, offset, 'zh-cn')) {
          inText(item.replace);
          assert.ok(item.replace.start <= offset && offset <= item.replace.end, text);
          const { start, end } = lines.rangeAt(item.replace.start, item.replace.end);
          assert.equal(start.line, end.line, 'a completion replaces within one line');
        }
      }
    }),
    400,
  );
});
