/**
 * The one place where commands are registered. A failing command is logged in full and shown as one sentence; it
 * never surfaces as VS Code's raw error notification.
 */
import * as vscode from 'vscode';
import type { CommandId } from '../identity.ts';
import { l10n } from '../localisation/l10n.ts';
import type { Log } from '../logging/log.ts';
import { redact } from '../logging/redact.ts';

/** Registers commands and keeps their errors from the person's way. */
export class CommandRegistry {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Registers `handler`; the returned value of the command is the handler's, or undefined after an error. */
  register(id: CommandId, handler: (...args: unknown[]) => unknown): vscode.Disposable {
    return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await handler(...args);
      } catch (error) {
        if (error instanceof vscode.CancellationError) return undefined;
        this.#log.error(`Command ${id} failed`, error);
        void this.#report(error);
        return undefined;
      }
    });
  }

  async #report(error: unknown): Promise<void> {
    const reason = redact(error instanceof Error ? error.message : String(error));
    const showOutput = l10n.t('Show Output');
    const choice = await vscode.window.showErrorMessage(
      l10n.t('That did not work: {0}', reason.split('\n')[0] ?? ''),
      showOutput,
    );
    if (choice === showOutput) this.#log.show();
  }
}
