// The programs that the tests need beside Node.js and npm, and the Debian packages that bring them.
// Installs what is missing where it may (root, or sudo that asks nothing); otherwise gives the one command to type.
// Usage: node scripts/debian-packages.mjs [--check] [ui|nvim …]
// Uses only `node:` modules.
import { existsSync, readdirSync } from 'node:fs';
import { runProcess } from './lib/processes.mjs';
import { findProgram } from './lib/programs.mjs';
import { isMain } from './lib/root.mjs';
import { failWith } from './lib/terminal.mjs';
import { findChromium } from './vscode-host/chromium.mjs';
import { hasNativeModules } from './vscode-host/install.mjs';

/**
 * What is needed, for which levels of `npm test`, and how to see that it is there. A program that came another way
 * than by its Debian package is as good.
 */
const needs = [
  {
    what: 'Chromium (or CHROMIUM_PATH)',
    purpose: 'shows the window of VS Code',
    packages: ['chromium'],
    levels: ['vscode', 'ui'],
    isPresent: () => findChromium() !== undefined,
  },
  {
    what: 'a font',
    purpose: 'text in screenshots',
    packages: ['fonts-dejavu-core'],
    levels: ['vscode', 'ui'],
    isPresent: () => hasFont('en'),
  },
  {
    what: 'a Chinese font',
    purpose: 'Chinese text in screenshots',
    packages: ['fonts-wqy-zenhei'],
    levels: ['ui'],
    isPresent: () => hasFont('zh-cn'),
  },
  {
    what: 'Python 3, make and a C++ compiler',
    purpose: 'one native module of VS Code, without which its output channels stay empty',
    packages: ['python3', 'make', 'g++'],
    levels: ['vscode', 'ui'],
    isPresent: () => hasNativeModules() || ['python3', 'make', 'g++'].every(findProgram),
  },
  {
    what: 'Neovim',
    purpose: 'a second editor to check the language server with',
    packages: ['neovim'],
    levels: ['nvim'],
    isPresent: () => findProgram('nvim') !== undefined,
  },
];

/** Whether there is a font for a language. Other systems than Linux come with fonts. */
async function hasFont(language) {
  if (process.platform !== 'linux') return true;
  const list = findProgram('fc-list');
  if (list) {
    const { output } = await runProcess(list, [`:lang=${language}`, 'family'], { limitMs: 60_000 });
    return output.trim() !== '';
  }
  // Chromium reads fonts through the library, which comes without the program: go by the files' names.
  const name =
    language === 'en'
      ? /\.(ttf|otf|ttc|pfb)$/i
      : /(wqy|cjk|fallback|uming|ukai|simsun|simhei).*\.(ttf|otf|ttc)$/i;
  const files = existsSync('/usr/share/fonts') ? readdirSync('/usr/share/fonts', { recursive: true }) : [];
  return files.some((file) => name.test(file));
}

/** What is missing for some levels of `npm test`; for all of them without `levels`. */
export async function missingPrograms(levels) {
  const relevant = needs.filter((need) => !levels || need.levels.some((level) => levels.includes(level)));
  const present = await Promise.all(relevant.map((need) => need.isPresent()));
  return relevant.filter((_, i) => !present[i]);
}

/** How to become root without being asked anything: nothing to do, `sudo -n`, or not at all (undefined). */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram('sudo');
  if (!sudo) return undefined;
  const { code } = await runProcess(sudo, ['-n', 'true'], { limitMs: 20_000 });
  return code === 0 ? [sudo, '-n'] : undefined;
}

const aptInstall = ['apt-get', 'install', '-y', '--no-install-recommends'];

/** The command with which a person installs the packages. */
function commandToType(packages) {
  const asRoot = findProgram('sudo') ? 'sudo ' : '';
  const command = `${asRoot}apt-get update && ${asRoot}${[...aptInstall, ...packages].join(' ')}`;
  return asRoot || process.getuid?.() === 0 ? command : `su -c '${command}'`;
}

/** What to tell a person who has to install something. */
function advice(missing, reason) {
  const list = missing.map((need) => `  ${need.what}: ${need.purpose}`).join('\n');
  const packages = missing.flatMap((need) => need.packages);
  const how = findProgram('apt-get')
    ? `Install it with:\n  ${commandToType(packages)}`
    : `Install it with the package manager of your system (the Debian packages are: ${packages.join(' ')}).`;
  return `${reason}\n${list}\n${how}`;
}

/**
 * Installs what is missing for some levels. Returns `{ installed, missing, advice }`: the packages that were installed,
 * the needs that are still not met, and, if there are any, what to tell the user about it.
 */
export async function ensurePrograms(levels) {
  const missing = await missingPrograms(levels);
  if (missing.length === 0) return { installed: [], missing };
  const prefix = findProgram('apt-get') ? await rootPrefix() : undefined;
  if (!prefix) return { installed: [], missing, advice: advice(missing, 'Programs are missing:') };
  const packages = missing.flatMap((need) => need.packages);
  const apt = (args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...args];
    // A fresh machine may still be running its own upgrade: wait for the lock.
    return runProcess(command, [...rest, '-q', '-o', 'DPkg::Lock::Timeout=180'], { limitMs: 900_000 });
  };
  const update = await apt(['apt-get', 'update']);
  const install = await apt([...aptInstall, ...packages]);
  const still = await missingPrograms(levels);
  if (still.length === 0) return { installed: packages, missing: still };
  const log = (install.code === 0 ? update : install).output.split('\n').slice(-15).join('\n');
  return { installed: [], missing: still, advice: advice(still, `${log}\nPrograms could not be installed:`) };
}

async function main(args) {
  const levels = args.filter((arg) => !arg.startsWith('--'));
  const wanted = levels.length > 0 ? levels : undefined;
  if (args.includes('--check')) {
    const missing = await missingPrograms(wanted);
    console.log(missing.length > 0 ? advice(missing, 'Programs are missing:') : 'Nothing is missing.');
    process.exitCode = missing.length > 0 ? 1 : 0;
    return;
  }
  const result = await ensurePrograms(wanted);
  if (result.installed.length > 0) console.log(`Installed ${result.installed.join(', ')}`);
  if (result.advice) console.log(result.advice);
  else if (result.installed.length === 0) console.log('Nothing is missing.');
  process.exitCode = result.missing.length > 0 ? 1 : 0;
}

if (isMain(import.meta.url)) await main(process.argv.slice(2)).catch(failWith);
