/** What holds for every text, however broken: nothing throws, and everything lies inside the text. */
import assert from 'node:assert/strict';
import type { FileCheck } from '../../server/src/core/features/check.ts';
import { complete } from '../../server/src/core/features/complete/complete.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { documentSymbols, type OutlineEntry } from '../../server/src/core/features/symbols.ts';
import { buildEnsPlan } from '../../server/src/core/plan/build-plan.ts';
import type { Span } from '../../server/src/core/syntax/tree.ts';
import type { Position, Range } from '../../server/src/core/text/position.ts';
import { EditSet } from '../../server/src/core/text/text-edit.ts';
import { describeFinding } from './check-findings.ts';

/** Throws when something of a check lies outside its text or in the wrong order. */
export function assertSound(check: FileCheck): void {
  const { file, diagnostics, groups } = check;
  let last = 0;
  for (const d of diagnostics) {
    const what = describeFinding(d);
    assertInside(check, d.range, what);
    assert.ok(d.span.start >= last, `${what}: in the order of the text`);
    last = d.span.start;
    assert.ok(d.group >= 0 && d.group <= groups.length, `${what}: of a group`);
    for (const { range } of d.related) assertInside(check, range, `${what}: related`);
    assert.doesNotMatch(d.message, /\{\w+\}|undefined|\[object/, what);
    for (const fix of d.fixes) {
      const edits = fix.edits();
      assert.ok(edits.length > 0, `${what}: ${fix.title} changes something`);
      const apart = new EditSet();
      for (const edit of edits) {
        assertSpan(check, edit, `${what}: ${fix.title}`);
        assert.ok(apart.addAll([edit]), `${what}: edits of ${fix.title} are apart`);
      }
    }
  }
  for (const entry of documentSymbols(check, 'en')) assertEntry(check, entry);
  for (const group of groups) {
    const { sources } = buildEnsPlan(file, group);
    for (const [path, range] of Object.entries(sources)) assertInside(check, range, path);
  }
}

/** Asks for completion and hover at an offset; throws when an answer lies outside the text. */
export function assertSoundAt(check: FileCheck, offset: number): void {
  for (const item of complete(check, offset, 'en')) {
    assertSpan(check, item.replace, item.label);
    assert.ok(item.replace.start <= offset && offset <= item.replace.end, `${item.label}: around the cursor`);
  }
  const shown = hover(check, offset, 'zh-cn');
  if (shown !== null) assertInside(check, shown.range, 'hover');
}

function assertEntry(check: FileCheck, entry: OutlineEntry): void {
  assertInside(check, entry.range, entry.name);
  assertInside(check, entry.selectionRange, entry.name);
  const { start, end } = entry.selectionRange;
  assert.ok(
    !before(start, entry.range.start) && !before(entry.range.end, end),
    `${entry.name}: the selection is in the range`,
  );
  for (const child of entry.children) assertEntry(check, child);
}

function assertSpan({ file }: FileCheck, { start, end }: Span, what: string): void {
  assert.ok(0 <= start && start <= end && end <= file.text.length, `${what}: ${start}..${end}`);
}

function assertInside({ file }: FileCheck, { start, end }: Range, what: string): void {
  assert.ok(!before(end, start), `${what}: begins before it ends`);
  for (const at of [start, end]) {
    assert.ok(at.line >= 0 && at.line < file.lines.lineCount, `${what}: line ${at.line} is in the text`);
    const length = file.lines.lineStart(at.line + 1) - file.lines.lineStart(at.line);
    assert.ok(at.character >= 0 && at.character <= length, `${what}: column ${at.character} is on its line`);
  }
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
