// Runs extension tests in a desktop VS Code and ends with its exit status. A program of its own, so that a time limit
// can end it together with all that it started.
// Usage: node scripts/vscode-host/desktop-run.mjs JSON, the options of @vscode/test-electron's runTests.
import { runTests } from '@vscode/test-electron';

try {
  process.exitCode = await runTests(JSON.parse(process.argv[2]));
} catch (error) {
  console.error(error.message);
  process.exitCode = typeof error.code === 'number' ? error.code : 1;
}
