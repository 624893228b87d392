// `npm run bench`: measures and prints; judges nothing. Builds first. Usage: node scripts/bench.mjs [PATH-PART …]
// Each test/bench/**/*.bench.ts is a program of its own and runs alone, so that none disturbs another.
import path from 'node:path';
import { startProcess } from './lib/processes.mjs';
import { root } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { failWith, heading } from './lib/terminal.mjs';

async function main(parts) {
  heading('Setting up');
  await setUp();
  // Imported here, when its packages are installed.
  const { bundleTests, findTestFiles, outputFolder } = await import('./lib/bundle-tests.mjs');
  const folder = path.join('test', 'bench');
  const files = findTestFiles(folder, { ending: '.bench.ts', parts });
  if (files.length === 0) throw new Error(['No benchmark in', folder, ...parts].join(' '));
  const bundled = await bundleTests(files, outputFolder('bench'), { base: folder });
  for (const [i, file] of bundled.entries()) {
    heading(files[i]);
    const run = startProcess(process.execPath, ['--expose-gc', file], { cwd: root, stdio: 'inherit' });
    const { code, error } = await run.exited;
    if (code !== 0) throw new Error(`${files[i]} failed (${error?.message ?? `status ${code}`})`);
  }
}

await main(process.argv.slice(2)).catch(failWith);
