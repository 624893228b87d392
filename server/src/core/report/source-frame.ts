/** The line of the source that a range is about, with carets underneath. Long lines are shown around the range only. */
import type { LineIndex } from '../text/line-index.ts';
import type { Range } from '../text/position.ts';
import { type Cell, cellsOf } from './display.ts';

/** A line as it is shown. */
export interface SourceFrame {
  /** Zero-based. */
  readonly line: number;
  readonly text: string;
  /** Columns before the first caret. */
  readonly indent: number;
  /** Number of carets, at least 1. */
  readonly carets: number;
  /** The range goes on in the lines after this one. */
  readonly continues: boolean;
}

/** Columns that are shown left of the range when a line does not fit. */
const leftColumns = 40;

/** No line of more characters is looked at as a whole: lines of minified JSON may have millions. */
const lookAround = 400;

/** The frame for the first line of a range, at most `width` columns wide. */
export function sourceFrame(lines: LineIndex, range: Range, width: number): SourceFrame {
  const { line, character } = range.start;
  const whole = lines.lineText(line);
  const from = Math.min(character, whole.length);
  const continues = range.end.line > line;
  const end = continues ? whole.trimEnd().length : Math.min(range.end.character, whole.length);
  const low = boundary(whole, Math.max(0, from - lookAround));
  const high = boundary(whole, Math.min(whole.length, from + lookAround));
  const cells = cellsOf(whole.slice(low, high));
  const view = windowOf(cells, from - low, width, low > 0, high < whole.length);
  const shown = cells.slice(view.first, view.last);
  const left = view.cutLeft ? '…' : '';
  return {
    line,
    text: left + shown.map((c) => c.text).join('') + (view.cutRight ? '…' : ''),
    indent: left.length + columns(shown.filter((c) => c.end <= from - low)),
    carets: Math.max(1, columns(shown.filter((c) => c.end > from - low && c.start < end - low))),
    continues,
  };
}

/** Which cells are shown, and whether something is left out before and after them. */
interface Window {
  readonly first: number;
  readonly last: number;
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
}

function windowOf(cells: readonly Cell[], from: number, width: number, more: boolean, rest: boolean): Window {
  if (!more && !rest && columns(cells) <= width) {
    return { first: 0, last: cells.length, cutLeft: false, cutRight: false };
  }
  const start = cells.findIndex((c) => c.end > from);
  let first = start < 0 ? cells.length : start;
  let used = 0;
  for (; first > 0; first--) {
    const next = cells[first - 1]?.width ?? 0;
    if (used + next > leftColumns) break;
    used += next;
  }
  let last = start < 0 ? cells.length : start;
  for (; last < cells.length; last++) {
    const next = cells[last]?.width ?? 0;
    // Room for the two marks of what is left out.
    if (used + next > width - 2) break;
    used += next;
  }
  return { first, last, cutLeft: more || first > 0, cutRight: rest || last < cells.length };
}

function columns(cells: readonly Cell[]): number {
  return cells.reduce((sum, c) => sum + c.width, 0);
}

/** An offset that is not between the two halves of one character. */
function boundary(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 ? offset - 1 : offset;
}
