// `npm run test:long`: what is random runs at length, test/property/ and test/differential/ with many more cases.
// Tests read ALISG_LONG, which is `1` here. Prints `N passed, N failed` last; exit 1 when anything failed.
import path from 'node:path';
import { finishWithCounts, finishWithError } from './lib/counts.mjs';
import { setUp } from './lib/setup.mjs';
import { heading } from './lib/terminal.mjs';

async function main() {
  heading('Setting up');
  await setUp();
  process.env.ALISG_LONG = '1';
  // Imported here, when its packages are installed.
  const { runNodeTests } = await import('./run-node-tests.mjs');
  finishWithCounts(
    await runNodeTests(['property', 'differential'].map((folder) => path.join('test', folder) + path.sep)),
  );
}

await main().catch(finishWithError);
