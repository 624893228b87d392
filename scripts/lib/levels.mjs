// The levels of `npm test`: what each runs, what it needs, and how long it may take. Each is one or more programs; a test
// program says at its end how many tests passed and failed, any other counts as one test.
import { parseCounts, sumCounts } from './counts.mjs';
import { runProcess } from './processes.mjs';
import { inRoot, root } from './root.mjs';

const minute = 60_000;
const script = (name) => inRoot('scripts', name);
const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
const biome = inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome');

/**
 * In the order in which they run. `programs` are command lines for Node.js; `counts` tells that they end with a line of
 * counts; `bundles` that they need dist/; `limitMs` is per program.
 */
export const levels = {
  types: {
    title: 'Type check',
    programs: [
      [tsc, '--noEmit', '-p', root],
      [tsc, '--noEmit', '-p', inRoot('server', 'src', 'core')],
    ],
    limitMs: 3 * minute,
  },
  lint: { title: 'Lint and format check', programs: [[biome, 'check', '.']], limitMs: 2 * minute },
  build: { title: 'Build', programs: [[script('build.mjs')]], limitMs: 2 * minute },
  node: {
    title: 'Tests under Node.js',
    programs: [[script('run-node-tests.mjs')]],
    counts: true,
    bundles: true,
    limitMs: 10 * minute,
  },
  nvim: {
    title: 'Language server in Neovim',
    programs: [[script('run-nvim.mjs')]],
    counts: true,
    bundles: true,
    limitMs: 2 * minute,
  },
  vscode: {
    title: 'Extension in the extension host of VS Code',
    programs: [[script('run-vscode-tests.mjs')]],
    counts: true,
    bundles: true,
    limitMs: 6 * minute,
  },
  ui: {
    title: 'Packaged extension in the window of VS Code',
    programs: [[script('run-ui-tests.mjs'), '--built']],
    counts: true,
    bundles: true,
    limitMs: 10 * minute,
  },
};

/** Runs one program of a level; what it prints is shown at once, or at the end if it only counts when it fails. */
async function runProgram(program, { counts, limitMs }) {
  const show = (line) => console.log(`  ${line}`);
  const { code, output, timedOut, error } = await runProcess(process.execPath, program, {
    cwd: root,
    limitMs,
    onLine: counts ? show : undefined,
  });
  if (!counts && code !== 0) show(output.replaceAll('\n', '\n  '));
  if (timedOut) show(`Ended after ${limitMs / minute} minutes`);
  if (error) show(error.message);
  const result = counts ? parseCounts(output) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  if (!result) return { passed: 0, failed: 1 };
  // A program that says that all is well and ends badly has failed.
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

/** Runs a level and returns its counts. */
export async function runLevel(level) {
  const results = [];
  for (const program of level.programs) results.push(await runProgram(program, level));
  return sumCounts(results);
}
