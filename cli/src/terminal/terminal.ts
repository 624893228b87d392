/** What the program reads from and writes to. Whoever stops reading our output ends nothing but the output. */
import type { Readable } from 'node:stream';
import type { Paint } from '../../../server/src/core/report/paint.ts';
import { type Environment, paintFor } from './colours.ts';

/** One stream of output. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly paint: Paint;
  /** Columns; 100 when the stream is no terminal. */
  readonly width: number;
}

export interface Terminal {
  /** Results. */
  readonly out: Output;
  /** Everything that is said besides. */
  readonly err: Output;
  readonly input: Readable;
  /** A person can be asked: standard input and the stream of the question are terminals. */
  readonly canAsk: boolean;
  /**
   * Waits until all results have been written. What kept them from it, other than a reader that wants no more; null when
   * nothing did.
   */
  finish(): Promise<string | null>;
}

const defaultWidth = 100;

/** The terminal of a process. */
export function terminalOf(process: NodeJS.Process): Terminal {
  const { stdin, stdout, stderr, env } = process;
  let failed: string | null = null;
  stderr.on('error', () => {});
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `alisg check . | head` has seen enough; that is no failure.
    if (error.code !== 'EPIPE') failed ??= error.code ?? error.name;
  });
  return {
    out: outputOf(stdout, env),
    err: outputOf(stderr, env),
    input: stdin,
    canAsk: stdin.isTTY === true && stderr.isTTY === true,
    finish: async () => {
      if (!stdout.destroyed) await new Promise<void>((resolve) => stdout.write('', () => resolve()));
      return failed;
    },
  };
}

function outputOf(stream: NodeJS.WriteStream, env: Environment): Output {
  const isTerminal = stream.isTTY === true;
  return {
    write: (text) => {
      if (!stream.destroyed && !stream.errored) stream.write(text);
    },
    isTerminal,
    paint: paintFor(env, isTerminal),
    width: isTerminal && stream.columns > 0 ? stream.columns : defaultWidth,
  };
}
