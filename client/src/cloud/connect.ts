/**
 * Opens the connection for one request and hands it over before a byte of the request has been written. That is what
 * makes "it never left" provable: everything that fails in here failed before sending.
 */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Endpoint } from './endpoints.ts';
import { isLoopbackAddress } from './endpoints.ts';
import type { ProxyServer } from './proxy.ts';
import type { ConnectionReason } from './reasons.ts';
import { errorCode } from './reasons.ts';

export interface ConnectOptions {
  readonly proxy: ProxyServer | null;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Certificate authorities in PEM form, instead of the built-in ones. */
  readonly ca?: readonly string[];
}

export type ConnectResult =
  | { readonly kind: 'connected'; readonly socket: Socket }
  | { readonly kind: 'failed'; readonly reason: ConnectionReason };

/** A step that has failed, with the reason for it. */
class ConnectError extends Error {
  constructor(readonly reason: ConnectionReason) {
    super(reason.code);
  }
}

/** Connects to an endpoint, through a proxy if there is one, up to the end of the TLS handshake. Never throws. */
export async function connect(endpoint: Endpoint, options: ConnectOptions): Promise<ConnectResult> {
  const attempt = new Attempt(endpoint, options);
  try {
    return { kind: 'connected', socket: await attempt.run() };
  } catch (error) {
    attempt.discard();
    const reason =
      error instanceof ConnectError
        ? error.reason
        : ({ code: 'connect-failed', host: endpoint.hostname, detail: errorCode(error) } as const);
    return { kind: 'failed', reason };
  }
}

/** One attempt; holds the sockets so that a time-out or a cancellation can destroy them at any step. */
class Attempt {
  private readonly sockets: Socket[] = [];
  private discarded = false;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly options: ConnectOptions,
  ) {}

  async run(): Promise<Socket> {
    const { signal, timeoutMs } = this.options;
    let stop: (reason: ConnectionReason) => void = () => {};
    const stopped = new Promise<never>((_resolve, reject) => {
      stop = (reason) => reject(new ConnectError(reason));
    });
    const cancel = () => stop({ code: 'cancelled' });
    const timer = setTimeout(
      () => stop({ code: 'connect-timeout', host: this.endpoint.hostname, seconds: timeoutMs / 1000 }),
      timeoutMs,
    );
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted) cancel();
    try {
      return await Promise.race([stopped, this.steps()]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  discard(): void {
    this.discarded = true;
    for (const socket of this.sockets) socket.destroy();
  }

  private async steps(): Promise<Socket> {
    const { endpoint } = this;
    const { proxy, signal } = this.options;
    if (signal?.aborted) throw new ConnectError({ code: 'cancelled' });
    const tcp = await this.open(proxy ?? endpoint, proxy !== null);
    if (proxy !== null) await this.tunnel(tcp, proxy);
    if (endpoint.secure) return this.encrypt(tcp);
    if (!isLoopbackAddress(tcp.remoteAddress ?? '')) {
      throw new ConnectError({ code: 'not-loopback', host: endpoint.hostname });
    }
    return tcp;
  }

  private async open(to: { hostname: string; port: number }, isProxy: boolean): Promise<Socket> {
    const socket = this.keep(connectTcp({ host: to.hostname, port: to.port, noDelay: true }));
    await happens(socket, 'connect', (detail) => {
      if (isProxy) return { code: 'proxy-failed', host: to.hostname, detail };
      if (detail === 'ENOTFOUND' || detail.startsWith('EAI_')) return { code: 'dns', host: to.hostname };
      if (detail === 'ECONNREFUSED') return { code: 'connection-refused', host: to.hostname, port: to.port };
      return { code: 'connect-failed', host: to.hostname, detail };
    });
    return socket;
  }

  /** HTTP CONNECT (RFC 9110, section 9.3.6). */
  private async tunnel(socket: Socket, proxy: ProxyServer): Promise<void> {
    const { hostname, port } = this.endpoint;
    const authority = `${isIP(hostname) === 6 ? `[${hostname}]` : hostname}:${port}`;
    const authorization =
      proxy.authorization === undefined ? '' : `Proxy-Authorization: ${proxy.authorization}\r\n`;
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization}\r\n`);
    const head = await readHead(socket, (detail) => ({ code: 'proxy-failed', host: proxy.hostname, detail }));
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 'unknown';
    if (!status.startsWith('2')) {
      throw new ConnectError({ code: 'proxy-failed', host: proxy.hostname, detail: status });
    }
  }

  private async encrypt(tcp: Socket): Promise<Socket> {
    const { hostname } = this.endpoint;
    const { ca } = this.options;
    const socket = this.keep(
      connectTls({
        socket: tcp,
        host: hostname,
        // A server name must not be an address (RFC 6066, section 3).
        ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
        ALPNProtocols: ['http/1.1'],
        ...(ca === undefined ? {} : { ca: [...ca] }),
      }),
    );
    await happens(socket, 'secureConnect', (detail) => ({ code: 'tls', host: hostname, detail }));
    return socket;
  }

  private keep<S extends Socket>(socket: S): S {
    this.sockets.push(socket);
    // An error after the step that listens for it must not end the process.
    socket.on('error', () => {});
    if (this.discarded) socket.destroy();
    return socket;
  }
}

type Explain = (detail: string) => ConnectionReason;

/** Waits for an event of a socket; an error or the end of the connection before it becomes a `ConnectError`. */
function happens(socket: Socket, event: 'connect' | 'secureConnect', explain: Explain): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error?: unknown) => {
      leave();
      reject(new ConnectError(explain(error instanceof Error ? errorCode(error) : 'ECONNRESET')));
    };
    const done = () => {
      leave();
      resolve();
    };
    const close = () => fail();
    const leave = () => {
      socket.off(event, done).off('error', fail).off('close', close);
    };
    socket.on(event, done).on('error', fail).on('close', close);
  });
}

/** Longest answer of a proxy to CONNECT that is read, in bytes. */
const maxProxyHead = 16_384;

/** Reads up to the empty line that ends an HTTP head. Nothing follows it: in TLS the client speaks first. */
function readHead(socket: Socket, explain: Explain): Promise<string> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const leave = () => {
      socket.pause();
      socket.off('data', data).off('error', fail).off('close', close);
    };
    const fail = (error?: unknown) => {
      leave();
      reject(new ConnectError(explain(error instanceof Error ? errorCode(error) : 'ECONNRESET')));
    };
    const close = () => fail();
    const data = (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) {
        if (bytes.length > maxProxyHead) fail();
        return;
      }
      leave();
      resolve(bytes.subarray(0, end).toString('latin1'));
    };
    socket.on('data', data).on('error', fail).on('close', close);
  });
}
