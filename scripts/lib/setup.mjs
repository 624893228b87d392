// What every command of the project begins with: the right Node.js, installed dependencies, fresh bundles.
// Uses only `node:` modules.
import { installDependencies, isInstalled, nodeProblem } from './dependencies.mjs';
import { mustRun } from './processes.mjs';
import { inRoot, root } from './root.mjs';
import { dim, failWith, secondsSince } from './terminal.mjs';

/** Ends the process with a clear message when this Node.js is too old. */
export function requireNode() {
  const problem = nodeProblem();
  if (problem) failWith(problem);
}

/** Runs a piece of work; says before what it is and afterwards how long it took. */
export async function announced(title, work) {
  const start = Date.now();
  process.stdout.write(`  ${title} … `);
  try {
    return await work();
  } finally {
    console.log(dim(secondsSince(start)));
  }
}

/** Runs `npm ci` when the dependencies are missing or stale. */
export async function ensureDependencies() {
  if (!isInstalled(root)) await announced('Installing the dependencies (npm ci)', installDependencies);
}

/** Installs dependencies where they are missing or stale, and builds dist/. */
export async function setUp() {
  requireNode();
  await ensureDependencies();
  await announced('Building dist/', () =>
    mustRun(process.execPath, [inRoot('scripts', 'build.mjs')], { cwd: root }),
  );
}
