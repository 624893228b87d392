// Whether what package-lock.json names is installed, and the installation of it.
// Uses only `node:` modules, as everything that runs before the installation must.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommand, npmEnvironment } from './npm.mjs';
import { mustRun } from './processes.mjs';
import { root } from './root.mjs';

/** The oldest Node.js that the project runs on. */
const oldestNode = 20;

/** Says why this Node.js cannot be used; undefined when it can. */
export function nodeProblem(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= oldestNode) return undefined;
  return `Node.js ${oldestNode} or newer is needed; this is ${version}. Get a newer one from https://nodejs.org.`;
}

/** The packages of a lockfile by folder, without those that the platform may leave out. */
function packagesOf(lockfile, { optional }) {
  const { packages } = JSON.parse(readFileSync(lockfile, 'utf8'));
  const entries = Object.entries(packages).filter(
    ([folder, p]) => folder !== '' && (optional || !p.optional),
  );
  return new Map(entries.map(([folder, p]) => [folder, `${p.version} ${p.integrity ?? ''}`]));
}

/** Whether `folder/node_modules` holds what `folder/package-lock.json` names. */
export function isInstalled(folder) {
  // npm writes the second one when it is done; it describes what is really there.
  const [wanted, present] = ['package-lock.json', path.join('node_modules', '.package-lock.json')];
  if (!existsSync(path.join(folder, present))) return false;
  try {
    const has = packagesOf(path.join(folder, present), { optional: true });
    const wants = packagesOf(path.join(folder, wanted), { optional: false });
    return [...wants].every(
      ([name, what]) => has.get(name) === what && existsSync(path.join(folder, name, 'package.json')),
    );
  } catch {
    return false;
  }
}

/** Runs `npm ci` in the project. Throws with what npm said when that fails. */
export async function installDependencies() {
  const [command, args] = npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  await mustRun(command, args, { cwd: root, env: npmEnvironment(), limitMs: 900_000 });
}
