/** Glob patterns. The one place that knows the library. */
import path from 'node:path';
import { Minimatch } from 'minimatch';

export interface Glob {
  /** The folder below which everything lies that can match; `.` for the working directory. */
  readonly base: string;
  /** Whether a path matches, given relative to the base with `/` between its parts. */
  matches(relative: string): boolean;
}

/** Whether an argument can be meant as a pattern. */
export function looksLikeGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/** Reads a pattern: `*`, `**`, `?`, `[a-z]`, `{a,b}`, as shells have them; `*` matches leading dots too. */
export function parseGlob(pattern: string): Glob {
  const parts = (path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern).split('/');
  const first = parts.findIndex(looksLikeGlob);
  const base = parts.slice(0, first).join('/');
  const matcher = new Minimatch(parts.slice(first).join('/'), { dot: true, nocomment: true, nonegate: true });
  return {
    base: first > 0 ? base || '/' : '.',
    matches: (relative) => matcher.match(relative),
  };
}
