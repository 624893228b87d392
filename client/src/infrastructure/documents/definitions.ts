/** What counts as a definition in the editor, and how to get at its text document. */
import type * as vscode from 'vscode';
import { languageIds } from '../identity.ts';

/** Matches definitions wherever they are stored. */
export const definitionSelector: { language: string }[] = [
  { language: languageIds.yaml },
  { language: languageIds.json },
];

/** Whether a document is read as a security group definition. */
export function isDefinition(document: vscode.TextDocument): boolean {
  return document.languageId === languageIds.yaml || document.languageId === languageIds.json;
}

/** The language id of ours for a document of another language: JSON by language, name or first character. */
export function definitionLanguageFor(document: vscode.TextDocument): string {
  const json =
    /^jsonc?$/.test(document.languageId) ||
    /\.jsonc?$/i.test(document.uri.path) ||
    (document.languageId === 'plaintext' && /^\s*\{/.test(document.getText()));
  return json ? languageIds.json : languageIds.yaml;
}

/** Last part of a document's path, for people. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) || uri.toString();
}
