/**
 * Remembers signature nonces, so that a recorded request cannot be sent again. A nonce is kept for as long as the time
 * stamp signed with it would be accepted: after that, the time stamp alone refuses the replay.
 */
import { TIMESTAMP_VALIDITY } from './timestamp.ts';

export class NonceStore {
  /** Nonce → the moment after which it may be forgotten, in milliseconds since the epoch. */
  readonly #expiry = new Map<string, number>();
  #nextSweep = 0;

  /**
   * Takes a nonce that was signed with the time stamp `signedAt`. False when it has been taken before. Call it for
   * correctly signed requests only: others must neither use nonces up nor fill the memory. Both moments are in
   * milliseconds since the epoch, `now` by the true clock, whatever the time stamp was compared with.
   */
  take(nonce: string, signedAt: number, now: number): boolean {
    this.#sweep(now);
    if ((this.#expiry.get(nonce) ?? -1) >= now) return false;
    this.#expiry.set(nonce, Math.max(signedAt, now) + TIMESTAMP_VALIDITY);
    return true;
  }

  /** How many nonces are remembered. */
  get size(): number {
    return this.#expiry.size;
  }

  /** Forgets what has expired, at most once a minute. */
  #sweep(now: number): void {
    if (now < this.#nextSweep) return;
    this.#nextSweep = now + 60_000;
    for (const [nonce, expiry] of this.#expiry) if (expiry < now) this.#expiry.delete(nonce);
  }
}
