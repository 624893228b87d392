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

/** Edits that do not touch each other, in the order of the text. */
export class EditSet {
  readonly edits: TextEdit[] = [];

  /** Adds edits that belong together, or none of them when one touches an edit that is already there. */
  addAll(edits: readonly TextEdit[]): boolean {
    if (edits.some((edit) => this.#touches(edit))) return false;
    for (const edit of edits) this.edits.splice(this.#indexAfter(edit), 0, edit);
    return true;
  }

  #touches(edit: TextEdit): boolean {
    const at = this.#indexAfter(edit);
    // Edits that do not overlap are ordered by start and by end alike, so only the neighbours can touch.
    return [this.edits[at - 1], this.edits[at]].some((other) => other !== undefined && overlaps(edit, other));
  }

  /** Index of the first edit that starts behind this one. */
  #indexAfter(edit: TextEdit): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      const other = this.edits[mid];
      if (
        other !== undefined &&
        (other.start < edit.start || (other.start === edit.start && other.end <= edit.end))
      )
        low = mid + 1;
      else high = mid;
    }
    return low;
  }
}

function overlaps(x: TextEdit, y: TextEdit): boolean {
  if (x.start === x.end && y.start === y.end) return x.start === y.start;
  return x.start < y.end && y.start < x.end;
}
