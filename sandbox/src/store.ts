/**
 * The groups of the sandbox's one account: in memory, and in the state file when there is one. It also plays a cloud
 * whose reads lag behind its writes: a hidden group exists, counts and can be deleted, and Describe calls miss it.
 */
import { randomInt } from 'node:crypto';
import type { StoredGroup } from './ens/stored-group.ts';
import type { StateFile } from './state-file.ts';

/** As long as the identifiers in the reference's examples. */
const ID_LENGTH = 20;
const ID_ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

export class GroupStore {
  #groups: readonly StoredGroup[];
  readonly #state: StateFile | undefined;
  /** Group id → number of Describe calls that will still miss it. Not kept in the state file. */
  readonly #hidden = new Map<string, number>();

  constructor(groups: readonly StoredGroup[], state?: StateFile) {
    this.#groups = groups;
    this.#state = state;
  }

  /** Every group, hidden ones too, the oldest first. */
  get all(): readonly StoredGroup[] {
    return this.#groups;
  }

  /** An id that no group has: `sg-` and random lower-case letters and digits. */
  newId(): string {
    for (;;) {
      let id = 'sg-';
      for (let count = 0; count < ID_LENGTH; count++) id += ID_ALPHABET.charAt(randomInt(ID_ALPHABET.length));
      if (!this.#groups.some((group) => group.SecurityGroupId === id)) return id;
    }
  }

  /** Adds a group. Throws `StateFileError` when it cannot be kept; it then does not exist. */
  add(group: StoredGroup): void {
    this.#replace([...this.#groups, group]);
  }

  /** Removes a group; false when there is none with this id. Throws `StateFileError` as `add` does. */
  remove(id: string): boolean {
    const rest = this.#groups.filter((group) => group.SecurityGroupId !== id);
    if (rest.length === this.#groups.length) return false;
    this.#replace(rest);
    this.#hidden.delete(id);
    return true;
  }

  /** Lets the next `describeCalls` Describe calls miss a group. */
  hide(id: string, describeCalls: number): void {
    this.#hidden.set(id, describeCalls);
  }

  /** How many Describe calls will still miss a group; 0 for one in sight. */
  hiddenFor(id: string): number {
    return this.#hidden.get(id) ?? 0;
  }

  /** What one Describe call sees, the oldest first. Counts as that call. */
  describe(): readonly StoredGroup[] {
    const visible = this.#groups.filter((group) => !this.#hidden.has(group.SecurityGroupId));
    for (const [id, calls] of this.#hidden) {
      if (calls > 1) this.#hidden.set(id, calls - 1);
      else this.#hidden.delete(id);
    }
    return visible;
  }

  #replace(groups: readonly StoredGroup[]): void {
    this.#state?.write(groups);
    this.#groups = groups;
  }
}
