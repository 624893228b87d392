/**
 * Runs the suites of this folder under mocha inside VS Code's extension host. VS Code calls `run` (the module is its
 * `extensionTestsPath`), in the browser-hosted and the desktop one alike. Holds no tests itself.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** Milliseconds that one test may take; starting the language server on a busy machine is the longest thing. */
const timeout = 30_000;

interface TestResult {
  readonly title: string;
  readonly milliseconds?: number;
  readonly error?: string;
}

const text = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Runs every suite, adds what happened to `tests`, and resolves to the number of failures. */
async function runSuites(tests: TestResult[]): Promise<number> {
  const grep = process.env.ALISG_TEST_GREP;
  const mocha = new Mocha({
    ui: 'tdd',
    timeout,
    color: false,
    forbidOnly: true,
    forbidPending: true,
    ...(grep ? { grep } : {}),
  });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'))) {
    mocha.addFile(path.join(__dirname, file));
  }
  return new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => tests.push({ title: test.fullTitle(), milliseconds: test.duration ?? 0 }));
    runner.on('fail', (test, error: unknown) => tests.push({ title: test.fullTitle(), error: text(error) }));
  });
}

/**
 * Runs every suite and writes what happened to the file that ALISG_TEST_RESULTS names. Rejects when a test failed.
 * VS Code reports success even when its extension host was killed in the middle: only the file proves that all ran.
 */
export async function run(): Promise<void> {
  const tests: TestResult[] = [];
  let failures = 0;
  try {
    failures = await runSuites(tests);
  } catch (error) {
    failures = tests.push({ title: 'The suites can be loaded', error: text(error) });
  }
  const results = process.env.ALISG_TEST_RESULTS;
  if (results) writeFileSync(results, JSON.stringify(tests));
  if (failures > 0) throw new Error(`${failures} failed`);
}
