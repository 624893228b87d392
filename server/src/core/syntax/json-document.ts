/**
 * Reads a JSON file with `jsonc-parser`, which recovers from what is broken. Comments are accepted; a trailing comma
 * is a fault of its own, because it can be mended safely.
 */
import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import type { DocumentSyntax, KnownItems } from './file.ts';
import { type Comment, type Fragment, maxFaults, type Pair, type SgNode, type SyntaxFault } from './tree.ts';
import { cutTree } from './yaml-file.ts';

/** Reads the one object of a JSON file; no document when the file is blank. */
export function readJsonDocument(text: string, known: KnownItems): DocumentSyntax[] {
  // A byte order mark is not JSON, but editors write it; a blank keeps all offsets.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  if (source.trim() === '') return [];
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { allowTrailingComma: false, allowEmptyContent: true });
  const { comments, trailingCommas } = scanTokens(source);
  const brackets = new Set(trailingCommas.values());
  const faults: SyntaxFault[] = errors
    .filter((e) => !isTrailingComma(e, brackets))
    .slice(0, maxFaults)
    .map((e) => faultOf(e, source));
  for (const at of trailingCommas.keys())
    faults.push({ kind: 'trailing-comma', detail: '', start: at, end: at + 1 });
  faults.sort((a, b) => a.start - b.start);
  const whole: Fragment = {
    text: source,
    root: root === undefined ? null : convert(root),
    comments,
    faults,
    references: false,
  };
  if (whole.root === null && faults.length === 0) return [];
  return [cutTree(source, 0, whole, faults.length === 0 ? known : null)];
}

/** The parser reports a trailing comma at the bracket behind it, as a missing name or value. */
function isTrailingComma(error: ParseError, brackets: ReadonlySet<number>): boolean {
  const code = printParseErrorCode(error.error);
  return (code === 'PropertyNameExpected' || code === 'ValueExpected') && brackets.has(error.offset);
}

const blankToken = /[ \t\r\n]+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\//y;

/** Whether nothing but blanks and comments stands between two offsets. */
function isBlank(source: string, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    blankToken.lastIndex = at;
    if (!blankToken.test(source)) return false;
    at = blankToken.lastIndex;
  }
  return true;
}

function faultOf(error: ParseError, source: string): SyntaxFault {
  const end = Math.max(error.offset + error.length, error.offset + 1);
  const code = printParseErrorCode(error.error);
  const kind = code === 'UnexpectedEndOfString' && source[error.offset] === '"' ? 'unclosed-quote' : 'syntax';
  return { kind, detail: code, start: error.offset, end };
}

/** Comments, and the offset of every trailing comma with that of the bracket behind it. */
function scanTokens(source: string): { comments: Comment[]; trailingCommas: Map<number, number> } {
  const comments: Comment[] = [];
  const trailingCommas = new Map<number, number>();
  let comma = -1;
  const value = () => {
    comma = -1;
  };
  const close = (bracket: number) => {
    // Words that are no JSON are no tokens, but they stand there.
    if (comma >= 0 && isBlank(source, comma + 1, bracket)) trailingCommas.set(comma, bracket);
    comma = -1;
  };
  visit(source, {
    onComment: (start, length) => {
      comments.push({ text: source.slice(start, start + length), start, end: start + length });
    },
    onSeparator: (separator, offset) => {
      comma = separator === ',' ? offset : -1;
    },
    onObjectProperty: value,
    onLiteralValue: value,
    onObjectBegin: value,
    onArrayBegin: value,
    onObjectEnd: close,
    onArrayEnd: close,
  });
  return { comments, trailingCommas };
}

function convert(node: JsonNode): SgNode {
  const span = { start: node.offset, end: node.offset + node.length, anchor: null };
  if (node.type === 'object') {
    const pairs = (node.children ?? []).flatMap((p) => pairOf(p));
    return { kind: 'map', pairs, flow: true, ...span };
  }
  if (node.type === 'array') {
    return { kind: 'seq', items: (node.children ?? []).map(convert), flow: true, ...span };
  }
  return {
    kind: 'scalar',
    value: node.value ?? null,
    style: node.type === 'string' ? 'double-quoted' : 'plain',
    ...span,
  };
}

function pairOf(property: JsonNode): Pair[] {
  const [keyNode, valueNode] = property.children ?? [];
  if (keyNode === undefined) return [];
  const key = convert(keyNode);
  const value = valueNode === undefined ? null : convert(valueNode);
  return [{ key, value, start: key.start, end: value?.end ?? key.end }];
}
