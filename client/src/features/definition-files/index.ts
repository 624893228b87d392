/** Making a document a definition: a new one from the template, or one whose file name does not say what it is. */
import * as vscode from 'vscode';
import { definitionTemplate } from '../../../../server/src/core/features/complete/definition-template.ts';
import type { CommandRegistry } from '../../infrastructure/commands/command-registry.ts';
import { locale } from '../../infrastructure/configuration/settings.ts';
import { definitionLanguageFor, isDefinition } from '../../infrastructure/documents/definitions.ts';
import { commandIds, languageIds } from '../../infrastructure/identity.ts';
import { l10n, languageOf } from '../../infrastructure/localisation/l10n.ts';

/** Opens an untitled definition and offers its template to be filled in. */
async function newDefinition(): Promise<vscode.Uri> {
  const document = await vscode.workspace.openTextDocument({ language: languageIds.yaml });
  const editor = await vscode.window.showTextDocument(document);
  const template = definitionTemplate('yaml', languageOf(locale()));
  await editor.insertSnippet(new vscode.SnippetString(template));
  return document.uri;
}

/**
 * Gives the document of `uri`, or of the active editor, our language id that fits its syntax. Returns that id;
 * undefined without a document.
 */
async function treatAsDefinition(uri: unknown): Promise<string | undefined> {
  const document =
    uri instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(uri)
      : vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    void vscode.window.showInformationMessage(
      l10n.t('Open the file that describes a security group, then run this command again.'),
    );
    return undefined;
  }
  if (isDefinition(document)) return document.languageId;
  const changed = await vscode.languages.setTextDocumentLanguage(document, definitionLanguageFor(document));
  return changed.languageId;
}

/** Registers *New Security Group Definition* and *Treat as Security Group Definition*. */
export function activateDefinitionFilesFeature(commands: CommandRegistry): vscode.Disposable {
  return vscode.Disposable.from(
    commands.register(commandIds.newDefinition, newDefinition),
    commands.register(commandIds.treatAsDefinition, treatAsDefinition),
  );
}
