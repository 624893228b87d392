/** Removes one element of a list of fields or items from the text, with the separator that belongs to it. */
import type { Span } from '../syntax/tree.ts';
import type { TextEdit } from '../text/text-edit.ts';

/**
 * - `flow`: elements separated by commas, on one line or several.
 * - `block`: the fields of a block map; the first may stand behind a dash.
 * - `block-item`: items of a block sequence, dash included.
 */
export type ListStyle = 'flow' | 'block' | 'block-item';

/** The edit that removes element `index`; `spans` are all elements in order, at offsets of the text. */
export function removeFromList(
  text: string,
  spans: readonly Span[],
  index: number,
  style: ListStyle,
): TextEdit {
  const span = spans[index] ?? { start: 0, end: 0 };
  const next = spans[index + 1];
  if (style === 'flow') return { ...flowSpan(spans, index), newText: '' };
  if (style === 'block-item' && spans.length === 1) return onlyItem(text, span);
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const before = text.slice(lineStart, span.start);
  const ownLine = style === 'block-item' ? /^[ ]*-[ \t]+$/.test(before) : before.trim() === '';
  if (ownLine) return { start: lineStart, end: nextLine(text, span.end), newText: '' };
  // The first field behind a dash: what follows moves up to its place.
  return {
    start: span.start,
    end: next === undefined ? span.end : next.start,
    newText: next === undefined ? '{}' : '',
  };
}

/** Without its only item the list is written as an empty one, behind the key. */
function onlyItem(text: string, span: Span): TextEdit {
  const dash = text.lastIndexOf('-', span.start);
  const before = text.slice(0, dash).trimEnd();
  return { start: before.length, end: span.end, newText: ' []' };
}

function flowSpan(spans: readonly Span[], index: number): Span {
  const span = spans[index] ?? { start: 0, end: 0 };
  const next = spans[index + 1];
  if (next !== undefined) return { start: span.start, end: next.start };
  const previous = spans[index - 1];
  return { start: previous === undefined ? span.start : previous.end, end: span.end };
}

/** Start of the line after the one that holds an offset. */
function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
