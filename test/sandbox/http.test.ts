/** The HTTP side under bad treatment: broken requests, slow clients, large bodies, and its end. */
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { call, callRaw, readAnswer, sendRaw, until, withSandbox } from './support/call.ts';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.close());

/** Sends bytes on a connection of its own and gives everything that comes back until the server ends it. */
function exchange(to: Sandbox, bytes: string | Buffer, { end = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port: to.port, allowHalfOpen: true });
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('end', () => {
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
    socket.write(bytes);
    if (end) socket.end();
  });
}

/** Splits a raw answer, whose body must be a JSON error. */
function readRaw(text: string) {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines)
    headers[line.slice(0, line.indexOf(':')).toLowerCase()] = line.slice(line.indexOf(':') + 2);
  return readAnswer({ status: Number(statusLine.split(' ')[1]), headers, text: body });
}

test('it listens on 127.0.0.1 alone, at the address that it tells', async () => {
  assert.equal(sandbox.url, `http://127.0.0.1:${sandbox.port}`);
  await assert.rejects(startSandbox({ port: sandbox.port }), { message: /port is in use/ });
  const elsewhere = new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.2', port: sandbox.port });
    socket.on('connect', () => resolve('connected'));
    socket.on('error', () => resolve('refused'));
  });
  assert.equal(await elsewhere, 'refused');
});

test('bytes that are no request get an answer, and the connection ends', async () => {
  const cases: readonly [string, number, string][] = [
    ['nonsense\r\n\r\n', 400, 'MalformedRequest'],
    ['GET / HTTP/1.1\r\nbroken header\r\n\r\n', 400, 'MalformedRequest'],
    ['POST / HTTP/1.1\r\ncontent-length: x\r\n\r\n', 400, 'MalformedRequest'],
    ['CONNECT example.com:443 HTTP/1.1\r\nhost: example.com\r\n\r\n', 405, 'UnsupportedHTTPMethod'],
    [`GET /?${'x'.repeat(1100 * 1024)} HTTP/1.1\r\n\r\n`, 431, 'RequestTooLarge'],
    ['\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003 TLS', 400, 'MalformedRequest'],
  ];
  for (const [bytes, status, code] of cases) {
    const answer = readRaw(await exchange(sandbox, Buffer.from(bytes, 'latin1')));
    assert.deepEqual([answer.status, answer.code], [status, code], bytes.slice(0, 40));
  }
});

test('a request that is followed by garbage is answered first', async () => {
  const bytes = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\nnonsense\r\n\r\n';
  const answer = readRaw(await exchange(sandbox, bytes));
  assert.deepEqual([answer.status, answer.code], [400, 'MissingParameter']);
});

test('requests without a Host header, with odd expectations, or for an upgrade, are answered', async () => {
  const cases = [
    'GET / HTTP/1.0\r\n\r\n',
    'GET / HTTP/1.1\r\nconnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nhost: localhost\r\nexpect: miracles\r\nconnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n\r\n',
  ];
  for (const bytes of cases) {
    const answer = readRaw(await exchange(sandbox, bytes, { end: true }));
    assert.deepEqual([answer.status, answer.code], [400, 'MissingParameter'], bytes);
  }
});

test('a body of 2 MiB is read, one byte more is refused', async () => {
  const limit = 2 * 1024 * 1024;
  const post = (size: number) =>
    sendRaw(sandbox, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.alloc(size, 'a'),
    });
  assert.equal(readAnswer(await post(limit)).code, 'MissingParameter');
  for (const size of [limit + 1, 3 * limit]) {
    const answer = readAnswer(await post(size));
    assert.deepEqual([answer.status, answer.code], [413, 'RequestTooLarge']);
  }
});

test('a client that does not stop sending is cut off', async () => {
  const socket = net.connect({ host: '127.0.0.1', port: sandbox.port });
  const sendMore = () => socket.writable && socket.write(Buffer.alloc(1024 * 1024), sendMore);
  socket.resume();
  socket.on('error', () => socket.destroy());
  socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99999999999\r\n\r\n');
  sendMore();
  await until(() => socket.closed, 'the sandbox ends the connection');
  // What was said is in the log: bytes that the client has not read are lost when it is cut off.
  assert.deepEqual(
    [sandbox.requests().at(-1)?.status, sandbox.requests().at(-1)?.code],
    [413, 'RequestTooLarge'],
  );
});

test('a client that is slow to send is told so and hung up on', async () => {
  await withSandbox({ requestTimeout: 250 }, async (hasty) => {
    const unfinished = [
      'GET / HTTP/1.1\r\nhost: loc',
      'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nabc',
    ];
    for (const bytes of unfinished) {
      const answer = readRaw(await exchange(hasty, bytes));
      assert.deepEqual([answer.status, answer.code], [408, 'RequestTimeout'], bytes);
    }
    assert.equal((await call(hasty, 'DescribeSecurityGroups')).status, 200);
  });
});

test('a connection that says nothing does not stay', async () => {
  await withSandbox({ requestTimeout: 250 }, async (hasty) => {
    const text = await exchange(hasty, '');
    assert.ok(text === '' || readRaw(text).code === 'RequestTimeout');
  });
});

test('a client that leaves in the middle harms nobody', async () => {
  for (const bytes of ['GET / HT', 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\nabc']) {
    await new Promise<void>((resolve) => {
      const socket = net.connect({ host: '127.0.0.1', port: sandbox.port }, () => {
        socket.write(bytes, () => {
          socket.resetAndDestroy();
          resolve();
        });
      });
    });
  }
  assert.equal((await call(sandbox, 'DescribeSecurityGroups')).status, 200);
});

test('close ends every connection, idle, hanging or delayed, and may be repeated', async () => {
  const closing = await startSandbox();
  closing.setFaults([
    { kind: 'hang', when: 'before' },
    { kind: 'delay', milliseconds: 600_000 },
  ]);
  const idle = net.connect({ host: '127.0.0.1', port: closing.port });
  const idleEnded = new Promise((resolve) => idle.on('close', resolve));
  await new Promise((resolve) => idle.on('connect', resolve));
  const waiting = [
    assert.rejects(callRaw(closing, 'DescribeSecurityGroups'), { code: 'ECONNRESET' }),
    assert.rejects(callRaw(closing, 'DescribeSecurityGroups'), { code: 'ECONNRESET' }),
  ];
  await until(() => closing.requests().length === 2, 'both requests have arrived');
  await Promise.all([closing.close(), closing.close()]);
  await closing.close();
  await Promise.all([...waiting, idleEnded]);
  await assert.rejects(callRaw(closing, 'DescribeSecurityGroups'), { code: 'ECONNREFUSED' });
});

test('the log keeps the last thousand requests', async () => {
  await withSandbox({}, async (busy) => {
    for (let index = 0; index < 1010; index += 10) {
      await Promise.all(Array.from({ length: 10 }, () => sendRaw(busy, {})));
    }
    assert.equal(busy.requests().length, 1000);
  });
});
