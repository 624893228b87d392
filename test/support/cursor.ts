/** Texts with a cursor: `$0` marks the place. */

/** Takes the `$0` out of a text; throws unless there is exactly one. */
export function withCursor(marked: string): { text: string; offset: number } {
  const parts = marked.split('$0');
  if (parts.length !== 2) throw new Error(`one $0 is needed, this text has ${parts.length - 1}:\n${marked}`);
  return { text: parts.join(''), offset: (parts[0] ?? '').length };
}
