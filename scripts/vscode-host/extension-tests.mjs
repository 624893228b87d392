// Runs a test module inside VS Code's extension host: in the browser-hosted VS Code, or in a desktop one.
// Both report how VS Code ended; neither says whether tests passed, since VS Code reports success even when its extension
// host was killed. That is for a file that the tests write.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runProcess } from '../lib/processes.mjs';
import { inRoot } from '../lib/root.mjs';
import { displayAccess, profileEnvironment } from './profile.mjs';
import { startServer } from './server.mjs';
import { automationExit, openWindow } from './window.mjs';
import { workbenchUrl } from './workbench-url.mjs';

/** Where pictures and logs of the VS Code tests go. */
export const evidenceFolder = inRoot('test', 'vscode', 'out');

/** Resolves to undefined when a promise has not settled after some milliseconds. */
async function within(promise, limitMs) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  const result = await Promise.race([promise, late]);
  clearTimeout(timer);
  return result;
}

/**
 * Runs `tests` (a CommonJS module that exports `run`) with the extension in the folder `extension`, in a window on
 * `folder`. `environment` reaches the extension host. Resolves to a sentence on what went wrong, or undefined.
 */
export async function runInBrowser({ profile, folder, extension, tests, environment, limitMs, onLog }) {
  const server = await startServer({ profile, env: environment, development: true });
  let window;
  try {
    window = await openWindow({ profile });
    const { exited } = await automationExit(window.page, onLog);
    await window.page.goto(workbenchUrl(server, { folder, extension, tests }));
    const code = await within(exited, limitMs);
    if (code === 0) return undefined;
    const evidence = await keepEvidence(window, 'extension-tests-failed');
    const what = code === undefined ? `did not end within ${limitMs / 1000} s` : `ended with ${code}`;
    return `VS Code ${what} (see ${evidence}.png and .log)`;
  } finally {
    await window?.close();
    await server.stop();
  }
}

/** Writes a picture and the console of a window to the folder for evidence; returns their path without the ending. */
async function keepEvidence({ page, consoleLines }, name) {
  mkdirSync(evidenceFolder, { recursive: true });
  const file = path.join(evidenceFolder, name);
  writeFileSync(`${file}.log`, `${consoleLines.join('\n')}\n`);
  // A window that has crashed has no picture.
  await page.screenshot({ path: `${file}.png` }).catch(() => {});
  return path.relative(inRoot(), file);
}

/**
 * The same in a desktop VS Code: `desktop` is `{ executable }` or `{ download: true }`. It gets a fresh profile too.
 */
export async function runOnDesktop({
  desktop,
  profile,
  folder,
  extension,
  tests,
  environment,
  limitMs,
  onLog,
}) {
  const options = {
    ...(desktop.executable && { vscodeExecutablePath: desktop.executable }),
    cachePath: inRoot('node_modules', '.cache', 'vscode-desktop'),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    launchArgs: [folder, `--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`],
  };
  const { code, output, timedOut } = await runProcess(
    process.execPath,
    [inRoot('scripts', 'vscode-host', 'desktop-run.mjs'), JSON.stringify(options)],
    { env: profileEnvironment(profile, { ...displayAccess(), ...environment }), limitMs, onLine: onLog },
  );
  if (code === 0) return undefined;
  const what = timedOut ? `did not end within ${limitMs / 1000} s` : `ended with status ${code}`;
  return `Desktop VS Code ${what}\n${output.split('\n').slice(-15).join('\n')}`;
}
