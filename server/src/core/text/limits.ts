/**
 * The scan before parsing: texts that would take a parser seconds are named and left alone. `yaml` needs 23 s for
 * a flow line of 10 MB and overflows the stack on deep nesting.
 */

/** Beyond these the editor computes nothing. Lengths are UTF-16 code units. */
export const maxTextLength = 4 * 1024 * 1024;
export const maxLineLength = 100_000;
export const maxDepth = 64;

export interface LimitFault {
  readonly kind: 'text-length' | 'line-length' | 'depth';
  /** The limit that is exceeded. */
  readonly limit: number;
  /** Where it is exceeded. */
  readonly offset: number;
}

/** The first limit that a text exceeds; null when it exceeds none. */
export function exceededLimit(
  text: string,
  syntax: 'yaml' | 'json',
  maxLength = maxTextLength,
): LimitFault | null {
  if (text.length > maxLength) return { kind: 'text-length', limit: maxLength, offset: 0 };
  const long = longLine(text);
  if (long !== null) return { kind: 'line-length', limit: maxLineLength, offset: long };
  const deep = syntax === 'json' ? deepJson(text) : (deepIndentation(text) ?? deepFlow(text));
  return deep === null ? null : { kind: 'depth', limit: maxDepth, offset: deep };
}

function longLine(text: string): number | null {
  let start = 0;
  while (text.length - start > maxLineLength) {
    const end = lineEnd(text, start);
    const length = end - start - (text[end] === '\n' && text[end - 1] === '\r' ? 1 : 0);
    if (length > maxLineLength) return start;
    start = end + 1;
  }
  return null;
}

/** Offset of the JSON bracket that opens one level too many, outside strings and comments, commas or not. */
function deepJson(text: string): number | null {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"') i = stringEnd(text, i);
    else if (c === '/' && text[i + 1] === '/') i = lineEnd(text, i);
    else if (c === '/' && text[i + 1] === '*') {
      const end = text.indexOf('*/', i + 2);
      i = end < 0 ? text.length : end + 1;
    } else if (c === '[' || c === '{') {
      if (++depth > maxDepth) return i;
    } else if (c === ']' || c === '}') depth = Math.max(0, depth - 1);
  }
  return null;
}

/** Offset of the quote or line break that ends the JSON string at `start`. */
function stringEnd(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"' && text[i] !== '\n') i += text[i] === '\\' ? 2 : 1;
  return i;
}

/** Offset of the YAML bracket that opens one level too many, outside quotes and comments. */
function deepFlow(text: string): number | null {
  // Fewer brackets than levels: nothing to look for, and so it is in nearly every YAML file.
  if (!hasMoreBrackets(text, maxDepth)) return null;
  let depth = 0;
  let quote = '';
  let valueMayStart = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quote !== '') {
      if (c === '\\' && quote === '"') i++;
      else if (c === quote || c === '\n') quote = '';
      continue;
    }
    if (c === '\n' || c === ' ' || c === '\t' || c === '\r') {
      if (c === '\n') valueMayStart = true;
    } else if (valueMayStart && (c === '"' || c === "'")) {
      quote = c;
    } else if (c === '#' && (i === 0 || /\s/.test(text[i - 1] ?? ''))) {
      i = lineEnd(text, i) - 1;
    } else if (c === '[' || c === '{') {
      // In block style, a bracket inside plain text opens nothing; in flow style it ends that text.
      if ((valueMayStart || depth > 0) && ++depth > maxDepth) return i;
    } else if (c === ']' || c === '}') {
      depth = Math.max(0, depth - 1);
      valueMayStart = false;
    } else {
      valueMayStart = c === ':' || c === ',' || c === '-';
    }
  }
  return null;
}

/** Offset of the YAML line that is nested one level too deep by indentation and dashes. */
function deepIndentation(text: string): number | null {
  // A level takes at least one column.
  if (!/^[ -]{64}/m.test(text)) return null;
  const columns: number[] = [];
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const [, indent = '', dashes = ''] = /^( *)((?:- +|-$)*)/.exec(text.slice(start, end)) ?? [];
    if (dashes !== '' || /[^\s#]/.test(text[start + indent.length] ?? '\n')) {
      while ((columns.at(-1) ?? -1) >= indent.length) columns.pop();
      let column = indent.length;
      for (const dash of dashes.match(/- +|-$/g) ?? []) {
        columns.push(column);
        column += dash.length;
      }
      columns.push(column);
      if (columns.length > maxDepth) return start;
    }
    start = end + 1;
  }
  return null;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function hasMoreBrackets(text: string, most: number): boolean {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++count > most) return true;
    }
  }
  return false;
}
