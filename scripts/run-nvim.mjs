// Checks the language server with Neovim, a client that shares no code with ours. Needs dist/ and nvim.
// Usage: node scripts/run-nvim.mjs [FILE]
// Prints `N passed, N failed` last; exit 1 when anything failed.
import assert from 'node:assert/strict';
import path from 'node:path';
import { finishWithCounts, finishWithError } from './lib/counts.mjs';
import { runProcess } from './lib/processes.mjs';
import { findProgram } from './lib/programs.mjs';
import { inRoot } from './lib/root.mjs';
import { temporaryFolder } from './lib/temporary-folder.mjs';
import { green, indented, red } from './lib/terminal.mjs';

/** The file has this many mistakes, hence its name. */
const mistakes = 12;

/** Runs Neovim on a file; returns what its script reported, merged into one object. */
async function askNeovim(file) {
  const nvim = findProgram('nvim');
  if (!nvim) throw new Error('Neovim was not found. On Debian or Ubuntu: apt-get install neovim');
  const home = temporaryFolder('nvim');
  const { code, output } = await runProcess(
    nvim,
    ['--headless', '--clean', '-n', '-i', 'NONE', '-S', inRoot('scripts', 'nvim-lsp-check.lua')],
    {
      limitMs: 60_000,
      env: {
        ...process.env,
        XDG_STATE_HOME: home,
        XDG_CACHE_HOME: home,
        XDG_DATA_HOME: home,
        LSP_COMMAND: JSON.stringify([process.execPath, inRoot('dist', 'server.js'), '--stdio']),
        LSP_FILE: file,
        LSP_ROOT: path.dirname(file),
      },
    },
  );
  const reports = output.split('\n').filter((line) => line.startsWith('{'));
  const report = Object.assign({}, ...reports.map((line) => JSON.parse(line)));
  return { ...report, status: code, output };
}

/** Unknown keys are errors by design, so the key that the script adds must be reported. */
const codesOf = (diagnostics) => diagnostics.map((diagnostic) => diagnostic.code);

const checks = {
  'Neovim ends well': ({ failure, status, output }) => assert.equal(failure ?? status, 0, output),
  'every diagnostic is ours and has the id of a rule': ({ diagnostics }) => {
    for (const { source, code } of diagnostics) {
      assert.equal(source, 'alicloud-sg');
      assert.match(code, /^SG\d{4}$/);
    }
  },
  'the mistakes are found': ({ diagnostics }) =>
    assert.ok(diagnostics.length >= mistakes, `${diagnostics.length}: ${codesOf(diagnostics)}`),
  'a hover answers': ({ hover }) =>
    assert.ok(JSON.stringify(hover?.contents ?? '').length > 20, JSON.stringify(hover)),
  'an edit brings new diagnostics': ({ diagnostics, diagnosticsAfterEdit }) => {
    const news = diagnosticsAfterEdit.filter(({ range }) => range.start.line === 0);
    assert.ok(news.length > 0, 'nothing on the line that was added');
    assert.ok(diagnosticsAfterEdit.length > diagnostics.length);
  },
  'the server ends when it is told to': ({ serverExit }) => assert.equal(serverExit, 0),
};

async function main() {
  const file = path.resolve(process.argv[2] ?? inRoot('examples', 'twelve-mistakes.sg.yaml'));
  const report = await askNeovim(file);
  const counts = { passed: 0, failed: 0 };
  for (const [title, check] of Object.entries(checks)) {
    try {
      check(report);
      counts.passed++;
      indented(`${green('✔')} ${title}`);
    } catch (error) {
      counts.failed++;
      indented(`${red('✖')} ${title}\n  ${error.message}`);
    }
  }
  finishWithCounts(counts);
}

await main().catch(finishWithError);
