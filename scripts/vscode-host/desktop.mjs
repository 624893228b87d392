// Finds a desktop VS Code for the extension tests, where there is one.
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { findProgram, hasDisplay, isExecutable } from '../lib/programs.mjs';

/**
 * The program behind the `code` command, which itself is a script: it starts VS Code and does not report how a test run
 * ended. `cli` is its real path. Gives `cli` back when it is not such a script.
 */
export function executableBehind(cli, { platform = process.platform, exists = isExecutable } = {}) {
  const p = platform === 'win32' ? path.win32 : path.posix;
  const folder = p.dirname(cli);
  const name = p.basename(cli);
  const candidates = {
    linux: [p.join(folder, '..', name)],
    // …/Visual Studio Code.app/Contents/Resources/app/bin/code
    darwin: [
      p.join(folder, '..', '..', '..', 'MacOS', 'Electron'),
      p.join(folder, '..', '..', '..', 'MacOS', 'Code'),
    ],
    win32: [p.join(folder, '..', 'Code.exe'), p.join(folder, '..', 'Code - Insiders.exe')],
  };
  if (p.basename(folder) !== 'bin') return cli;
  return (candidates[platform] ?? []).find(exists) ?? cli;
}

/** The `code` command on the PATH, or undefined. */
export const findCodeCommand = () => findProgram('code') ?? findProgram('code-insiders');

/**
 * Which desktop VS Code the extension tests use: what VSCODE_DESKTOP says (a path, or `download` for the newest one,
 * or `none`), otherwise the `code` on the PATH if there is a display. Undefined means: the browser-hosted one.
 */
export function findDesktop() {
  const named = process.env.VSCODE_DESKTOP;
  if (named === 'none') return undefined;
  if (named === 'download') return { download: true };
  if (named) {
    if (!isExecutable(named)) throw new Error(`VSCODE_DESKTOP is ${named}, which is no program`);
    return { executable: executableBehind(realpathSync(named)) };
  }
  const command = hasDisplay() ? findCodeCommand() : undefined;
  return command && { executable: executableBehind(realpathSync(command)) };
}
