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
  const deep =
    syntax === 'json' ? deepBracket(text, '//') : (deepIndentation(text) ?? deepBracket(text, '#'));
  return deep === null ? null : { kind: 'depth', limit: maxDepth, offset: deep };
}

function longLine(text: string): number | null {
  let start = 0;
  while (text.length - start > maxLineLength) {
    const end = text.indexOf('\n', start);
    if (end < 0 || end - start > maxLineLength) return start;
    start = end + 1;
  }
  return null;
}

/** Offset of the bracket that opens one level too many, outside quotes and line comments. */
function deepBracket(text: string, comment: '#' | '//'): number | null {
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
    } else if (valueMayStart && (c === '"' || (c === "'" && comment === '#'))) {
      quote = c;
    } else if (text.startsWith(comment, i) && (comment === '//' || i === 0 || /\s/.test(text[i - 1] ?? ''))) {
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end - 1;
    } else if (c === '[' || c === '{') {
      // In YAML a bracket inside plain text opens nothing.
      if (valueMayStart && ++depth > maxDepth) return i;
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
