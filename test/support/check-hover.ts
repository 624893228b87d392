/** Hover at a cursor. */

import { hover } from '../../server/src/core/features/hover.ts';
import type { Locale } from '../../server/src/core/i18n/locale.ts';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { check } from './check.ts';
import { withCursor } from './cursor.ts';

/** What is shown at the cursor, with the text that it lies on; null when nothing is shown. */
export function hoverAt(
  marked: string,
  syntax: Syntax = 'yaml',
  locale: Locale = 'en',
): { contents: string; on: string } | null {
  const { text, offset } = withCursor(marked);
  const result = check(text, syntax);
  const shown = hover(result, offset, locale);
  if (shown === null) return null;
  const { lines } = result.file;
  const on = text.slice(lines.offsetAt(shown.range.start), lines.offsetAt(shown.range.end));
  return { contents: shown.contents, on };
}
