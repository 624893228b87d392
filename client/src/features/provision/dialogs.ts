/**
 * What a person sees of the create journey in VS Code. Notifications are shown without waiting for them: the journey
 * goes on, and what is chosen there is done here.
 */
import * as vscode from 'vscode';
import type { Range } from '../../../../server/src/core/text/position.ts';
import type { BlockingFinding } from '../../../../server/src/lsp/protocol.ts';
import { commandIds } from '../../infrastructure/identity.ts';
import { l10n, sentences } from '../../infrastructure/localisation/l10n.ts';
import type { Confirmation } from './confirmation.ts';
import { confirmationText, groupLabel } from './confirmation.ts';
import type { Choice, Created, Definition, Dialogs, Unknown } from './ports.ts';
import { runWithProgress } from './progress.ts';
import { reveal } from './target-document.ts';

/** What buttons can start beyond VS Code's own commands. */
export interface FollowUps {
  /** Goes the way again for the same group. */
  again(definition: Definition): void;
  /** Starts the sandbox and goes the way again there. */
  inSandbox(definition: Definition): void;
  /** Allows profiles that run a program, for this session, and goes the way again. */
  allowExternal(definition: Definition): void;
  /** Shows where credentials are read from. */
  explainCredentials(): void;
  showOutput(): void;
}

type Button = readonly [label: string, action: () => unknown];
type Severity = 'error' | 'warning' | 'information';

function toRange(range: Range): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

