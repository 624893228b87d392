/**
 * Finds, line by line and without parsing, where the items of a block-style `Permissions` begin and end. Gives up
 * whenever a line could mean something else; the caller then parses the document as a whole.
 */

export interface Cut {
  /** Column of the dashes. */
  readonly dashColumn: number;
  /** Start offsets of the items, and where the last one ends. */
  readonly starts: readonly number[];
  readonly end: number;
}

const permissionsKey = /^(?:Permissions|"Permissions"|'Permissions')[ \t]*:[ \t]*(?:&\S+[ \t]*)?(?:#.*)?\r?$/;

/** Cuts the text of one document; null when there is no block sequence below `Permissions`, or nothing is sure. */
export function cutItems(text: string): Cut | null {
  let offset = permissionsLine(text);
  if (offset < 0) return null;
  let dashColumn = -1;
  const starts: number[] = [];
  while (offset < text.length) {
    const lineEnd = text.indexOf('\n', offset);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(offset, next);
    const indent = line.search(/[^ ]/);
    const first = indent < 0 ? '\n' : (line[indent] ?? '\n');
    if (first === '\t' && indent <= Math.max(dashColumn, 0) && line.trim() !== '') return null;
    if (first !== '#' && line.trim() !== '') {
      const isDash = /^-(?:[ \t\r\n]|$)/.test(line.slice(indent));
      if (dashColumn < 0) {
        if (!isDash) return null;
        dashColumn = indent;
      }
      if (isDash && indent === dashColumn) starts.push(offset);
      else if (indent <= dashColumn)
        return indent === 0 && endsSequence(first) ? { dashColumn, starts, end: offset } : null;
    }
    offset = next;
  }
  return starts.length === 0 ? null : { dashColumn, starts, end: text.length };
}

/** Offset of the line after `Permissions:`; -1 when no such line stands at column 0. */
function permissionsLine(text: string): number {
  let offset = 0;
  while (offset < text.length) {
    const lineEnd = text.indexOf('\n', offset);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const c = text[offset];
    if ((c === 'P' || c === '"' || c === "'") && permissionsKey.test(text.slice(offset, end))) return end + 1;
    offset = end + 1;
  }
  return -1;
}

/** A key may follow a sequence; `]`, `:`, `?`, `&` and their like may still belong to its last item. */
function endsSequence(first: string): boolean {
  return /[\p{L}_"'$]/u.test(first);
}
