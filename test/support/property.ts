/**
 * How property tests run: always from the same seed, so that a failure is seen again, and with many more runs when
 * asked for. `ALISG_TEST_RUNS` multiplies the runs; the long run of the project sets `ALISG_LONG` instead.
 */
import fc from 'fast-check';

const seed = 20_171_110;
const longFactor = 20;

function factor(): number {
  const asked = Number(process.env.ALISG_TEST_RUNS ?? '');
  if (asked > 0) return asked;
  return process.env.ALISG_LONG === '1' ? longFactor : 1;
}

/** How many cases of a property are tried, and from which seed. */
export function propertyParameters(runs: number): { seed: number; numRuns: number } {
  return { seed, numRuns: Math.max(1, Math.round(runs * factor())) };
}

/** Throws with the smallest counter-example found when a property does not hold for one of `runs` cases. */
export function assertProperty<T>(property: fc.IProperty<T>, runs: number): void {
  fc.assert(property, propertyParameters(runs));
}

/** Rejects with the smallest counter-example found; for properties that wait for something. */
export function assertAsyncProperty<T>(property: fc.IAsyncProperty<T>, runs: number): Promise<void> {
  return fc.assert(property, propertyParameters(runs));
}
