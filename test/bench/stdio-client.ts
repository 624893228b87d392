/** The smallest client that can time a server over stdio: raw framing, one timestamp when a whole message is in. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

type Message = {
  id?: number;
  method?: string;
  params?: { uri?: string; version?: number; diagnostics?: unknown[] };
};

export class StdioClient {
  readonly #child: ChildProcessWithoutNullStreams;
  #buffer = Buffer.alloc(0);
  #id = 0;
  readonly #waiting = new Set<{ matches(m: Message): boolean; resolve(m: Message): void }>();

  constructor(args: readonly string[]) {
    this.#child = spawn(process.execPath, [...args], { stdio: 'pipe' });
    this.#child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.#buffer.toString('latin1', 0, head))?.[1]);
      if (this.#buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.#buffer.toString('utf8', head + 4, head + 4 + length)) as Message;
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      for (const w of this.#waiting) {
        if (w.matches(message)) {
          this.#waiting.delete(w);
          w.resolve(message);
        }
      }
    }
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#child.stdin.write(body);
  }

  #wait(matches: (m: Message) => boolean): Promise<Message> {
    return new Promise((resolve) => this.#waiting.add({ matches, resolve }));
  }

  async request(method: string, params: unknown): Promise<void> {
    const id = ++this.#id;
    const answer = this.#wait((m) => m.id === id);
    this.#send({ id, method, params });
    await answer;
  }

  async initialize(): Promise<void> {
    await this.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    this.#send({ method: 'initialized', params: {} });
  }

  /** Sends a notification about a document and waits for the diagnostics of that version. */
  async publishedAfter(
    method: string,
    params: { textDocument: { uri: string; version: number } },
  ): Promise<number> {
    const { uri, version } = params.textDocument;
    const answer = this.#wait(
      (m) =>
        m.method === 'textDocument/publishDiagnostics' &&
        m.params?.uri === uri &&
        m.params?.version === version,
    );
    this.#send({ method, params });
    return (await answer).params?.diagnostics?.length ?? 0;
  }

  stop(): void {
    this.#child.kill();
  }
}
