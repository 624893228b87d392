/** The extension's settings, read at the moment they are needed. Unknown or wrongly typed values count as unset. */
import * as vscode from 'vscode';
import { settingPrefix } from '../identity.ts';

/** Setting names below `alicloudSg.`, as the manifest declares them. */
export const settingNames = ['locale', 'profile', 'endpoint', 'inlayHints.enabled', 'trace.server'] as const;

function text(name: (typeof settingNames)[number]): string {
  const value: unknown = vscode.workspace.getConfiguration(settingPrefix).get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** `alicloudSg.locale`, or VS Code's display language when it says `auto`. */
export function locale(): string {
  return forcedLocale() ?? vscode.env.language;
}

/** `alicloudSg.locale` if it names a language, null for `auto`. */
export function forcedLocale(): string | null {
  const value = text('locale');
  return value === '' || value === 'auto' ? null : value;
}

/** Whether inlay hints are wanted; only `false` turns them off. */
export function inlayHintsEnabled(): boolean {
  return vscode.workspace.getConfiguration(settingPrefix).get('inlayHints.enabled') !== false;
}

/** Name of the credential profile to use; null leaves the choice to the environment. */
export function profile(): string | null {
  return text('profile') || null;
}

/** Endpoint instead of the product's own; null for that. Checked by whoever uses it. */
export function endpoint(): string | null {
  return text('endpoint') || null;
}

/** Calls `listener` when the setting `name` changes. */
export function onDidChange(name: (typeof settingNames)[number], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${settingPrefix}.${name}`)) listener();
  });
}
