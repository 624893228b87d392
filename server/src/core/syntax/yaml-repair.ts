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

const linePattern = /^(?<lead>[ ]*(?:- +)*)(?<key>[\w$.-]+:[ \t]+)?(?<rest>[^\s#].*)$/;

/** Patches the lines of a text that are wrong in a known way; null when there are none. */
export function repairLines(text: string): Repair | null {
  const repair: Repair & { text: string } = { text, patches: [], faults: [] };
  let start = 0;
  let open = 0;
  for (const line of text.split('\n')) {
    const groups = linePattern.exec(line.replace(/\r$/, ''))?.groups;
    // Inside a flow collection, a colon or a quote at the end of a line is nothing unusual.
    if (groups !== undefined && open === 0) {
      const key = groups.key ?? '';
      repairLine(repair, start + (groups.lead ?? '').length + key.length, groups.rest ?? '', key !== '');
    }
    open = Math.max(0, open + count(line, /[[{]/g) - count(line, /[\]}]/g));
    start += line.length + 1;
  }
  return repair.faults.length === 0 ? null : repair;
}

function repairLine(
  repair: { text: string } & Omit<Repair, 'text'>,
  start: number,
  rest: string,
  hasKey: boolean,
): void {
  const patch = (span: { start: number; end: number }, kind: SyntaxFault['kind'], value: string | null) => {
    const filler = value === null ? '#'.repeat(span.end - span.start) : '_'.repeat(span.end - span.start);
    repair.text = repair.text.slice(0, span.start) + filler + repair.text.slice(span.end);
    repair.patches.push({ ...span, value });
    repair.faults.push({ ...span, kind, detail: '' });
  };
  const quote = rest[0];
  if (hasKey && (quote === '"' || quote === "'")) {
    if (closesOnLine(rest, quote)) return;
    const value = rest.replace(/\s+#.*$|\s+$/, '');
    patch({ start, end: start + value.length }, 'unclosed-quote', value.slice(1));
    return;
  }
  const token = rest.replace(/\s+#.*$|\s+$/, '');
  if (hasKey && token.endsWith(':') && !/[\s[\]{}&*!|>]/.test(token)) {
    patch({ start, end: start + token.length }, 'plain-scalar-colon', token);
  } else if (!hasKey && /^[A-Za-z$_][\w$-]*$/.test(token)) {
    patch({ start, end: start + token.length }, 'missing-colon', null);
  }
}

function closesOnLine(rest: string, quote: string): boolean {
  return (quote === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).test(rest);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
