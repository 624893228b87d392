/**
 * The extension's output channel. Everything that goes to it passes `redact`; definitions themselves are not logged.
 */
import * as vscode from 'vscode';
import { productName } from '../identity.ts';
import { redact } from './redact.ts';

/** What the rest of the extension sees of the output channel. */
export interface Log extends vscode.Disposable {
  info(message: string): void;
  warn(message: string): void;
  /** Logs `message` and, if given, the error with its stack. */
  error(message: string, error?: unknown): void;
  /** Brings the channel to front without taking the focus. */
  show(): void;
  /** For the language client, which writes to a channel itself. */
  readonly channel: vscode.LogOutputChannel;
}

/** Text of an error for the log; with stack, because logs are for finding causes. */
function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Opens the output channel. */
export function createLog(): Log {
  const channel = vscode.window.createOutputChannel(productName, { log: true });
  return {
    channel,
    info: (message) => channel.info(redact(message)),
    warn: (message) => channel.warn(redact(message)),
    error: (message, error) => {
      channel.error(redact(error === undefined ? message : `${message}: ${describe(error)}`));
    },
    show: () => channel.show(true),
    dispose: () => channel.dispose(),
  };
}
