/** The language server's life in the editor: started with the extension, restarted on request or with its language. */
import * as vscode from 'vscode';
import type { CommandRegistry } from '../../infrastructure/commands/command-registry.ts';
import { onDidChange } from '../../infrastructure/configuration/settings.ts';
import { commandIds } from '../../infrastructure/identity.ts';
import type { DefinitionServer } from '../../infrastructure/language-client/definition-server.ts';
import type { Log } from '../../infrastructure/logging/log.ts';

/** Starts the server without waiting for it and registers the commands that control it. */
export function activateServerControlFeature(
  commands: CommandRegistry,
  server: DefinitionServer,
  log: Log,
): vscode.Disposable {
  void server.start();
  return vscode.Disposable.from(
    commands.register(commandIds.restartServer, () => server.restart()),
    commands.register(commandIds.showOutput, () => log.show()),
    onDidChange('locale', () => void server.restart()),
    onDidChange('inlayHints.enabled', () => void server.restart()),
  );
}
