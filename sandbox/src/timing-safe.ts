/** Comparison of secrets-derived text that takes the same time wherever the difference lies. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** True when both texts are the same. Hashing first makes the lengths equal, so that not even they show in the time. */
export function equalText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(a), digest(b));
}
