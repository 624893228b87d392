/** Bytes in and out of one HTTP exchange: reading a body within limits, and making a reply happen. */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Reply, SentReply } from './reply.ts';

/** Largest request body, in bytes. The largest create, 200 rules with 256 Chinese characters each, takes 0.5 MB. */
export const MAX_BODY = 2 * 1024 * 1024;

/** How much of a body that is too large is still taken in, so that the client gets to read why it is refused. */
const MAX_DISCARDED = 4 * MAX_BODY;

/** Reads a body. `too-large` comes when it has ended, or when the sandbox is tired of it; `aborted`: the client left. */
export function readBody(message: IncomingMessage): Promise<Buffer | 'too-large' | 'aborted'> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let length = 0;
    message.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY) chunks.push(chunk);
      else chunks = [];
      if (length > MAX_DISCARDED) resolve('too-large');
    });
    message.on('end', () => resolve(length > MAX_BODY ? 'too-large' : Buffer.concat(chunks)));
    message.on('error', () => resolve('aborted'));
    message.on('close', () => resolve('aborted'));
  });
}

/**
 * Makes a reply happen. `timeout` (milliseconds) is how long a client may leave an answer unread before its connection
 * is destroyed; a reply of the kind `hang` is not subject to it.
 */
export function perform(reply: Reply, response: ServerResponse, timeout: number): void {
  if (reply.kind === 'hang') return;
  if (reply.kind === 'disconnect') {
    response.socket?.destroy();
    return;
  }
  if (reply.delay === undefined) {
    send(reply, response, timeout);
    return;
  }
  const timer = setTimeout(() => send(reply, response, timeout), reply.delay);
  response.once('close', () => clearTimeout(timer));
}

function send(reply: SentReply, response: ServerResponse, timeout: number): void {
  const body = Buffer.from(reply.body, 'utf8');
  const { socket } = response;
  response.setTimeout(timeout, () => socket?.destroy());
  response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
  if (reply.truncated) {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => socket?.destroy());
    return;
  }
  response.end(body, () => {
    // What is left of a request that was refused half-read must not be taken for the next one.
    if (!response.req.complete) socket?.destroy();
  });
}

/** Writes an answer where Node has no response object: to what was no request. The connection ends with it. */
export function sendRaw(reply: SentReply, socket: Duplex): void {
  const body = Buffer.from(reply.body, 'utf8');
  const headers = { ...reply.headers, 'content-length': String(body.length), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status] ?? ''}\r\n${lines.join('')}\r\n`;
  socket.end(Buffer.concat([Buffer.from(head, 'latin1'), body]), () => socket.destroy());
}
