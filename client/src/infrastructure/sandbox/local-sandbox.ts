/**
 * The local sandbox of this window: one endpoint on the loopback that behaves as the cloud is documented to. Loaded
 * when it is first started. Credentials for it come from here, never from the environment.
 */
import * as vscode from 'vscode';

/** A running sandbox: where it is and what it takes as keys. */
export interface RunningSandbox {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** The sandbox accepts these and nothing else; they open nothing but it. */
const keys = { accessKeyId: 'sandbox', accessKeySecret: 'sandbox-secret' };

/** At most one sandbox per window. */
export class LocalSandbox implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<RunningSandbox | null>();
  #starting: Promise<RunningSandbox> | null = null;
  #running: { readonly info: RunningSandbox; close(): Promise<void> } | null = null;

  /** Fires when the sandbox has started (with it) or stopped (with null). */
  readonly onDidChange = this.#changed.event;

  /** The sandbox if it runs. */
  get current(): RunningSandbox | null {
    return this.#running?.info ?? null;
  }

  /** Starts the sandbox on a free port, or gives the one that runs already. */
  start(): Promise<RunningSandbox> {
    if (this.#running !== null) return Promise.resolve(this.#running.info);
    this.#starting ??= this.#open().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  /** Stops the sandbox; what was created in it is gone. False when none ran. */
  async stop(): Promise<boolean> {
    await this.#starting?.catch(() => undefined);
    const running = this.#running;
    if (running === null) return false;
    this.#running = null;
    this.#changed.fire(null);
    await running.close();
    return true;
  }

  dispose(): void {
    void this.stop();
    this.#changed.dispose();
  }

  async #open(): Promise<RunningSandbox> {
    const { startSandbox } = await import('../../../../sandbox/src/index.ts');
    const started = await startSandbox({ port: 0, ...keys });
    const info = { url: started.url, ...keys };
    this.#running = { info, close: async () => started.close() };
    this.#changed.fire(info);
    return info;
  }
}
