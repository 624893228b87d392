/**
 * Keeps two sandboxes from writing one state file, where each would undo the other's work: a lock file beside it, which
 * names the process that holds it. A lock whose process has ended is taken over.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** The lock of a state file could not be had. The message is for people and says what to do. */
export class StateLockedError extends Error {
  override readonly name = 'StateLockedError';
}

/** The lock files that this process holds: a lock with our own id that is not among them is from before a restart. */
const held = new Set<string>();

function isHeld(lockFile: string, pid: number): boolean {
  return pid === process.pid ? held.has(lockFile) : isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The process that a lock file names; undefined when the file is gone or names none. */
function holder(lockFile: string): number | undefined {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8').trim());
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function tryCreate(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the lock of `stateFile` and returns the function that gives it back. Throws a `StateLockedError` while another
 * sandbox, of this process or of another one, holds it.
 */
export function lockState(stateFile: string): () => void {
  const lockFile = `${stateFile}.lock`;
  if (!tryCreate(lockFile)) {
    const pid = holder(lockFile);
    if (pid !== undefined && isHeld(lockFile, pid)) {
      throw new StateLockedError(
        `The state file ${stateFile} is in use by process ${pid}. ` +
          `End that sandbox, or choose another file. If it is no sandbox, delete ${lockFile}.`,
      );
    }
    rmSync(lockFile, { force: true });
    if (!tryCreate(lockFile)) {
      throw new StateLockedError(`The state file ${stateFile} has just been taken by another sandbox.`);
    }
  }
  held.add(lockFile);
  return () => {
    if (held.delete(lockFile)) rmSync(lockFile, { force: true });
  };
}
