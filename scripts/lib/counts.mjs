// The line `N passed, N failed` with which every test program of the project ends.

/** The text of a result. */
export const countsLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** Reads a result from the last line of a program's output; undefined when it does not end with one. */
export function parseCounts(output) {
  const found = /^(\d+) passed, (\d+) failed$/.exec(output.trimEnd().split('\n').at(-1) ?? '');
  return found ? { passed: Number(found[1]), failed: Number(found[2]) } : undefined;
}

/** The sum of some results. */
export function sumCounts(results) {
  return results.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** Whether a result is a success. Nothing passed is none: an empty suite proves nothing. */
export const isSuccess = ({ passed, failed }) => failed === 0 && passed > 0;

/** Prints a result as the last line and makes it the exit status of the process. */
export function finishWithCounts(counts) {
  console.log(countsLine(counts));
  process.exitCode = isSuccess(counts) ? 0 : 1;
}

/** Ends a test program that could not run at all: with the reason, and as one failure. */
export function finishWithError(error) {
  console.log(error instanceof Error ? error.message : String(error));
  console.log(countsLine({ passed: 0, failed: 1 }));
  process.exit(1);
}
