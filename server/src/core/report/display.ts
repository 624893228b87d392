/**
 * Text of others as a terminal shows it: how many columns it takes, and nothing in it that could move the cursor, change
 * colours or turn the direction of writing. Knows nothing of lines and diagnostics.
 */
import { eastAsianWidth } from 'get-east-asian-width';

/** What is shown for one user-perceived character. */
export interface Cell {
  readonly text: string;
  /** Columns on a terminal. */
  readonly width: number;
  /** Offsets of the character in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** Tabs are shown as this; tab stops differ from one terminal to the next. */
const tab = '    ';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A line of text, character by character. */
export function cellsOf(text: string): Cell[] {
  if (/^[\x20-\x7e]*$/.test(text)) {
    return Array.from(text, (c, start) => ({ text: c, width: 1, start, end: start + 1 }));
  }
  const cells: Cell[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const shown = segment === '\t' ? tab : visible(segment);
    cells.push({ text: shown, width: widthOf(shown), start: index, end: index + segment.length });
  }
  return cells;
}

/** A text for one line of a terminal: control and invisible characters are shown as what they are. */
export function printable(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, visible);
}

/** Columns that a printable text takes on a terminal. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += widthOf(segment);
  return width;
}

/** Fills a printable text with blanks up to a number of columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** What stands for a character that cannot be seen; any other is itself. */
function visible(segment: string): string {
  const code = segment.codePointAt(0) ?? 0;
  // The control pictures of Unicode (U+2400) have the order of ASCII.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (!/^[\p{Cc}\p{Cf}\u2028\u2029]/u.test(segment)) return segment;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** The width of what is shown for one character; combining marks and joiners take no columns of their own. */
function widthOf(shown: string): number {
  if (/^[\x20-\x7e]*$/.test(shown)) return shown.length;
  // A flag is two letters, and U+FE0F asks for the picture of a character that would be narrow as text.
  if (/^\p{RI}\p{RI}|\uFE0F/u.test(shown)) return 2;
  return /^\p{M}/u.test(shown) ? 0 : eastAsianWidth(shown.codePointAt(0) ?? 0);
}
