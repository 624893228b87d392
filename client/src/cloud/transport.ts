/**
 * Makes one API call: signs, connects, sends once, reads the answer. Never follows a redirect, never repeats anything,
 * never throws: what became of the call is a value. Uses sockets of its own (`connect.ts`) instead of a global agent,
 * so that "not sent" is known and nobody else's patched agent stands in between.
 */
import { randomUUID } from 'node:crypto';
import { ClientRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Product } from '../../../server/src/core/plan/plan.ts';
import type { AccessKey } from './access-key.ts';
import { malformedPart } from './access-key.ts';
import type { Answer, CallResult } from './answer.ts';
import { readAnswer } from './answer.ts';
import { connect } from './connect.ts';
import type { Endpoint } from './endpoints.ts';
import { parameterPlace } from './endpoints.ts';
import { proxyFor } from './proxy.ts';
import type { AnswerReason } from './reasons.ts';
import { errorCode } from './reasons.ts';
import type { SignedRequest } from './signer.ts';
import { encodeParameters, signRequest } from './signer.ts';

/** One call, complete. */
export interface Call {
  readonly endpoint: Endpoint;
  readonly product: Product;
  readonly action: string;
  readonly version: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly key: AccessKey;
}

/** Everything about a call that is not the call. Times are in milliseconds. */
export interface TransportOptions {
  /** Until the TLS handshake is done; default 10 s. */
  readonly connectTimeoutMs?: number;
  /** From the start of the call to the end of the answer; default 60 s. */
  readonly totalTimeoutMs?: number;
  /** Longest answer that is read; default 8 MB. A page of 50 groups with their instances has some 100 KB. */
  readonly maxAnswerBytes?: number;
  /** Environment variables, for the proxy; default `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** `http://host:port` of a proxy; beats the environment. */
  readonly proxy?: string;
  /** Certificate authorities in PEM form, instead of the built-in ones. */
  readonly ca?: readonly string[];
  readonly now?: () => Date;
  readonly nonce?: () => string;
}

const defaultConnectTimeoutMs = 10_000;
const defaultTotalTimeoutMs = 60_000;
const defaultMaxAnswerBytes = 8_000_000;

/** Makes one call. Aborting before anything was written gives `not-sent`, aborting later gives `lost`. */
export async function makeCall(
  call: Call,
  options: TransportOptions = {},
  signal?: AbortSignal,
): Promise<CallResult> {
  const now = options.now ?? (() => new Date());
  const totalTimeoutMs = options.totalTimeoutMs ?? defaultTotalTimeoutMs;
  const startedAt = performance.now();
  const part = malformedPart(call.key);
  if (part !== null) return { kind: 'not-sent', reason: { code: 'key-malformed', profile: null, part } };

  const proxy = proxyFor(call.endpoint, options.env ?? process.env, options.proxy);
  if (proxy.kind === 'error') return { kind: 'not-sent', reason: proxy.reason };
  const connection = await connect(call.endpoint, {
    proxy: proxy.kind === 'proxy' ? proxy.proxy : null,
    timeoutMs: Math.min(options.connectTimeoutMs ?? defaultConnectTimeoutMs, totalTimeoutMs),
    ...(signal === undefined ? {} : { signal }),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  });
  if (connection.kind === 'failed') return { kind: 'not-sent', reason: connection.reason };

  const { socket } = connection;
  // Between the connection and the first byte: the last moment at which cancelling is certain to leave nothing behind.
  if (signal?.aborted) {
    socket.destroy();
    return { kind: 'not-sent', reason: { code: 'cancelled' } };
  }
  const { signed, body } = sign(call, now(), (options.nonce ?? randomUUID)());
  const result = await exchange(socket, signed, body, {
    remainingMs: Math.max(1, totalTimeoutMs - (performance.now() - startedAt)),
    totalTimeoutMs,
    maxAnswerBytes: options.maxAnswerBytes ?? defaultMaxAnswerBytes,
    signal,
  });
  socket.destroy();
  if (result.kind === 'lost') return result;
  return readAnswer(result.answer, call.key, signed.signature, now());
}

function sign(call: Call, date: Date, nonce: string): { signed: SignedRequest; body: string } {
  const inBody = parameterPlace[call.product] === 'body';
  const body = inBody ? encodeParameters(call.parameters) : '';
  const signed = signRequest(
    {
      method: 'POST',
      host: call.endpoint.host,
      action: call.action,
      version: call.version,
      query: inBody ? {} : call.parameters,
      body,
      ...(inBody ? { contentType: 'application/x-www-form-urlencoded' } : {}),
    },
    call.key,
    date,
    nonce,
  );
  return { signed, body };
}

interface ExchangeLimits {
  readonly remainingMs: number;
  /** What the user is told when the time is up. */
  readonly totalTimeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly signal: AbortSignal | undefined;
}

type Exchange =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'lost'; readonly reason: AnswerReason };

/** Writes the request to an open connection and reads the answer. From here on, nothing counts as "not sent". */
function exchange(
  socket: Socket,
  signed: SignedRequest,
  body: string,
  limits: ExchangeLimits,
): Promise<Exchange> {
  return new Promise((resolve) => {
    const finish = (result: Exchange) => {
      clearTimeout(timer);
      limits.signal?.removeEventListener('abort', cancel);
      resolve(result);
    };
    const lose = (reason: AnswerReason) => finish({ kind: 'lost', reason });
    const cancel = () => lose({ code: 'cancelled-after-sending' });
    const timer = setTimeout(
      () => lose({ code: 'no-answer', seconds: limits.totalTimeoutMs / 1000 }),
      limits.remainingMs,
    );
    limits.signal?.addEventListener('abort', cancel, { once: true });

    const request = new ClientRequest({
      method: 'POST',
      path: signed.path,
      headers: {
        ...signed.headers,
        accept: 'application/json',
        'user-agent': 'alisg',
        'content-length': Buffer.byteLength(body),
      },
      createConnection: () => socket,
    });
    request.on('response', (response) => readBody(response, limits.maxAnswerBytes, finish));
    request.on('error', (error) => lose({ code: 'connection-lost', detail: errorCode(error) }));
    request.on('close', () => lose({ code: 'connection-lost', detail: 'ECONNRESET' }));
    request.end(body);
  });
}

/** Collects the answer's body. `finish` may be called more than once; the first call counts. */
function readBody(response: IncomingMessage, maxBytes: number, finish: (result: Exchange) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) {
      finish({ kind: 'lost', reason: { code: 'answer-too-large' } });
      response.destroy();
      return;
    }
    chunks.push(chunk);
  });
  response.on('error', (error) => {
    finish({ kind: 'lost', reason: { code: 'connection-lost', detail: errorCode(error) } });
  });
  response.on('end', () => {
    if (!response.complete) return;
    finish({
      kind: 'answer',
      answer: {
        httpStatus: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      },
    });
  });
}
