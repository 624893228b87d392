/**
 * Checks a marker-annotated document: its findings must be exactly those that its marker lines demand. The notation
 * is that of the rule pages. Hints count only when a marker names one: nearly every short text lacks `Product`.
 */
import assert from 'node:assert/strict';
import type { CheckOptions, FileCheck } from '../../server/src/core/features/check.ts';
import type { Diagnostic } from '../../server/src/core/features/diagnostic.ts';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { check } from './check.ts';
import { type Marker, readMarkers } from './rule-page.ts';

export interface FindingsOptions extends Partial<CheckOptions> {
  readonly syntax?: Syntax;
  /** Turns the text without its markers into the one that is checked: other line breaks, a byte order mark. */
  readonly rewrite?: (text: string) => string;
}

/** Throws unless the findings of a text are those of its markers; returns the check for further questions. */
export function checkFindings(marked: string, options: FindingsOptions = {}): FileCheck {
  const { syntax = 'yaml', rewrite = (text: string) => text, ...overrides } = options;
  const { text, markers } = readMarkers(marked);
  const result = check(rewrite(text), syntax, overrides);
  const named = new Set(markers.map((m) => m.code));
  const found = result.diagnostics.filter((d) => d.severity !== 'hint' || named.has(d.code));
  assert.deepEqual(
    sorted(found.map((d) => markerOf(d, text))),
    sorted(markers),
    `${text}\n${found.map(describeFinding).join('\n')}`,
  );
  return result;
}

/** `SG1040 5:15-17 error: …`, for messages of failed assertions. */
export function describeFinding(d: Diagnostic): string {
  const { start, end } = d.range;
  return `${d.code} ${start.line}:${start.character}-${end.line}:${end.character} ${d.severity}: ${d.message}`;
}

/** The codes of all findings in the order of the text. */
export function codesOf(result: FileCheck): string[] {
  return result.diagnostics.map((d) => d.code);
}

/** A marker has one line, so a finding over several is marked on its first. */
function markerOf({ range, code }: Diagnostic, text: string): Marker {
  const { start, end } = range;
  const lineLength = (text.split('\n')[start.line] ?? '').length;
  return {
    line: start.line,
    start: start.character,
    end: end.line === start.line ? end.character : lineLength,
    code,
  };
}

function sorted(markers: readonly Marker[]): Marker[] {
  return [...markers].sort((a, b) => a.line - b.line || a.start - b.start || (a.code < b.code ? -1 : 1));
}
