/** The examples of the project as files for a workspace, for the tests around VS Code, which run in the project's folder. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The text of a file of `examples/`. */
export const example = (name: string): string => readFileSync(path.join('examples', name), 'utf8');

/** Files of `examples/` by name, for `SessionOptions.files`. */
export const examples = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, example(name)]));
