// Bundles test/**/*.test.ts and runs them under node:test. Usage: node scripts/run-node-tests.mjs [PATH-PART …]
// Leaves out test/vscode, which needs VS Code.
// Prints `N passed, N failed` last; exit 1 when anything failed.
import path from 'node:path';
import { bundleTests, findTestFiles, outputFolder } from './lib/bundle-tests.mjs';
import { finishWithCounts, finishWithError } from './lib/counts.mjs';
import { runUnderNodeTest } from './lib/node-test-run.mjs';
import { isMain } from './lib/root.mjs';

const within = (file, folder) => file.startsWith(path.join('test', folder) + path.sep);

/** Runs the tests whose path contains one of `parts` (all without parts); returns counts. */
export async function runNodeTests(parts = []) {
  const files = findTestFiles('test', { parts }).filter((file) => !within(file, 'vscode'));
  if (files.length === 0) throw new Error(['No test file in test', ...parts].join(' '));
  const bundled = await bundleTests(files, outputFolder('node'), { base: 'test' });
  return runUnderNodeTest(bundled, { concurrency: 2 });
}

if (isMain(import.meta.url)) {
  await runNodeTests(process.argv.slice(2)).then(finishWithCounts).catch(finishWithError);
}
