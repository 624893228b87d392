/** Waiting for a condition without a fixed pause, for the tests inside VS Code and around it. */

/** Milliseconds between two looks. */
const interval = 40;

/**
 * Calls `probe` until it returns something other than undefined, null, false, 0 or an empty string, and resolves to
 * that. Rejects after `limit` milliseconds, naming `what`; an error thrown by `probe` ends the wait at once.
 */
export async function eventually<T>(
  probe: () => T | Promise<T>,
  what: string,
  limit = 15_000,
): Promise<NonNullable<T>> {
  const start = Date.now();
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() - start > limit) throw new Error(`Waited ${limit / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

/** Whether a promise is kept: for steps of a probe that are tried again. */
export const succeeds = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => true,
    () => false,
  );
