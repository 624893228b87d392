// Runs files under node:test, prints them as they go, and counts.
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/** A suite fails because of its tests, which are counted themselves, or because of a hook, which is not. */
const isOwnFailure = (event) =>
  event.details.type !== 'suite' || event.details.error?.failureType === 'hookFailed';

/** Milliseconds after which a file that does not end counts as failed: far above what any takes, on a busy machine too. */
const fileTimeout = process.env.ALISG_LONG === '1' ? 3_600_000 : 240_000;

/** Runs test files, `concurrency` at a time, each in a process of its own; returns how many tests passed and failed. */
export async function runUnderNodeTest(files, { concurrency = 1 } = {}) {
  const counts = { passed: 0, failed: 0 };
  const stream = run({ files, concurrency, timeout: fileTimeout });
  stream.on('test:pass', (event) => {
    if (event.details.type !== 'suite' && !event.skip) counts.passed++;
  });
  stream.on('test:fail', (event) => {
    if (isOwnFailure(event)) counts.failed++;
  });
  for await (const text of stream.compose(new spec())) process.stdout.write(text);
  return counts;
}
