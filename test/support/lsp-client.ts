/**
 * A language client for tests: the built server as a child process, real messages over stdio. Waits for messages,
 * never for time.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { buildServer } from './built-server.ts';

export interface LspClientOptions {
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  readonly snippets?: boolean;
  readonly labelDetails?: boolean;
}

export class LspClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly stderr: string[] = [];
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  #waiting: (() => void)[] = [];

  private constructor(child: ChildProcess) {
    if (child.stdout === null || child.stdin === null) throw new Error('no pipes');
    this.process = child;
    child.stderr?.on('data', (d) => this.stderr.push(String(d)));
    this.connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (p: PublishDiagnosticsParams) => {
      this.#published.set(p.uri, p);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.connection.listen();
  }

  /** Starts the built server and initializes it. */
  static async start(
    options: LspClientOptions = {},
  ): Promise<{ client: LspClient; initialized: InitializeResult }> {
    const dist = await buildServer();
    const child = spawn(process.execPath, [path.join(dist, 'server.js'), '--stdio'], { stdio: 'pipe' });
    const client = new LspClient(child);
    const initialized: InitializeResult = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          completion: {
            completionItem: {
              snippetSupport: options.snippets ?? true,
              labelDetailsSupport: options.labelDetails ?? false,
            },
          },
        },
      },
      ...(options.locale === undefined ? {} : { locale: options.locale }),
      ...(options.initializationOptions === undefined
        ? {}
        : { initializationOptions: options.initializationOptions }),
    });
    await client.connection.sendNotification('initialized', {});
    return { client, initialized };
  }

  async open(
    uri: string,
    text: string,
    languageId = 'alicloud-sg-yaml',
    version = 1,
  ): Promise<PublishDiagnosticsParams> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
    return this.published(uri, version);
  }

  async change(
    uri: string,
    version: number,
    contentChanges: readonly unknown[],
  ): Promise<PublishDiagnosticsParams> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
    return this.published(uri, version);
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  /** The diagnostics of a version; waits until they arrive. */
  async published(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const last = this.#published.get(uri);
      if (last !== undefined && (version === undefined || last.version === version)) return last;
      await this.nextPublish();
    }
  }

  /** The next publishDiagnostics of any document. */
  nextPublish(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  last(uri: string): PublishDiagnosticsParams | undefined {
    return this.#published.get(uri);
  }

  /** Ends the server as the protocol says; resolves with its exit code. */
  async stop(): Promise<number | null> {
    const exit = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await exit;
    this.connection.dispose();
    return code;
  }
}
