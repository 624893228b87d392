/** Texts with their comments blanked, for what removes a rule together with the comments inside it. */
import { type Syntax, spanInFile } from '../../server/src/core/syntax/file.ts';
import type { Span } from '../../server/src/core/syntax/tree.ts';
import { check } from './check.ts';

/** The text with blanks in the place of its comments; with `within`, only of those that lie in one of these spans. */
export function withoutComments(text: string, syntax: Syntax, within?: readonly Span[]): string {
  let blanked = text;
  for (const { skeleton, items } of check(text, syntax).file.documents) {
    for (const piece of [skeleton, ...items]) {
      for (const comment of piece.fragment.comments) {
        const { start, end } = spanInFile(piece, comment);
        if (within !== undefined && !within.some((w) => w.start <= start && end <= w.end)) continue;
        blanked = blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end);
      }
    }
  }
  return blanked;
}
