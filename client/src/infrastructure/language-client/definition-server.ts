/**
 * The language server as the extension sees it: started, restarted after a crash, asked for plans. Requests end
 * within a time limit, so that nothing in the editor waits for a server that hangs.
 */
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import type {
  PlanParams,
  PlanResult,
  ReportRefusalParams,
  ReportRefusalResult,
  ServerInitializationOptions,
  StatusParams,
  StatusResult,
} from '../../../../server/src/lsp/protocol.ts';
import { planRequest, reportRefusalRequest, statusRequest } from '../../../../server/src/lsp/protocol.ts';
import { inlayHintsEnabled, locale } from '../configuration/settings.ts';
import { definitionSelector } from '../documents/definitions.ts';
import { commandIds, productName, settingPrefix } from '../identity.ts';
import { l10n } from '../localisation/l10n.ts';
import type { Log } from '../logging/log.ts';
import { TimeLimitError, within } from '../time/within.ts';
import { CrashLimit } from './crash-limit.ts';
import { serverProcess } from './server-process.ts';

/** What a person needs to know of the server. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** A plan of 20,000 rules takes well under a second; beyond this the server hangs. In milliseconds. */
const requestLimit = 10_000;
/** Includes starting a Node process on a busy machine. In milliseconds. */
const startLimit = 30_000;

/** The language server and its requests. */
export class DefinitionServer implements vscode.Disposable {
  readonly #module: string;
  readonly #log: Log;
  readonly #crashes = new CrashLimit();
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  #client: LanguageClient | undefined;
  #state: ServerState = 'stopped';
  #started: Promise<void> = Promise.resolve();

  /** Fires with the new state. */
  readonly onDidChangeState = this.#stateChanged.event;

  /** `module` is the path of the server's bundle. */
  constructor(module: string, log: Log) {
    this.#module = module;
    this.#log = log;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server; a failure is logged and shown, not thrown. */
  start(): Promise<void> {
    this.#started = this.#start();
    return this.#started;
  }

  async #start(): Promise<void> {
    const client = this.#createClient();
    this.#client = client;
    this.#setState('starting');
    try {
      await within(client.start(), startLimit);
    } catch (error) {
      this.#log.error('The language server did not start', error);
      if (this.#client !== client) return;
      this.#setState('stopped');
      this.#offerRestart(l10n.t('The language server for security groups did not start.'));
    }
  }

  /** Ends the server, if it runs, and starts a new one with the settings of now. */
  async restart(): Promise<void> {
    this.#crashes.reset();
    await this.stop();
    await this.start();
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#setState('stopped');
    try {
      await client?.dispose();
    } catch (error) {
      this.#log.warn(`Stopping the language server: ${String(error)}`);
    }
  }

  /** The plan for a group of an open document; rejects with `TimeLimitError` when the server does not answer. */
  plan(params: PlanParams): Promise<PlanResult> {
    return this.#request<PlanResult>(planRequest, params);
  }

  /** Which product applies at a line and why. */
  status(params: StatusParams): Promise<StatusResult> {
    return this.#request<StatusResult>(statusRequest, params);
  }

  /** Shows a refusal of the cloud in the document. */
  reportRefusal(params: ReportRefusalParams): Promise<ReportRefusalResult> {
    return this.#request<ReportRefusalResult>(reportRefusalRequest, params);
  }

  dispose(): void {
    void this.stop();
    this.#stateChanged.dispose();
  }

  async #request<R>(method: string, params: object): Promise<R> {
    await this.#started;
    const client = this.#client;
    if (client === undefined || this.#state === 'stopped') {
      throw new Error(l10n.t('The language server for security groups is not running. Restart it.'));
    }
    const source = new vscode.CancellationTokenSource();
    try {
      return await within(client.sendRequest<R>(method, params, source.token), requestLimit, () =>
        source.cancel(),
      );
    } catch (error) {
      if (!(error instanceof TimeLimitError)) {
        this.#log.error(`${method} failed`, error);
        throw new Error(l10n.t('The language server could not answer. Restart it and try again.'));
      }
      const seconds = requestLimit / 1000;
      throw new Error(
        l10n.t('The language server did not answer within {0} seconds. Restart it and try again.', seconds),
      );
    } finally {
      source.dispose();
    }
  }

  #createClient(): LanguageClient {
    const options = (): ServerInitializationOptions => ({
      canCreate: true,
      locale: locale(),
      inlayHints: inlayHintsEnabled(),
    });
    const server = serverProcess(this.#module, TransportKind.stdio);
    const client: LanguageClient = new LanguageClient(
      settingPrefix,
      productName,
      { run: server, debug: server },
      {
        documentSelector: definitionSelector,
        initializationOptions: options,
        outputChannel: this.#log.channel,
        initializationFailedHandler: () => false,
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => this.#closed(client),
        },
      },
    );
    client.onDidChangeState(({ newState }) => {
      if (this.#client !== client) return;
      if (newState === State.Running) this.#setState('running');
      else this.#setState(newState === State.Starting ? 'starting' : 'stopped');
    });
    return client;
  }

  #closed(client: LanguageClient): { action: CloseAction; handled: true } {
    const restart = this.#client === client && this.#crashes.mayRestart(Date.now());
    if (this.#client === client && !restart) {
      this.#offerRestart(l10n.t('The language server for security groups ended several times.'));
    }
    return { action: restart ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
  }

  #setState(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  #offerRestart(message: string): void {
    const restart = l10n.t('Restart');
    const showOutput = l10n.t('Show Output');
    vscode.window.showErrorMessage(message, restart, showOutput).then((choice) => {
      if (choice === restart) void vscode.commands.executeCommand(commandIds.restartServer);
      if (choice === showOutput) this.#log.show();
    });
  }
}
