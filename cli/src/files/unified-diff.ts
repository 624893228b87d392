/** Differences between two texts as `patch` and `git apply` take them. The one place that knows the library. */
import path from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Unified diff with three lines of context, for `patch -p1` in the working directory (in `/` for files outside it). */
export function unifiedDiff(file: string, before: string, after: string): string {
  const relative = path.relative('', file);
  const outside = relative.startsWith('..') || path.isAbsolute(relative);
  const name = (outside ? path.resolve(file).replace(/^(?:[A-Za-z]:)?[\\/]/, '') : relative).replaceAll(
    '\\',
    '/',
  );
  // Only something after it, behind a tab, ends a name that holds blanks; the library writes the tab.
  const [old, new_] = /\s/.test(name) ? ['before', 'after'] : [];
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, old, new_, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
