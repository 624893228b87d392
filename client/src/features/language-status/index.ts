/**
 * What VS Code shows behind the braces of the status bar for a definition: its product, how many rules it has or what
 * keeps it from being created, and whether the language server runs.
 */
import * as vscode from 'vscode';
import { definitionSelector, isDefinition } from '../../infrastructure/documents/definitions.ts';
import { commandIds } from '../../infrastructure/identity.ts';
import type { DefinitionServer } from '../../infrastructure/language-client/definition-server.ts';
import { l10n } from '../../infrastructure/localisation/l10n.ts';
import { describeStatus } from './describe-status.ts';

/** Quiet time after the last change before the server is asked, in milliseconds. */
const idle = 400;

/** Keeps the status item in step with the active editor and the server. */
export function activateLanguageStatusFeature(server: DefinitionServer): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('alicloudSg.product', definitionSelector);
  item.name = l10n.t('Security group');
  let timer: NodeJS.Timeout | undefined;

  const ask = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !isDefinition(editor.document) || server.state !== 'running') return;
    const { document } = editor;
    const version = document.version;
    const result = await server.status({ uri: document.uri.toString(), line: editor.selection.active.line });
    if (document.version !== version || vscode.window.activeTextEditor?.document !== document) return;
    const { text, detail } = describeStatus(result);
    item.text = text;
    item.detail = detail;
  };
  const askSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A status label is not worth a message: the next change asks again.
      ask().catch(() => undefined);
    }, idle);
  };
  const showState = (): void => {
    item.busy = server.state === 'starting';
    const stopped = server.state === 'stopped';
    item.severity = stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.command = stopped
      ? { command: commandIds.restartServer, title: l10n.t('Restart') }
      : { command: commandIds.showOutput, title: l10n.t('Show Output') };
    if (server.state !== 'running') {
      item.text = l10n.t('Security group');
      item.detail = stopped ? l10n.t('language server stopped') : l10n.t('language server starting');
    }
    askSoon();
  };
  showState();

  return vscode.Disposable.from(
    item,
    new vscode.Disposable(() => clearTimeout(timer)),
    server.onDidChangeState(showState),
    vscode.window.onDidChangeActiveTextEditor(askSoon),
    // A document that is given our language is closed and opened again under its editor.
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document === vscode.window.activeTextEditor?.document) askSoon();
    }),
    vscode.window.onDidChangeTextEditorSelection(askSoon),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === vscode.window.activeTextEditor?.document) askSoon();
    }),
  );
}
