/** Asks a person a question on a terminal. */
import { createInterface } from 'node:readline';
import type { Terminal } from './terminal.ts';

/**
 * Asks for yes or no; anything that is not a clear yes is no. Null when there is no answer: the signal, or the end of
 * the input.
 */
export function askYesNo(
  question: string,
  yes: RegExp,
  terminal: Pick<Terminal, 'input' | 'err'>,
  signal: AbortSignal,
): Promise<boolean | null> {
  // Not as a terminal: in its cooked mode Ctrl+C stays a signal, which is handled in one place only.
  const lines = createInterface({ input: terminal.input, terminal: false });
  return new Promise((resolve) => {
    const finish = (answer: boolean | null) => {
      signal.removeEventListener('abort', abort);
      resolve(answer);
      lines.close();
    };
    const abort = () => finish(null);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    lines.once('line', (line) => finish(yes.test(line.trim())));
    lines.once('close', () => finish(null));
    terminal.err.write(question);
  });
}
