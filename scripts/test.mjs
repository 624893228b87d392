// `npm test`: everything, from a fresh clone on. Installs what is missing, then runs the levels of lib/levels.mjs.
// Usage: node scripts/test.mjs [LEVEL …]   with the levels types, lint, build, node, nvim, vscode, ui
// The last line is `N passed, N failed`; exit 1 when anything failed. What could not be installed is a failure, but
// everything that works without it runs all the same.
// Uses only `node:` modules, as it starts before the dependencies are there.
import { ensurePrograms } from './debian-packages.mjs';
import { countsLine, isSuccess, sumCounts } from './lib/counts.mjs';
import { levels, runLevel } from './lib/levels.mjs';
import { ensureDependencies, requireNode } from './lib/setup.mjs';
import { temporaryFolder } from './lib/temporary-folder.mjs';
import { bold, dim, green, heading, indented, red, secondsSince } from './lib/terminal.mjs';
import { findDesktop } from './vscode-host/desktop.mjs';
import { ensureHostInstalled, isHostInstalled } from './vscode-host/install.mjs';

/** The levels to run, in their order. Tests need bundles, so these are built also when only tests are asked for. */
function selectLevels(names) {
  const unknown = names.filter((name) => !(name in levels));
  if (unknown.length > 0) {
    console.error(`Unknown level ${unknown.join(', ')}. The levels are: ${Object.keys(levels).join(', ')}`);
    process.exit(2);
  }
  const wanted = new Set(names.length > 0 ? names : Object.keys(levels));
  if ([...wanted].some((name) => levels[name].bundles)) wanted.add('build');
  return Object.keys(levels).filter((name) => wanted.has(name));
}

const needsHost = (names) => names.includes('ui') || (names.includes('vscode') && !findDesktop());

/**
 * Installs programs and VS Code. Runs beside the levels that need neither; so it prints nothing and never rejects.
 * Resolves to `{ notes, problems }`, sentences on what was done and on what is missing.
 */
async function prepareEditors(names) {
  const notes = [];
  const problems = [];
  try {
    const { installed, advice } = await ensurePrograms(names);
    if (installed.length > 0) notes.push(`Installed ${installed.join(', ')}`);
    if (advice) problems.push(advice);
    const note = needsHost(names) ? await ensureHostInstalled() : undefined;
    if (note) notes.push(note);
  } catch (error) {
    problems.push(error.message);
  }
  return { notes, problems };
}

/** Runs one level under a heading. */
async function runWithHeading(name) {
  heading(levels[name].title);
  const start = Date.now();
  const counts = await runLevel(levels[name]);
  const time = secondsSince(start);
  console.log(`  ${isSuccess(counts) ? green('✔') : red('✖')} ${countsLine(counts)} ${dim(time)}`);
  return { name, counts, time };
}

function printSummary(results, problems) {
  heading('Result');
  for (const { name, counts, time } of results) {
    const mark = isSuccess(counts) ? green('✔') : red('✖');
    console.log(`  ${mark} ${name.padEnd(7)} ${countsLine(counts).padEnd(24)} ${dim(time)}`);
  }
  for (const problem of problems) {
    console.log();
    indented(`${red('✖')} ${problem}`);
  }
  console.log();
}

/** Levels that need what `prepareEditors` installs. */
const inEditors = ['nvim', 'vscode', 'ui'];

/** Runs the levels in their order, those in editors when these are ready. */
async function runLevels(names, editors) {
  const results = [];
  for (const name of names.filter((level) => !inEditors.includes(level))) {
    results.push(await runWithHeading(name));
  }
  for (const note of (await editors).notes) console.log(`\n  ${bold(note)}`);
  for (const name of names.filter((level) => inEditors.includes(level))) {
    results.push(await runWithHeading(name));
  }
  return results;
}

async function main(args) {
  requireNode();
  const names = selectLevels(args);
  // Whatever a program that had to be ended leaves behind is in here, and goes with it.
  process.env.TMPDIR = temporaryFolder('test');
  if (needsHost(names) && !isHostInstalled()) {
    console.log('  VS Code is being installed beside the first levels (once, 800 MB)');
  }
  const editors = prepareEditors(names);
  let results = [];
  const problems = [];
  try {
    await ensureDependencies();
    results = await runLevels(names, editors);
  } catch (error) {
    problems.push(error.message);
  }
  problems.push(...(await editors).problems);
  printSummary(results, problems);
  const broken = { passed: 0, failed: problems.length };
  const counts = sumCounts([...results.map((result) => result.counts), broken]);
  process.exitCode = isSuccess(counts) ? 0 : 1;
  console.log(countsLine(counts));
}

await main(process.argv.slice(2));
