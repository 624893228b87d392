// Where the project lies, whatever the working directory is.
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Absolute path of something in the project. */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Whether the module with this `import.meta.url` is the program that Node was started with. */
export function isMain(importMetaUrl) {
  const started = process.argv[1];
  // Node.js resolves links for modules but not for the program's name.
  return started !== undefined && realpathSync(started) === fileURLToPath(importMetaUrl);
}
