// Runs test/vscode/host/*.test.ts inside VS Code's extension host, with the extension loaded from this folder.
// Usage: node scripts/run-vscode-tests.mjs [--grep TEXT]
// A desktop VS Code where there is one (VSCODE_DESKTOP, see vscode-host/desktop.mjs), otherwise the browser-hosted one.
// Needs dist/. Prints `N passed, N failed` last; exit 1 when anything failed. VERBOSE=1 shows VS Code's console.
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleTests, findTestFiles, outputFolder } from './lib/bundle-tests.mjs';
import { finishWithCounts, finishWithError } from './lib/counts.mjs';
import { inRoot, root } from './lib/root.mjs';
import { startSandbox } from './lib/sandbox.mjs';
import { temporaryFolder } from './lib/temporary-folder.mjs';
import { dim, green, indented, red } from './lib/terminal.mjs';
import { findDesktop } from './vscode-host/desktop.mjs';
import { runInBrowser, runOnDesktop } from './vscode-host/extension-tests.mjs';
import { ensureHostInstalled, installedVersion } from './vscode-host/install.mjs';
import { createProfile } from './vscode-host/profile.mjs';

/** Milliseconds for the whole suite: a test that hangs keeps VS Code open until then. */
const limitMs = Number(process.env.ALISG_TEST_LIMIT_MS ?? 240_000);

const testFolder = path.join('test', 'vscode', 'host');

/** Bundles the suites and returns the module that runs them. */
async function bundleSuites() {
  const files = [path.join(testFolder, 'index.ts'), ...findTestFiles(testFolder)];
  const folder = outputFolder('vscode');
  const [entry] = await bundleTests(files, folder, { base: testFolder, format: 'cjs', external: ['vscode'] });
  return entry;
}

/** Prints each test and returns the counts. Without a result file nothing is known to have passed. */
function report(resultFile, problem) {
  const tests = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : [];
  for (const { title, milliseconds, error } of tests) {
    indented(
      error
        ? `${red('✖')} ${title}\n${error.replace(/^/gm, '  ')}`
        : `${green('✔')} ${title} ${dim(`${milliseconds} ms`)}`,
    );
  }
  const failed = tests.filter((test) => test.error).length;
  const passed = tests.length - failed;
  if (failed > 0) return { passed, failed };
  // No test failed, and yet VS Code ended badly or nothing was reported.
  const silent = 'No test reported its end: the extension host crashed or was ended by a test';
  const broken = problem ?? (passed === 0 ? silent : undefined);
  if (broken) indented(red(broken));
  return { passed, failed: broken ? 1 : 0 };
}

async function main() {
  const { values } = parseArgs({ options: { grep: { type: 'string' } } });
  const desktop = findDesktop();
  if (!desktop) await ensureHostInstalled();
  console.log(
    desktop ? `Desktop VS Code: ${desktop.executable ?? 'downloaded'}` : `VS Code ${installedVersion()}`,
  );
  const tests = await bundleSuites();
  const folder = path.join(temporaryFolder('workspace'), 'security-groups');
  cpSync(inRoot('test', 'vscode', 'workspace'), folder, { recursive: true });
  const resultFile = path.join(temporaryFolder('results'), 'results.json');
  const sandbox = await startSandbox();
  const environment = {
    ...sandbox.environment,
    ALISG_TEST_RESULTS: resultFile,
    ALISG_TEST_ENDPOINT: sandbox.url,
    ...(values.grep && { ALISG_TEST_GREP: values.grep }),
  };
  const profile = createProfile({ settings: { 'alicloudSg.endpoint': sandbox.url } });
  const onLog = process.env.VERBOSE ? (line) => indented(dim(line.slice(0, 500))) : () => {};
  const run = { profile, folder, extension: root, tests, environment, limitMs, onLog };
  try {
    const problem = await (desktop ? runOnDesktop({ desktop, ...run }) : runInBrowser(run));
    finishWithCounts(report(resultFile, problem));
  } finally {
    await sandbox.stop();
  }
}

await main().catch(finishWithError);
