/**
 * An HTTP server on loopback that does exactly what a test says with each request, down to breaking the connection at
 * a chosen moment. Knows nothing about the API.
 */
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { certificate, certificateKey } from './tls-certificate.ts';

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Form fields of the body. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly action: string;
}

/** What happens to a request. */
export type Reaction =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Breaks the connection after reading the whole request. */
  | { readonly kind: 'drop' }
  /** Breaks it in the middle of an answer. */
  | { readonly kind: 'drop-in-answer'; readonly body: string }
  /** Writes these bytes and closes. */
  | { readonly kind: 'raw'; readonly text: string }
  /** Never answers. */
  | { readonly kind: 'silence' };

export interface ScriptedServer {
  readonly port: number;
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export interface Script {
  /** Asked for each connection: whether to break it at once. */
  readonly dropOnConnect?: () => boolean;
  /** Asked when the head of a request is there: whether to break the connection before reading its body. */
  readonly dropAfterHead?: (action: string) => boolean;
  readonly react: (request: ReceivedRequest) => Reaction;
  readonly tls?: boolean;
}

/** A JSON answer. */
export function json(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Reaction {
  return { kind: 'answer', status, body: JSON.stringify(body), headers };
}

/** Starts a server on a free port. */
export async function startScriptedServer(script: Script): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const accept = (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    if (script.dropOnConnect?.()) return socket.destroy();
    let bytes = Buffer.alloc(0);
    let done = false;
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const action = done ? undefined : actionOf(bytes);
      if (action === undefined) return;
      if (script.dropAfterHead?.(action)) {
        done = true;
        return socket.destroy();
      }
      const request = parseRequest(bytes);
      if (request === null) return;
      done = true;
      requests.push(request);
      perform(script.react(request), socket);
    });
  };
  const server = script.tls
    ? createTlsServer({ cert: certificate, key: certificateKey }, accept)
    : createServer(accept);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    url: `${script.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The action, once the head of the request is there. */
function actionOf(bytes: Buffer): string | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.subarray(0, end).toString('latin1');
  return /^x-acs-action: *(\S+)/im.exec(head)?.[1] ?? '';
}

/** A request once all of it is there, or null. */
function parseRequest(bytes: Buffer): ReceivedRequest | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const length = Number(headers['content-length'] ?? '0');
  const rest = bytes.subarray(end + 4);
  if (rest.length < length) return null;
  const body = rest.subarray(0, length).toString('utf8');
  const [method = '', path = ''] = first.split(' ');
  return {
    method,
    path,
    headers,
    body,
    parameters: Object.fromEntries(new URLSearchParams(body)),
    action: headers['x-acs-action'] ?? '',
  };
}

function perform(reaction: Reaction, socket: Socket): void {
  switch (reaction.kind) {
    case 'silence':
      return;
    case 'drop':
      socket.destroy();
      return;
    case 'raw':
      socket.end(reaction.text);
      return;
    case 'drop-in-answer': {
      const half = reaction.body.slice(0, Math.ceil(reaction.body.length / 2));
      const head = `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(reaction.body)}\r\n\r\n`;
      socket.write(head + half, () => socket.destroy());
      return;
    }
    case 'answer': {
      const headers = {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(reaction.body)),
        connection: 'close',
        ...reaction.headers,
      };
      const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.end(`HTTP/1.1 ${reaction.status} Status\r\n${head.join('')}\r\n${reaction.body}`);
    }
  }
}
