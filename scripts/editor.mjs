// `npm run editor`: VS Code with the extension, the examples, and a sandbox instead of the cloud. Ctrl+C ends it all.
// Usage: node scripts/editor.mjs [--browser] [--port N] [FOLDER]
//   FOLDER      opens this folder; without it a copy of examples/, thrown away at the end
//   --browser   uses the browser-hosted VS Code even where a desktop one is installed
//   --port N    port of the browser-hosted one, e.g. to forward it from another machine
// Uses only `node:` modules until the dependencies are installed.
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startProcess } from './lib/processes.mjs';
import { findProgram, hasDisplay } from './lib/programs.mjs';
import { inRoot, root } from './lib/root.mjs';
import { startSandbox } from './lib/sandbox.mjs';
import { announced, setUp } from './lib/setup.mjs';
import { temporaryFolder } from './lib/temporary-folder.mjs';
import { bold, dim, failWith, heading } from './lib/terminal.mjs';
import { packageExtension } from './package.mjs';
import { findChromium } from './vscode-host/chromium.mjs';
import { findCodeCommand } from './vscode-host/desktop.mjs';
import { ensureHostInstalled, isHostInstalled } from './vscode-host/install.mjs';
import { createProfile, displayAccess, profileEnvironment } from './vscode-host/profile.mjs';
import { installExtension, startServer } from './vscode-host/server.mjs';
import { workbenchUrl } from './vscode-host/workbench-url.mjs';

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is no port`);
  const [folder] = positionals;
  if (folder !== undefined && !existsSync(folder)) throw new Error(`There is no folder ${folder}`);
  return { browser: values.browser, port, folder: folder && path.resolve(folder) };
}

/** The folder to open: the one that was asked for, or a copy of the examples. */
function workspaceFor(folder) {
  if (folder) return { folder };
  const copy = path.join(temporaryFolder('examples'), 'examples');
  cpSync(inRoot('examples'), copy, { recursive: true });
  const open = path.join(copy, 'twelve-mistakes.sg.yaml');
  return { folder: copy, isCopy: true, open: existsSync(open) ? open : undefined };
}

/** Runs the desktop VS Code with the extension from this folder until its window is closed. */
async function runDesktop(code, workspace, profile, environment) {
  const args = [
    '--wait',
    '--new-window',
    `--user-data-dir=${profile.userData}`,
    `--extensions-dir=${profile.extensions}`,
    '--disable-workspace-trust',
    `--extensionDevelopmentPath=${root}`,
    workspace.folder,
    ...(workspace.open ? [workspace.open] : []),
  ];
  const env = profileEnvironment(profile, { ...displayAccess(), ...environment });
  const window = startProcess(code, args, { env, stdio: 'inherit' });
  console.log(
    `\n  Desktop VS Code is starting. ${dim('Close its window or press Ctrl+C to end everything.')}`,
  );
  const { error } = await window.exited;
  if (error) throw error;
}

/** Opens an address in whatever browser there is; true when there is one. */
function openInBrowser(url) {
  if (!hasDisplay()) return false;
  const openers = { darwin: [findProgram('open')], win32: [] };
  const opener = (openers[process.platform] ?? [findProgram('xdg-open'), findChromium()]).find(Boolean);
  if (!opener) return false;
  // Not awaited: it may be the browser itself. It ends with this command.
  startProcess(opener, [url], { stdio: 'ignore' });
  return true;
}

/** Serves the browser-hosted VS Code with the packaged extension until this process is ended. */
async function runInBrowser(workspace, profile, environment, port) {
  if (!isHostInstalled()) {
    await announced('Installing a VS Code for the browser (once, 800 MB)', ensureHostInstalled);
  }
  await announced('Installing the extension', async () =>
    installExtension(profile, await packageExtension({ built: true })),
  );
  const server = await startServer({ profile, env: environment, port });
  const url = workbenchUrl(server, { folder: workspace.folder, openFile: workspace.open });
  const opened = openInBrowser(url);
  console.log(`\n  ${opened ? 'A browser is opening' : 'Open this in a browser'}:\n\n  ${bold(url)}\n`);
  console.log(`  ${dim('Ctrl+C ends everything.')}`);
  await new Promise(() => {});
}

async function main() {
  const { browser, port, folder } = readArguments();
  heading('Setting up');
  await setUp();
  const workspace = workspaceFor(folder);
  const sandbox = await startSandbox();
  const profile = createProfile({ settings: { 'alicloudSg.endpoint': sandbox.url } });
  console.log(`  Sandbox instead of the cloud at ${bold(sandbox.url)}`);
  console.log(`  Folder ${bold(workspace.folder)}${workspace.isCopy ? ' (a copy, gone at the end)' : ''}`);
  const code = !browser && hasDisplay() ? findCodeCommand() : undefined;
  if (code) await runDesktop(code, workspace, profile, sandbox.environment);
  else await runInBrowser(workspace, profile, sandbox.environment, port);
  await sandbox.stop();
}

await main().catch(failWith);
