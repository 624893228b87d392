// Bundles test/**/*.test.ts and runs them under node:test. Usage: node scripts/run-node-tests.mjs [PATH-PART …]
// Leaves out test/vscode, which runs inside VS Code. Prints `N passed, N failed` last; exit 1 when anything failed.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Every `*.test.ts` below `test/`, except the suites that run inside VS Code. */
function testFiles(parts) {
  return readdirSync(path.join(root, 'test'), { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && f.name.endsWith('.test.ts'))
    .map((f) => path.relative(root, path.join(f.parentPath ?? f.path, f.name)))
    .filter((f) => !f.startsWith(path.join('test', 'vscode')))
    .filter((f) => parts.length === 0 || parts.some((p) => f.includes(p)))
    .sort();
}

/** Runs the tests whose path contains one of `parts` (all without parts); returns counts. */
export async function runNodeTests(parts = []) {
  const files = testFiles(parts);
  if (files.length === 0) throw new Error(`No test file matches ${parts.join(' ')}`);
  const out = path.join(root, 'out-test');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: files,
    outbase: 'test',
    outdir: 'out-test',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    charset: 'utf8',
    loader: { '.md': 'text' },
    logLevel: 'warning',
  });
  const compiled = files.map((f) => path.join(out, path.relative('test', f).replace(/\.ts$/, '.mjs')));
  const counts = { passed: 0, failed: 0 };
  const stream = run({ files: compiled, concurrency: 2 });
  stream.on('test:pass', (t) => {
    if (t.details.type !== 'suite' && !t.skip) counts.passed++;
  });
  stream.on('test:fail', (t) => {
    if (t.details.type !== 'suite') counts.failed++;
  });
  const done = new Promise((resolve) => stream.on('end', resolve));
  stream.compose(new spec()).pipe(process.stdout);
  await done;
  return counts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await runNodeTests(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
