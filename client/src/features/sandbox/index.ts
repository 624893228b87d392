/**
 * *Start Local Sandbox* and *Stop Local Sandbox*, and the status bar item that shows that one runs. The sandbox itself
 * is `infrastructure/sandbox`; who creates in it is decided where things are created.
 */
import * as vscode from 'vscode';
import type { CommandRegistry } from '../../infrastructure/commands/command-registry.ts';
import { commandIds, contextKeys } from '../../infrastructure/identity.ts';
import { l10n } from '../../infrastructure/localisation/l10n.ts';
import type { Log } from '../../infrastructure/logging/log.ts';
import type { LocalSandbox, RunningSandbox } from '../../infrastructure/sandbox/local-sandbox.ts';

/** Shell lines with which the command line creates in this sandbox too. */
function shellLines(sandbox: RunningSandbox): string {
  return [
    `export ALIBABA_CLOUD_ACCESS_KEY_ID=${sandbox.accessKeyId}`,
    `export ALIBABA_CLOUD_ACCESS_KEY_SECRET=${sandbox.accessKeySecret}`,
    `# alisg create --endpoint ${sandbox.url} FILE`,
    '',
  ].join('\n');
}

/** Shows and hides the status bar item and tells `when` clauses. */
function showRunning(item: vscode.StatusBarItem, running: RunningSandbox | null): void {
  void vscode.commands.executeCommand('setContext', contextKeys.sandboxRunning, running !== null);
  if (running === null) {
    item.hide();
    return;
  }
  item.text = `$(beaker) ${l10n.t('Sandbox')}`;
  item.tooltip = l10n.t('The local sandbox runs at {0}. Click to copy its keys or to stop it.', running.url);
  item.show();
}

/** Starts the sandbox and says where it is, without waiting for the notification to be answered. */
async function start(sandbox: LocalSandbox, log: Log): Promise<{ readonly url: string }> {
  const running = await sandbox.start();
  log.info(`Sandbox listens on ${running.url}`);
  const copy = l10n.t('Copy Keys');
  vscode.window
    .showInformationMessage(
      l10n.t(
        'The local sandbox runs at {0}. What is created in it costs nothing and never reaches the cloud.',
        running.url,
      ),
      copy,
    )
    .then((choice) => (choice === copy ? vscode.env.clipboard.writeText(shellLines(running)) : undefined));
  return { url: running.url };
}

/** Asks what to do with the running sandbox; without one says how to start it. */
async function manage(sandbox: LocalSandbox): Promise<void> {
  const running = sandbox.current;
  if (running === null) {
    void vscode.window.showInformationMessage(l10n.t('No local sandbox runs in this window.'));
    return;
  }
  const copy = { label: `$(copy) ${l10n.t('Copy Keys')}`, detail: l10n.t('As lines for a shell.') };
  const stop = {
    label: `$(debug-stop) ${l10n.t('Stop Sandbox')}`,
    detail: l10n.t('Forgets everything created in it.'),
  };
  const choice = await vscode.window.showQuickPick([copy, stop], {
    title: l10n.t('Local sandbox at {0}', running.url),
  });
  if (choice === copy) await vscode.env.clipboard.writeText(shellLines(running));
  if (choice === stop) await sandbox.stop();
}

/** Registers the sandbox's commands and its status bar item. */
export function activateSandboxFeature(
  commands: CommandRegistry,
  sandbox: LocalSandbox,
  log: Log,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('alicloudSg.sandbox', vscode.StatusBarAlignment.Right, 90);
  item.name = l10n.t('Local Sandbox');
  item.command = commandIds.manageSandbox;
  showRunning(item, sandbox.current);
  return vscode.Disposable.from(
    item,
    sandbox.onDidChange((running) => showRunning(item, running)),
    commands.register(commandIds.startSandbox, () => start(sandbox, log)),
    commands.register(commandIds.stopSandbox, () => sandbox.stop()),
    commands.register(commandIds.manageSandbox, () => manage(sandbox)),
  );
}
