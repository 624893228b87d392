// `npm run screenshots`: renews the pictures in docs/images/ by running test/vscode/screenshots/*.test.ts, whose suites are
// like those of the UI tests and call `picture(name)` where a picture is due. Usage: node scripts/screenshots.mjs [PATH-PART …]
import path from 'node:path';
import { ensurePrograms } from './debian-packages.mjs';
import { countsLine, isSuccess } from './lib/counts.mjs';
import { setUp } from './lib/setup.mjs';
import { failWith, heading } from './lib/terminal.mjs';

async function main(parts) {
  heading('Setting up');
  await setUp();
  const { advice } = await ensurePrograms(['ui']);
  if (advice) throw new Error(advice);
  heading('Taking pictures');
  // Imported here, when its packages are installed.
  const { runUiTests } = await import('./run-ui-tests.mjs');
  const counts = await runUiTests({ folder: path.join('test', 'vscode', 'screenshots'), parts, built: true });
  if (!isSuccess(counts)) throw new Error(`${countsLine(counts)}: docs/images is not complete`);
}

await main(process.argv.slice(2)).catch(failWith);
