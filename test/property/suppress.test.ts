/** A comment that names a finding, at each place where it may stand, silences that finding and changes nothing else. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic } from '../../server/src/core/features/diagnostic.ts';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { arbitraryDefinition, toJson, toYamlBlock, toYamlFlow } from '../support/arbitrary-definition.ts';
import { check } from '../support/check.ts';
import { assertProperty } from '../support/property.ts';

const options = 'reason="tested" expires=2026-11-21';

/** Where a comment may stand, and which findings it reaches from there. */
interface Place {
  put(lines: string[], line: number, comment: string): void;
  reaches(finding: Diagnostic, line: number): boolean;
}

const places: Readonly<Record<string, Place>> = {
  'at the end of the line': {
    put: (lines, line, comment) => {
      lines[line] += ` ${comment}`;
    },
    // At the first line of an item it reaches all of it.
    reaches: (d, line) => d.range.start.line === line || d.itemLine === line,
  },
  'on the line above': {
    put: (lines, line, comment) => {
      const indentation = /^ */.exec(lines[line] ?? '')?.[0] ?? '';
      lines.splice(line, 0, indentation + comment);
    },
    reaches: (d, line) => d.range.start.line === line,
  },
};

function withComment(text: string, line: number, comment: string, place: Place): string {
  const lines = text.split('\n');
  place.put(lines, line, comment);
  return lines.join('\n');
}

const said = (list: readonly Diagnostic[]) => list.map((d) => `${d.code} ${d.message}`).sort();

function assertSilenced(text: string, syntax: Syntax, place: Place): number {
  const mark = syntax === 'json' ? '//' : '#';
  const before = check(text, syntax).diagnostics;
  for (const finding of before) {
    const { line } = finding.range.start;
    const changed = withComment(text, line, `${mark} sg-ignore ${finding.name} ${options}`, place);
    const after = check(changed, syntax).diagnostics;
    // Others of the same kind that the comment reaches are silenced with it.
    const others = before.filter((d) => d.code !== finding.code || !place.reaches(d, line));
    assert.deepEqual(said(after), said(others), `${finding.code}\n${changed}`);
  }
  return before.length;
}

describe('a comment silences what it names', () => {
  for (const [style, write, syntax] of [
    ['block style', toYamlBlock, 'yaml'],
    ['flow style', toYamlFlow, 'yaml'],
    ['JSON', toJson, 'json'],
  ] as const) {
    for (const [where, place] of Object.entries(places)) {
      test(`${style}, ${where}`, () => {
        let silenced = 0;
        assertProperty(
          fc.property(arbitraryDefinition(120, 3), (definition) => {
            silenced += assertSilenced(write(definition), syntax, place);
          }),
          50,
        );
        assert.ok(silenced > 50, `only ${silenced} findings`);
      });
    }
  }
});
