// Runs test/vscode/ui/*.test.ts: VS Code's window, driven as a person would, with the packaged extension installed.
// Usage: node scripts/run-ui-tests.mjs [--built] [PATH-PART …]   (--built: package dist/ as it is)
// Pictures and logs go to test/vscode/out/. Prints `N passed, N failed` last; exit 1 when anything failed.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleTests, findTestFiles, outputFolder } from './lib/bundle-tests.mjs';
import { countsLine, finishWithCounts, finishWithError, isSuccess, sumCounts } from './lib/counts.mjs';
import { runUnderNodeTest } from './lib/node-test-run.mjs';
import { isMain } from './lib/root.mjs';
import { removeFolder } from './lib/temporary-folder.mjs';
import { packageExtension } from './package.mjs';
import { mustFindChromium } from './vscode-host/chromium.mjs';
import { evidenceFolder } from './vscode-host/extension-tests.mjs';
import { ensureHostInstalled, installedVersion } from './vscode-host/install.mjs';
import { createProfile } from './vscode-host/profile.mjs';
import { installExtension } from './vscode-host/server.mjs';

/**
 * Runs the test files below `folder` whose path contains one of `parts` (all without parts), one after the other;
 * returns counts.
 */
export async function runUiTests({ folder, parts = [], built = false }) {
  const files = findTestFiles(folder, { parts });
  if (files.length === 0) throw new Error(['No test file in', folder, ...parts].join(' '));
  mustFindChromium();
  await ensureHostInstalled();
  const profile = createProfile();
  await installExtension(profile, await packageExtension({ built }));
  console.log(`VS Code ${installedVersion()} with the packaged extension`);
  const bundled = await bundleTests(files, outputFolder('ui'), { base: folder });
  // The suites' windows share this one installation; everything else each has for itself.
  process.env.ALISG_TEST_EXTENSIONS = profile.extensions;
  const results = [];
  for (const file of bundled) results.push(await runTwiceIfNeeded(file));
  return sumCounts(results);
}

/**
 * A window on a busy machine loses a click or a toast now and then, which says nothing about the product. What fails is
 * run once more from the start, in a new window; what fails twice has failed.
 */
async function runTwiceIfNeeded(file) {
  const first = await runUnderNodeTest([file]);
  if (isSuccess(first)) return first;
  console.log(`${path.basename(file)}: ${countsLine(first)}; once more, in a new window`);
  return runUnderNodeTest([file]);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { built: { type: 'boolean', default: false } },
  });
  removeFolder(evidenceFolder);
  finishWithCounts(
    await runUiTests({ folder: path.join('test', 'vscode', 'ui'), parts: positionals, ...values }),
  );
}

if (isMain(import.meta.url)) await main().catch(finishWithError);
