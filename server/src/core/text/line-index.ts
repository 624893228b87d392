/**
 * Converts between offsets and line/column positions of one text. Counts line breaks as LSP does: LF, CRLF and a
 * lone CR. Knows nothing of syntax.
 */
import type { Position, Range } from './position.ts';

/** Line starts of a text, for conversions in both directions. */
export class LineIndex {
  readonly #starts: number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0];
    // Looking for one character at a time is a search that the engine does fastest; a lone CR is rare.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
    if (/\r(?!\n)/.test(text)) {
      for (const lone of text.matchAll(/\r(?!\n)/g)) this.#starts.push(lone.index + 1);
      this.#starts.sort((a, b) => a - b);
    }
  }

  /** Number of lines; a text without a line break has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line; past the last line: the length of the text. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The text of a line without its line break. */
  lineText(line: number): string {
    return this.#text.slice(this.lineStart(line), this.lineEnd(line));
  }

  /** Offset of the end of a line, before its line break. */
  lineEnd(line: number): number {
    let end = line + 1 < this.#starts.length ? this.lineStart(line + 1) : this.#text.length;
    const start = this.lineStart(line);
    while (end > start && isBreak(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** The position of an offset; an offset past the end is the end of the text. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const mid = (low + high) >>> 1;
      if ((this.#starts[mid] ?? 0) <= at) low = mid;
      else high = mid;
    }
    return { line: low, character: at - this.lineStart(low) };
  }

  /** The offset of a position. A column past the end of its line is the end of that line, as LSP says. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    const offset = this.lineStart(position.line) + Math.max(0, position.character);
    return Math.min(offset, this.lineEnd(position.line));
  }

  /** The range between two offsets. */
  rangeAt(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
