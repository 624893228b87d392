/**
 * Keeps the groups in a file: JSON, readable by the user alone, replaced in one step, so that a crash leaves either the
 * old or the new state. A file that cannot be read as such is an error and is never overwritten.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isStoredGroup, type StoredGroup } from './ens/stored-group.ts';
import { lockState } from './state-lock.ts';

const FORMAT_VERSION = 1;

/** The state file cannot be used. The message is for people and says what to do. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export class StateFile {
  readonly #file: string;
  readonly #unlock: () => void;

  private constructor(file: string, unlock: () => void) {
    this.#file = file;
    this.#unlock = unlock;
  }

  /**
   * Opens a state file for this sandbox alone, creating its folder when needed, and reads it. A file that does not exist
   * holds no groups. Throws `StateFileError` or `StateLockedError`.
   */
  static open(file: string): { state: StateFile; groups: readonly StoredGroup[] } {
    const absolute = path.resolve(file);
    try {
      mkdirSync(path.dirname(absolute), { recursive: true, mode: 0o700 });
    } catch (error) {
      throw new StateFileError(`The folder of the state file ${absolute} cannot be made: ${reason(error)}`);
    }
    const unlock = lockState(absolute);
    try {
      return { state: new StateFile(absolute, unlock), groups: readGroups(absolute) };
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** Replaces what is kept. Throws `StateFileError`; the file is then as it was. */
  write(groups: readonly StoredGroup[]): void {
    const temporary = `${this.#file}.${randomUUID()}.tmp`;
    try {
      const handle = openSync(temporary, 'wx', 0o600);
      try {
        writeFileSync(handle, `${JSON.stringify({ version: FORMAT_VERSION, groups }, undefined, 1)}\n`);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(temporary, this.#file);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw new StateFileError(`The state file ${this.#file} cannot be written: ${reason(error)}`);
    }
  }

  /** Gives the file free for another sandbox. */
  close(): void {
    this.#unlock();
  }
}

function readGroups(file: string): readonly StoredGroup[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new StateFileError(`The state file ${file} cannot be read: ${reason(error)}`);
  }
  const groups = parseGroups(text);
  if (groups) return groups;
  throw new StateFileError(
    `The state file ${file} is damaged or not a state file of this sandbox. ` +
      'It has been left as it is. Move it away, or choose another file.',
  );
}

function parseGroups(text: string): readonly StoredGroup[] | undefined {
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof state !== 'object' || state === null) return undefined;
  if (!('version' in state) || state.version !== FORMAT_VERSION) return undefined;
  if (!('groups' in state) || !Array.isArray(state.groups)) return undefined;
  return state.groups.every(isStoredGroup) ? state.groups : undefined;
}
