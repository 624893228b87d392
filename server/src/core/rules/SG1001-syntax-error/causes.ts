/**
 * Picks from what a parser complains about the places where the author went wrong, and names each. A parser that has
 * lost its way complains line after line; only the first of such a run is the author's. Knows nothing of messages.
 */
import type { Fragment, Span, SyntaxFault } from '../../syntax/tree.ts';

/** One place to report, with the name of the message. */
export interface Cause {
  readonly span: Span;
  readonly message: string;
  /** The parser's code. */
  readonly detail: string;
}

/** Faults with a rule of their own. */
const elsewhere: readonly SyntaxFault['kind'][] = ['plain-scalar-colon', 'custom-tag', 'trailing-comma'];

/** The causes in a fragment, in the order of the text. */
export function causesOf(fragment: Fragment, syntax: 'yaml' | 'json'): Cause[] {
  const { text } = fragment;
  const faults = fragment.faults.filter((f) => !elsewhere.includes(f.kind));
  const causes: Cause[] = [];
  // The JSON parser recovers within a line, the YAML parser may need the next one.
  const reach = syntax === 'json' ? 0 : 1;
  let lost = Number.NEGATIVE_INFINITY;
  for (const [i, fault] of faults.entries()) {
    if (fault.kind !== 'syntax' && fault.kind !== 'tab-indentation') {
      causes.push({ span: fault, message: fault.kind, detail: fault.detail });
      continue;
    }
    const line = lineOf(text, fault.start);
    // Each line with a tab wants mending, whatever stands above it.
    const isNew = line > lost + (fault.kind === 'syntax' ? reach : 0);
    lost = Math.max(isNew ? line : lost, lineOf(text, Math.max(fault.start, fault.end - 1)));
    if (isNew)
      causes.push(syntax === 'json' ? plainCause(text, fault) : yamlCause(text, fault, faults[i + 1]));
  }
  return causes;
}

function yamlCause(text: string, fault: SyntaxFault, next: SyntaxFault | undefined): Cause {
  const detail = fault.detail;
  if (fault.kind === 'tab-indentation')
    return { span: indentation(text, fault.start), message: fault.kind, detail };
  const open =
    detail === 'BAD_INDENT' || detail === 'MISSING_CHAR' ? openBracket(text.slice(0, fault.start)) : -1;
  if (open >= 0 && /^\s*$/.test(text.slice(fault.start)))
    return { span: { start: open, end: open + 1 }, message: 'unclosed-bracket', detail };
  const deeper = detail === 'BLOCK_AS_IMPLICIT_KEY' ? keyOnNextLine(text, fault, next) : null;
  if (deeper !== null) return { span: deeper, message: 'too-far-right', detail };
  const lead = indentation(text, fault.start);
  if (fault.start === lead.start && lead.end > lead.start && fault.end <= lead.end)
    return { span: lead, message: 'BAD_INDENT', detail };
  return plainCause(text, fault);
}

function plainCause(text: string, fault: SyntaxFault): Cause {
  const { start, end, detail } = fault;
  if (start < end && text.slice(start).trim() !== '') return { span: fault, message: detail, detail };
  // Nothing stands there: the last character before it can be shown.
  const last = Math.max(1, text.slice(0, start).trimEnd().length);
  return { span: { start: last - 1, end: last }, message: detail, detail };
}

/** `web` and, further to the right on the next line, `Description:` read as one key: the indentation is wrong. */
function keyOnNextLine(text: string, fault: SyntaxFault, next: SyntaxFault | undefined): Span | null {
  if (next?.detail !== 'MULTILINE_IMPLICIT_KEY' || next.start !== fault.start) return null;
  const line = text.lastIndexOf('\n', next.end - 1) + 1;
  if (line <= next.start) return null;
  return { start: indentation(text, line).end, end: next.end };
}

/** The blanks at the start of the line of an offset. */
function indentation(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return { start, end: start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0) };
}

/** Offset of the last bracket or brace that is not closed, outside quotes and comments; -1 without one. */
function openBracket(text: string): number {
  const open: number[] = [];
  const token = /(?<=[\s,:[{])(?:"(?:[^"\\]|\\.)*"|'[^']*')|(?<=\s)#.*|[[{\]}]/g;
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === '[' || found === '{') open.push(index);
    else if (found === ']' || found === '}') open.pop();
  }
  return open.at(-1) ?? -1;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}
