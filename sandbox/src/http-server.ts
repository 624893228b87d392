/**
 * The HTTP side of the sandbox: a server on 127.0.0.1 that survives whatever is sent to it. Every request is answered
 * with JSON, even what is no HTTP, unless a fault says otherwise. It knows nothing of signatures and groups.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApiError } from './api-error.ts';
import { MAX_BODY, perform, readBody } from './connection.ts';
import { internalError, requestTooLarge, unsupportedMethod } from './gateway-errors.ts';
import { type Exchange, MalformedRequests } from './malformed-requests.ts';
import type { Reply } from './reply.ts';

/** Largest request line and headers, in bytes: SDKs of the vendor put all rules, half a megabyte, into the query. */
const MAX_HEADERS = 1024 * 1024;

/** How long an idle connection is kept for the next request, in milliseconds. */
const KEEP_ALIVE = 5000;

/** What the server hands over. Neither function may throw; if one does, the client gets 500 `InternalError`. */
export interface Responder {
  /** Answers a request whose body has arrived. */
  answer(message: IncomingMessage, body: Buffer): Reply;
  /** Answers what could not be read as a request. */
  refuse(error: ApiError, method: string): Reply;
}

export interface ListeningServer {
  readonly port: number;
  /** Ends every connection, whatever it is doing, and stops listening. */
  close(): Promise<void>;
}

/**
 * Starts to listen on 127.0.0.1; `port` 0 picks one. `timeout` is how many milliseconds a client has to send a request,
 * and to read an answer. Rejects with an error for people when the port cannot be had.
 */
export async function listen(port: number, timeout: number, responder: Responder): Promise<ListeningServer> {
  const server = createServer({
    maxHeaderSize: MAX_HEADERS,
    requestTimeout: timeout,
    headersTimeout: timeout,
    connectionsCheckingInterval: Math.min(1000, timeout),
    keepAliveTimeout: KEEP_ALIVE,
    // Without it Node answers 400 by itself, without a body.
    requireHostHeader: false,
  });
  const exchanges = new WeakMap<Duplex, Exchange>();
  const onRequest: RequestListener = (message, response) => {
    exchanges.set(message.socket, { message, response });
    response.on('error', () => message.socket.destroy());
    handle(message, response, timeout, responder).catch(() => message.socket.destroy());
  };
  server.on('request', onRequest);
  // An Expect header that Node does not know is no reason to answer without a body.
  server.on('checkExpectation', onRequest);
  const malformed = new MalformedRequests((error) => responder.refuse(error, ''), MAX_HEADERS);
  server.on('connect', (_message, socket) => malformed.refuse(unsupportedMethod, socket));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    malformed.handle(error, socket, exchanges.get(socket)),
  );
  await startListening(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => closeServer(server),
  };
}

async function handle(
  message: IncomingMessage,
  response: ServerResponse,
  timeout: number,
  responder: Responder,
): Promise<void> {
  const body = await readBody(message);
  if (body === 'aborted') return;
  const method = message.method ?? '';
  let reply: Reply;
  try {
    reply =
      body === 'too-large'
        ? responder.refuse(requestTooLarge('The request body', MAX_BODY, 413), method)
        : responder.answer(message, body);
  } catch {
    reply = responder.refuse(internalError, method);
  }
  perform(reply, response, timeout);
}

function startListening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(`The sandbox cannot listen on 127.0.0.1:${port}: ${listenProblem(error)}`));
    });
    server.listen({ host: '127.0.0.1', port }, resolve);
  });
}

function listenProblem(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') return 'the port is in use. Choose another one, or 0 to have one picked.';
  if (error.code === 'EACCES')
    return 'this port needs more rights. Choose one above 1023, or 0 to have one picked.';
  return error.message;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
