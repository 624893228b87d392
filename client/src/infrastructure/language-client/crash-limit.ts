/** When to stop restarting a server that keeps ending. No `vscode` import; the clock is a parameter. */

/** Counts unexpected ends and says whether another start is worth trying. */
export class CrashLimit {
  readonly #ends: number[] = [];
  readonly #most: number;
  readonly #period: number;

  /** Allows `most` restarts within `period` milliseconds. */
  constructor(most = 4, period = 3 * 60_000) {
    this.#most = most;
    this.#period = period;
  }

  /** Notes an end at `now` (milliseconds); true when the server should be started again. */
  mayRestart(now: number): boolean {
    this.#ends.push(now);
    while (this.#ends.length > 0 && now - (this.#ends[0] ?? now) > this.#period) this.#ends.shift();
    return this.#ends.length <= this.#most;
  }

  /** Forgets everything, as after a restart that the person asked for. */
  reset(): void {
    this.#ends.length = 0;
  }
}
