// Waiting for something to become true, without a fixed pause.

/**
 * Calls `probe` until it returns something truthy, and returns that.
 * Throws after `limitMs` milliseconds, naming `what`; an error that `probe` throws ends the wait at once.
 */
export async function until(probe, what, limitMs = 10_000, everyMs = 40) {
  const start = Date.now();
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() - start > limitMs) throw new Error(`Waited ${limitMs / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
