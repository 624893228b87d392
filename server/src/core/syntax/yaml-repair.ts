/**
 * Keeps what a person is typing from taking the rest of the item along. When a stretch of block-style YAML does not
 * parse, the lines that are wrong in one of three known ways are replaced by neutral text of the same length, so
 * that all other lines can be read; each replacement becomes a fault of its own.
 */

import type { SyntaxFault } from './tree.ts';
import type { Patch } from './yaml-compose.ts';

export interface Repair {
  /** The text with the same length and the same line breaks. */
  readonly text: string;
  readonly patches: Patch[];
  readonly faults: SyntaxFault[];
}

interface Line {
  /** Offset of the line in the text. */
  readonly start: number;
  readonly text: string;
  /** Column of the key, or of what stands in its place. */
  readonly column: number;
  readonly hasDash: boolean;
  readonly hasKey: boolean;
  /** What follows the key; offset and text. */
  readonly restStart: number;
  readonly rest: string;
}

/** An anchor or a tag in front of the value counts to the key. */
const linePattern =
  /^(?<lead>[ ]*(?:- +)*)(?<key>[\w$.-]+:(?:[ \t]+(?:[&!]\S*[ \t]+)*|$))?(?<rest>(?:[^\s#].*)?)$/;

/** An IPv6 address that ends in a colon, as a value in a flow collection. */
const flowAddress = /(:[ \t]+)((?:[0-9A-Fa-f]{0,4}:)+:)(?=[ \t]*(?:[,}\]]|$))/g;

/** Patches the lines of a text that are wrong in a known way; null when there are none. */
export function repairLines(text: string): Repair | null {
  const repair: Writable = { text, patches: [], faults: [] };
  const lines = linesOf(text);
  let open = 0;
  /** Column of the last key; null before the first one. */
  let keyColumn: number | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    // Inside a flow collection, a colon or a quote at the end of a line is nothing unusual.
    if (open === 0) {
      // What stands further to the right than the last key goes on with its value.
      if (line.hasDash || keyColumn === null || line.column <= keyColumn) repairLine(repair, lines, i);
      if (line.hasKey) keyColumn = line.column;
      const last = lastLineOfValue(lines, i);
      if (last > i) {
        i = last;
        continue;
      }
    }
    repairFlow(repair, line, open > 0);
    open = Math.max(0, open + count(line.text, /[[{]/g) - count(line.text, /[\]}]/g));
  }
  return repair.faults.length === 0 ? null : repair;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const groups = linePattern.exec(raw.replace(/\r$/, ''))?.groups;
    if (groups !== undefined && (groups.key ?? groups.rest) !== '') {
      const lead = groups.lead ?? '';
      const key = groups.key ?? '';
      const restStart = start + lead.length + key.length;
      lines.push({
        start,
        text: raw,
        column: lead.length,
        hasDash: lead.includes('-'),
        hasKey: key !== '',
        restStart,
        rest: groups.rest ?? '',
      });
    }
    start += raw.length + 1;
  }
  return lines;
}

/** The last line that a block scalar, or a quoted text over several lines, which begins on line `i` goes on to. */
function lastLineOfValue(lines: readonly Line[], i: number): number {
  const line = lines[i];
  if (line === undefined || !line.hasKey) return i;
  let last = i;
  while ((lines[last + 1]?.column ?? -1) > line.column && !lines[last + 1]?.hasDash) last++;
  const quote = line.rest[0] ?? '';
  if (quote === '|' || quote === '>') return last;
  if ((quote !== '"' && quote !== "'") || closesOnLine(line.rest, quote)) return i;
  return last > i && closedBy(lines, i, last, quote) ? last : i;
}

/** Whether a quote that is opened on one line and not closed there is closed by another one. */
function closedBy(lines: readonly Line[], from: number, to: number, quote: string): boolean {
  const rest = lines[from]?.rest ?? '';
  const more = lines.slice(from + 1, to + 1).map((line) => line.text);
  return closesOnLine([rest, ...more].join(' '), quote);
}

type Writable = { text: string } & Omit<Repair, 'text'>;

/** Puts neutral text of the same length in the place of a token: a plain value, or a comment where it is ignored. */
function replaceByFiller(
  repair: Writable,
  start: number,
  length: number,
  kind: SyntaxFault['kind'],
  value: string | null,
): void {
  const end = start + length;
  const filler = (value === null ? '#' : '_').repeat(length);
  repair.text = repair.text.slice(0, start) + filler + repair.text.slice(end);
  repair.patches.push({ start, end, value });
  repair.faults.push({ start, end, kind, detail: '' });
}

/** The addresses on a line that is, or opens, a flow collection. */
function repairFlow(repair: Writable, line: Line, inside: boolean): void {
  for (const m of line.text.matchAll(flowAddress)) {
    const [, before = '', address = ''] = m;
    if (!inside && !/[[{]/.test(line.text.slice(0, m.index))) continue;
    replaceByFiller(
      repair,
      line.start + m.index + before.length,
      address.length,
      'plain-scalar-colon',
      address,
    );
  }
}

function repairLine(repair: Writable, lines: readonly Line[], i: number): void {
  const line = lines[i];
  if (line === undefined || lastLineOfValue(lines, i) > i) return;
  const start = line.restStart;
  const patch = (length: number, kind: SyntaxFault['kind'], value: string | null) =>
    replaceByFiller(repair, start, length, kind, value);
  const token = withoutComment(line.rest);
  const quote = token[0];
  if (line.hasKey && (quote === '"' || quote === "'")) {
    if (!closesOnLine(token, quote)) patch(token.length, 'unclosed-quote', token.slice(1));
  } else if (line.hasKey && token.endsWith(':') && !/^[[\]{}&*!|>%@`]|:\s/.test(token)) {
    patch(token.length, 'plain-scalar-colon', token);
  } else if (!line.hasKey && /^[A-Za-z$_][\w$-]*$/.test(token)) {
    patch(token.length, 'missing-colon', null);
  }
}

/** A value without the comment and the blanks behind it. No regular expression: a long run of blanks takes one seconds. */
function withoutComment(rest: string): string {
  let at = rest.indexOf('#');
  while (at > 0 && !/\s/.test(rest[at - 1] ?? '')) at = rest.indexOf('#', at + 1);
  return (at < 0 ? rest : rest.slice(0, at)).trimEnd();
}

function closesOnLine(rest: string, quote: string): boolean {
  return (quote === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).test(rest);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
