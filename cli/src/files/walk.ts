/** Lists the files below a folder. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Folders that hold other people's files. */
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git']);

export interface Walk {
  /** Relative to the folder, sorted, with `/` between the parts. */
  readonly files: readonly string[];
  /** Folders that could not be listed, likewise, with the error. */
  readonly failures: readonly { readonly folder: string; readonly error: unknown }[];
}

/**
 * The files below a folder for whose relative path `wanted` says so. Links to files count as files; links to folders are
 * not followed, because they can form circles.
 */
export async function walk(root: string, wanted: (relative: string) => boolean): Promise<Walk> {
  const files: string[] = [];
  const failures: { folder: string; error: unknown }[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    let entries: Dirent[];
    try {
      entries = await readdir(path.join(root, folder), { withFileTypes: true });
    } catch (error) {
      failures.push({ folder, error });
      continue;
    }
    for (const entry of entries) {
      const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) pending.push(relative);
      } else if (
        wanted(relative) &&
        !(entry.isSymbolicLink() && (await isFolder(path.join(root, relative))))
      ) {
        files.push(relative);
      }
    }
  }
  return { files: files.sort(), failures };
}

async function isFolder(file: string): Promise<boolean> {
  // A link that leads nowhere is listed: reading it says what is wrong.
  return stat(file).then(
    (s) => s.isDirectory(),
    () => false,
  );
}
