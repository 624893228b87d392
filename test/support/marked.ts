/** A text with its places marked: `«name»` in front of what is looked at; the marks are taken out. */

export interface Marked {
  readonly text: string;
  /** Offsets in the text without marks, by name. */
  readonly at: ReadonlyMap<string, number>;
}

/** Reads the marks of a text. */
export function marked(source: string): Marked {
  const at = new Map<string, number>();
  let text = '';
  let from = 0;
  for (const match of source.matchAll(/«([^»]*)»/g)) {
    text += source.slice(from, match.index);
    at.set(match[1] ?? '', text.length);
    from = match.index + match[0].length;
  }
  return { text: text + source.slice(from), at };
}

/** The place of a mark; throws for a mark that the text lacks. */
export function place(source: Marked, name = ''): number {
  const offset = source.at.get(name);
  if (offset === undefined) throw new Error(`The text has no mark «${name}»`);
  return offset;
}
