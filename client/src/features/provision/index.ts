/**
 * *Create Security Group* in VS Code: finds the document that is meant and sends it on its journey. The command's value
 * is a `CreateResult`.
 */
import * as vscode from 'vscode';
import type { CommandRegistry } from '../../infrastructure/commands/command-registry.ts';
import { fileName, isDefinition } from '../../infrastructure/documents/definitions.ts';
import { showHelp } from '../../infrastructure/documents/help.ts';
import { commandIds } from '../../infrastructure/identity.ts';
import type { DefinitionServer } from '../../infrastructure/language-client/definition-server.ts';
import { l10n } from '../../infrastructure/localisation/l10n.ts';
import type { Log } from '../../infrastructure/logging/log.ts';
import type { LocalSandbox } from '../../infrastructure/sandbox/local-sandbox.ts';
import { CloudGateway } from './cloud-gateway.ts';
import { VsCodeDialogs } from './dialogs.ts';
import { CreateJourney } from './journey.ts';
import type { Definition } from './ports.ts';
import type { CreateResult } from './result.ts';
import { SessionTargets } from './session-targets.ts';
import { findTarget, type TargetDocument } from './target-document.ts';

/** What creating needs of the extension. */
export interface ProvisionServices {
  /** Where the extension is installed. */
  readonly extensionUri: vscode.Uri;
  readonly server: DefinitionServer;
  readonly sandbox: LocalSandbox;
  readonly log: Log;
}

function toDefinition({ document, group, line }: TargetDocument): Definition {
  return {
    uri: document.uri.toString(),
    fileName: fileName(document.uri),
    path: document.uri.scheme === 'file' ? document.uri.fsPath : null,
    ...(group === undefined ? {} : { group }),
    ...(line === undefined ? {} : { line }),
    version: () => document.version,
    isUnsaved: () => document.isDirty || document.isUntitled,
    edit: ({ start, end }, newText) => {
      const edit = new vscode.WorkspaceEdit();
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      edit.replace(document.uri, range, newText);
      void vscode.workspace.applyEdit(edit);
    },
  };
}

/** The document is not a definition: offers to treat it as one. */
function offerTreatment(document: vscode.TextDocument): void {
  const treat = l10n.t('Treat as Definition');
  vscode.window
    .showInformationMessage(
      l10n.t('{0} is not known as a security group definition.', fileName(document.uri)),
      treat,
    )
    .then((choice) => {
      if (choice === treat) {
        void vscode.commands.executeCommand(commandIds.treatAsDefinition, document.uri);
      }
    });
}

/** Registers *Create Security Group*. */
export function activateProvisionFeature(
  commands: CommandRegistry,
  { extensionUri, server, sandbox, log }: ProvisionServices,
): vscode.Disposable {
  const cloud = new CloudGateway(sandbox);
  const targets = new SessionTargets(() => sandbox.current !== null);
  const again = (definition: Definition): void => {
    void vscode.commands.executeCommand(commandIds.createSecurityGroup, definition.uri, definition.group);
  };
  const dialogs = new VsCodeDialogs({
    again,
    inSandbox: async (definition) => {
      await sandbox.start();
      again(definition);
    },
    allowExternal: (definition) => {
      cloud.allowExternal();
      again(definition);
    },
    explainCredentials: () => void showHelp(extensionUri, 'credentials'),
    showOutput: () => log.show(),
  });
  const journey = new CreateJourney({
    isTrusted: () => vscode.workspace.isTrusted,
    server,
    cloud,
    targets,
    dialogs,
    log: (message) => log.info(message),
  });
  const create = async (...args: unknown[]): Promise<CreateResult> => {
    const target = await findTarget(args);
    if (target === undefined) {
      void vscode.window.showInformationMessage(
        l10n.t('Open the file that describes a security group, then run this command again.'),
      );
      return { kind: 'no-document' };
    }
    if (!isDefinition(target.document)) {
      offerTreatment(target.document);
      return { kind: 'not-a-definition' };
    }
    return journey.create(toDefinition(target));
  };
  return vscode.Disposable.from(
    sandbox.onDidChange((running) => targets.choose(running === null ? 'cloud' : 'sandbox')),
    commands.register(commandIds.createSecurityGroup, create),
  );
}
