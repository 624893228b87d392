/** Pages of help that come with the extension, in the person's language. */
import * as vscode from 'vscode';
import { locale } from '../configuration/settings.ts';
import { languageOf } from '../localisation/l10n.ts';

/** Pages below `client/media/walkthrough`, which the walkthrough shows too. */
export type HelpPage = 'credentials';

/** Shows a page as a rendered preview, or as text where VS Code has no Markdown preview. */
export async function showHelp(extensionUri: vscode.Uri, page: HelpPage): Promise<void> {
  const file = languageOf(locale()) === 'zh-cn' ? `${page}.zh-cn.md` : `${page}.md`;
  const uri = vscode.Uri.joinPath(extensionUri, 'client', 'media', 'walkthrough', file);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.window.showTextDocument(uri);
  }
}
