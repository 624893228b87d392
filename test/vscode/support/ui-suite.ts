/** Suites of UI tests: one VS Code for all tests of a suite, a picture of every end, a log of every failure. */
import { after, before, describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { type Session, type SessionOptions, startSession } from './session.ts';

/** Milliseconds that one test may take; a person's journey has many steps. */
const testLimit = 90_000;

/** Milliseconds for starting VS Code on a busy machine. */
const startLimit = 120_000;

/** Adds a test that gets the suite's VS Code. Tests run in the order in which they are written and share its state. */
export type UiTest = (name: string, body: (code: Session) => Promise<void>) => void;

const fileName = (text: string): string => text.replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^-|-$/g, '');

/** Playwright's errors carry a log of every attempt, with colours, twice. The first lines say it all. */
function readable(error: unknown): unknown {
  if (!(error instanceof Error) || !('log' in error)) return error;
  const lines = stripVTControlCharacters(error.message).split('\n').slice(0, 10);
  const short = new Error(lines.join('\n'));
  const calls = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  short.stack = [short.message, ...calls].join('\n');
  return short;
}

/**
 * Defines a suite. `name` begins the names of its pictures, `NAME-01-test.png`; a failed test also leaves
 * `NAME-01-test.log`.
 */
export function uiSuite(name: string, options: SessionOptions, define: (test: UiTest) => void): void {
  describe(name, () => {
    let session: Session | undefined;
    let count = 0;

    before(
      async () => {
        session = await startSession(options).catch((error: unknown) => Promise.reject(readable(error)));
      },
      { timeout: startLimit },
    );

    after(async () => {
      await session?.stop();
    });

    define((title, body) => {
      count += 1;
      const evidence = fileName(`${name} ${String(count).padStart(2, '0')} ${title}`);
      it(title, { timeout: testLimit }, async () => {
        if (!session) throw new Error('VS Code did not start');
        try {
          await body(session);
        } catch (error) {
          await session.screenshot(evidence);
          session.writeLog(evidence);
          await session.calm();
          throw readable(error);
        }
        await session.screenshot(evidence);
      });
    });
  });
}
