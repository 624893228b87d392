/** Words for a POSIX shell. */

/** A text as one word of a shell command: as it is when that is safe, in single quotes otherwise. */
export function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
