/**
 * Answers what Node's HTTP parser gives up on: bytes that are no request, headers that are too large, a request that
 * does not arrive in time. There is no response object then, only a socket.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApiError } from './api-error.ts';
import { sendRaw } from './connection.ts';
import { malformedRequest, requestTimeout, requestTooLarge } from './gateway-errors.ts';
import type { Reply } from './reply.ts';

/** The last request that was read from a connection. */
export interface Exchange {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
}

export class MalformedRequests {
  readonly #answer: (error: ApiError) => Reply;
  readonly #maxHeaders: number;
  /** Connections whose last answer is on its way: further errors on them change nothing. */
  readonly #ending = new WeakSet<Duplex>();

  /** `answer` makes the reply for an error; `maxHeaders` is the limit that a header overflow is about, in bytes. */
  constructor(answer: (error: ApiError) => Reply, maxHeaders: number) {
    this.#answer = answer;
    this.#maxHeaders = maxHeaders;
  }

  /** Handles a `clientError` of the server. `exchange` is what the connection was used for last. */
  handle(error: NodeJS.ErrnoException, socket: Duplex, exchange: Exchange | undefined): void {
    if (this.#ending.has(socket)) return;
    const pending = exchange && !exchange.response.writableFinished ? exchange : undefined;
    if (error.code === 'ECONNRESET' || !socket.writable || pending?.response.headersSent) {
      socket.destroy();
    } else if (pending?.message.complete) {
      // The request before is still to be answered, or a fault leaves it unanswered: the connection ends with that.
      this.#ending.add(socket);
      pending.response.once('close', () => socket.destroy());
    } else {
      this.refuse(this.#describe(error.code), socket);
    }
  }

  /** Writes an error to a connection and ends it. */
  refuse(error: ApiError, socket: Duplex): void {
    this.#ending.add(socket);
    socket.on('error', () => socket.destroy());
    const reply = this.#answer(error);
    if (reply.kind === 'send') sendRaw(reply, socket);
    else socket.destroy();
  }

  #describe(code: string | undefined): ApiError {
    switch (code) {
      case 'HPE_HEADER_OVERFLOW':
        return requestTooLarge('The request line with the headers', this.#maxHeaders, 431);
      case 'ERR_HTTP_REQUEST_TIMEOUT':
        return requestTimeout;
      default:
        return malformedRequest;
    }
  }
}