/** Puts the cursor on `range` if the document is on screen anyway: nobody is taken away from another file. */
function showIfVisible(uri: string, range: Range): void {
  const editor = vscode.window.visibleTextEditors.find((e) => e.document.uri.toString() === uri);
  if (editor === undefined) return;
  editor.selection = new vscode.Selection(toRange(range).start, toRange(range).start);
  editor.revealRange(toRange(range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The dialogs of VS Code. */
export class VsCodeDialogs implements Dialogs {
  readonly #followUps: FollowUps;

  constructor(followUps: FollowUps) {
    this.#followUps = followUps;
  }

  needTrust(): void {
    this.#notify(
      'warning',
      l10n.t('Security groups can be created from trusted workspaces only. Nothing was sent.'),
      [[l10n.t('Manage Workspace Trust'), () => vscode.commands.executeCommand('workbench.trust.manage')]],
    );
  }

  alreadyRunning(fileName: string): void {
    this.#notify(
      'information',
      l10n.t('A security group of {0} is being created already. Wait for it or cancel it.', fileName),
    );
  }

  noPlan(message: string): void {
    this.#notify('error', message, [
      [l10n.t('Restart'), () => vscode.commands.executeCommand(commandIds.restartServer)],
      [l10n.t('Show Output'), () => this.#followUps.showOutput()],
    ]);
  }

  empty(fileName: string): void {
    this.#notify('information', l10n.t('{0} describes no security group yet.', fileName));
  }

  unsupported(message: string): void {
    this.#notify('information', message);
  }

  changing(fileName: string): void {
    this.#notify(
      'information',
      l10n.t('{0} kept changing, so nothing was sent. Try again when the text is finished.', fileName),
    );
  }

  blocked(definition: Definition, errors: readonly BlockingFinding[]): void {
    const [first] = errors;
    if (first === undefined) return;
    const { fileName } = definition;
    const line = first.range.start.line + 1;
    const message =
      errors.length === 1
        ? l10n.t('{0} has 1 error, so nothing was sent. Line {1}: {2}', fileName, line, first.message)
        : l10n.t(
            '{0} has {1} errors, so nothing was sent. The first, line {2}: {3}',
            fileName,
            errors.length,
            line,
            first.message,
          );
    this.#notify('error', message, [
      this.#showProblem(definition, first.range),
      [l10n.t('Open Problems'), () => vscode.commands.executeCommand('workbench.actions.view.problems')],
    ]);
  }

  noCredentials(definition: Definition, reason: string | null, externalProfile: string | null): void {
    const message =
      reason ??
      l10n.t(
        'No credentials for Alibaba Cloud were found. Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run “aliyun configure” (~/.aliyun/config.json), or write ~/.alibabacloud/credentials. Or try it out in the local sandbox.',
      );
    const buttons: Button[] = [
      [l10n.t('Use Local Sandbox'), () => this.#followUps.inSandbox(definition)],
      [l10n.t('How to Give Credentials'), () => this.#followUps.explainCredentials()],
    ];
    if (externalProfile === null)
      buttons.push([l10n.t('Try Again'), () => this.#followUps.again(definition)]);
    else buttons.unshift([l10n.t('Allow in This Session'), () => this.#followUps.allowExternal(definition)]);
    this.#notify('error', message, buttons);
  }

  async confirm(confirmation: Confirmation): Promise<Choice> {
    const { message, detail, create, switchTarget } = confirmationText(confirmation);
    const labels = switchTarget === null ? [create] : [create, switchTarget];
    const choice = await vscode.window.showWarningMessage(message, { modal: true, detail }, ...labels);
    if (choice === undefined) return 'cancel';
    return choice === create ? 'create' : 'switch-target';
  }

  readonly progress = runWithProgress;

  created({ securityGroupId, groupName, target, how, console }: Created): void {
    const label = groupLabel(groupName);
    const messages = {
      created:
        target === 'sandbox'
          ? l10n.t('Created {0} in the local sandbox: {1}', label, securityGroupId)
          : l10n.t('Created {0}: {1}', label, securityGroupId),
      found: l10n.t('The answer was lost, but {0} was created: {1}', label, securityGroupId),
      'too-late': l10n.t('It was too late to cancel: {0} was created: {1}', label, securityGroupId),
      'found-earlier': l10n.t(
        'An earlier attempt had created {0}: {1}. Nothing new was created.',
        label,
        securityGroupId,
      ),
    };
    this.#notify('information', messages[how], [
      [l10n.t('Copy ID'), () => vscode.env.clipboard.writeText(securityGroupId)],
      ...this.#openConsole(console),
    ]);
  }

  refused(definition: Definition, message: string, range: Range | null): void {
    if (range !== null) showIfVisible(definition.uri, range);
    const problem: Button[] = range === null ? [] : [this.#showProblem(definition, range)];
    this.#notify('error', message, [
      ...problem,
      [l10n.t('Try Again'), () => this.#followUps.again(definition)],
    ]);
  }

  unknown({ groupName, reasons, candidates, console }: Unknown): void {
    const parts = [
      l10n.t('It is not known whether {0} was created.', groupLabel(groupName)),
      ...reasons,
      ...(candidates.length === 0 ? [] : [l10n.t('It may be {0}.', candidates.join(l10n.t(', ')))]),
      l10n.t(
        'Nothing is sent again by itself. If you run the command again, it looks for the security group first.',
      ),
    ];
    this.#notify('warning', sentences(parts), [
      ...this.#openConsole(console),
      [l10n.t('Show Output'), () => this.#followUps.showOutput()],
    ]);
  }

  failed(definition: Definition, message: string): void {
    this.#notify('error', sentences([l10n.t('Nothing was created.'), message]), [
      [l10n.t('Try Again'), () => this.#followUps.again(definition)],
    ]);
  }

  #showProblem(definition: Definition, range: Range): Button {
    return [l10n.t('Show Problem'), () => reveal(vscode.Uri.parse(definition.uri), toRange(range))];
  }

  #openConsole(address: string | null): Button[] {
    if (address === null) return [];
    return [[l10n.t('Open Console'), () => vscode.env.openExternal(vscode.Uri.parse(address))]];
  }

  #notify(severity: Severity, message: string, buttons: readonly Button[] = []): void {
    const labels = buttons.map(([label]) => label);
    show(severity, message, labels).then((choice) => buttons.find(([label]) => label === choice)?.[1]());
  }
}

function show(severity: Severity, message: string, labels: string[]): Thenable<string | undefined> {
  switch (severity) {
    case 'error':
      return vscode.window.showErrorMessage(message, ...labels);
    case 'warning':
      return vscode.window.showWarningMessage(message, ...labels);
    case 'information':
      return vscode.window.showInformationMessage(message, ...labels);
  }
}
