/**
 * Entry of the extension in VS Code's desktop and remote extension hosts. A list of features; anything that more than
 * one of them needs is made here and handed to them. Reads no file, asks no network, shows nothing.
 */
import * as vscode from 'vscode';
import { activateDefinitionFilesFeature } from './features/definition-files/index.ts';
import { activateLanguageStatusFeature } from './features/language-status/index.ts';
import { activateProvisionFeature } from './features/provision/index.ts';
import { activateSandboxFeature } from './features/sandbox/index.ts';
import { activateServerControlFeature } from './features/server-control/index.ts';
import { CommandRegistry } from './infrastructure/commands/command-registry.ts';
import { forcedLocale, onDidChange } from './infrastructure/configuration/settings.ts';
import { DefinitionServer } from './infrastructure/language-client/definition-server.ts';
import { chinese, english, languageOf, useTranslation } from './infrastructure/localisation/l10n.ts';
import { createLog } from './infrastructure/logging/log.ts';
import { LocalSandbox } from './infrastructure/sandbox/local-sandbox.ts';

/** VS Code's own translation, unless the setting `alicloudSg.locale` names a language. */
function chooseTranslation(): void {
  const forced = forcedLocale();
  if (forced === null) useTranslation((message, ...args) => vscode.l10n.t(message, ...args));
  else useTranslation(languageOf(forced) === 'zh-cn' ? chinese : english);
}

/** Called by VS Code when a definition is opened or one of the commands is run. */
export function activate(context: vscode.ExtensionContext): void {
  chooseTranslation();
  const log = createLog();
  const commands = new CommandRegistry(log);
  const sandbox = new LocalSandbox();
  const server = new DefinitionServer(context.asAbsolutePath('dist/server.js'), log);
  context.subscriptions.push(
    sandbox,
    server,
    onDidChange('locale', chooseTranslation),
    activateServerControlFeature(commands, server, log),
    activateDefinitionFilesFeature(commands),
    activateLanguageStatusFeature(server),
    activateSandboxFeature(commands, sandbox, log),
    activateProvisionFeature(commands, { extensionUri: context.extensionUri, server, sandbox, log }),
    // Last, because the others may still log while they are disposed of.
    log,
  );
}
