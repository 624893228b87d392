// Temporary folders that are gone when the process is.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atEnd } from './at-end.mjs';

/** Creates a folder below the system's temporary folder. It is removed when this process ends. */
export function temporaryFolder(name) {
  // The real path: on macOS the temporary folder is behind a link, and VS Code compares paths as text.
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), `alisg-${name}-`));
  atEnd(() => removeFolder(folder));
  return folder;
}

/** Removes a folder with all it holds; a process that is just ending may still hold files in it. */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
