/** Which security group a *Create* means: from a code lens, the explorer, or the cursor of the active editor. */
import * as vscode from 'vscode';

/** A document and, as far as known, the group in it. */
export interface TargetDocument {
  readonly document: vscode.TextDocument;
  /** Zero-based number of the group. */
  readonly group?: number;
  /** Zero-based line of the cursor. */
  readonly line?: number;
}

/** A code lens of the language server passes the address as text. */
function uriOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  return typeof argument === 'string' && argument !== '' ? vscode.Uri.parse(argument, true) : undefined;
}

/**
 * Resolves the arguments of the command: `[uri, group]` from a code lens, `[uri, …]` from a menu, nothing from the
 * palette. A file that is not open is opened. Undefined when there is no document.
 */
export async function findTarget(args: readonly unknown[]): Promise<TargetDocument | undefined> {
  const uri = uriOf(args[0]);
  const active = vscode.window.activeTextEditor;
  if (uri === undefined || uri.toString() === active?.document.uri.toString()) {
    if (active === undefined) return undefined;
    return withGroup(active.document, args[1], active.selection.active.line);
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  return withGroup(document, args[1], editor.selection.active.line);
}

function withGroup(document: vscode.TextDocument, group: unknown, line: number): TargetDocument {
  return typeof group === 'number' && Number.isInteger(group) && group >= 0
    ? { document, group }
    : { document, line };
}

/** Shows `range` of a document in an editor and puts the cursor there. */
export async function reveal(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { selection: range });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
