/** Replaces the content of a file in one step: a reader, or a crash, sees the old text or the new one. */
import { randomUUID } from 'node:crypto';
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type FileProblem, fileProblem } from './file-problem.ts';

/** Writes UTF-8 text. Links stay links, mode and owner stay what they are. Null when it worked. */
export async function writeAtomically(file: string, text: string): Promise<FileProblem | null> {
  let temporary: string | null = null;
  try {
    const target = await realpath(file);
    // Renaming would replace a file that its owner has made read-only.
    await access(target, constants.W_OK);
    const { mode, uid, gid } = await stat(target);
    temporary = path.join(path.dirname(target), `.alisg-${randomUUID()}.tmp`);
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text, 'utf8');
      // Only root may give files away; anybody else is the owner of what he replaces, or becomes it.
      await handle.chown(uid, gid).catch(() => {});
      await handle.chmod(mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
    return null;
  } catch (error) {
    if (temporary !== null) await rm(temporary, { force: true });
    return fileProblem(error);
  }
}
