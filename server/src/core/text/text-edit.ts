/**
 * Changes of a text as data: replacements addressed by offsets of the text before the change.
 */

/** Replaces `[start, end)` by `newText`; offsets are UTF-16 code units of the text before any edit. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Applies edits that do not overlap, in any order. Two insertions at one offset keep the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, order) => ({ edit, order }));
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  let result = '';
  let from = 0;
  for (const { edit } of sorted) {
    result += text.slice(from, edit.start) + edit.newText;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** Whether two sets of edits touch a common stretch, so that they cannot be applied together. */
export function editsOverlap(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.some((x) => b.some((y) => overlaps(x, y)));
}

function overlaps(x: TextEdit, y: TextEdit): boolean {
  if (x.start === x.end && y.start === y.end) return x.start === y.start;
  return x.start < y.end && y.start < x.end;
}
