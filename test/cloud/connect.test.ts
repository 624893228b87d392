/** What never leaves this machine is known not to have left. */
import assert from 'node:assert/strict';
import { connect, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { parseEndpoint } from '../../client/src/cloud/endpoints.ts';
import { makeCall } from '../../client/src/cloud/transport.ts';
import { callTo, nowhere, parameters, until, withServer } from './support/calls.ts';
import type { Script } from './support/scripted-server.ts';
import { json, startScriptedServer } from './support/scripted-server.ts';
import { certificate } from './support/tls-certificate.ts';

test('an unknown host and a closed port are not sent', async () => {
  const unknown = await callTo(`https://${nowhere}`);
  assert.ok(unknown.kind === 'not-sent');
  assert.deepEqual(unknown.reason, { code: 'dns', host: nowhere });
  const port = await withServer({ react: () => json(200, {}) }, async (server) => server.port);
  const closed = await callTo(`http://127.0.0.1:${port}`);
  assert.deepEqual(closed, {
    kind: 'not-sent',
    reason: { code: 'connection-refused', host: '127.0.0.1', port },
  });
});

test('a host that does not finish its handshake is not sent', async () => {
  await withServer({ react: () => ({ kind: 'silence' }) }, async (server) => {
    const result = await callTo(`https://127.0.0.1:${server.port}`, { connectTimeoutMs: 150 });
    assert.deepEqual(result, {
      kind: 'not-sent',
      reason: { code: 'connect-timeout', host: '127.0.0.1', seconds: 0.15 },
    });
  });
});

test('TLS: an untrusted certificate and a broken handshake are not sent, a trusted one works', async () => {
  await withServer({ tls: true, react: () => json(200, { RequestId: 'r' }) }, async (server) => {
    const untrusted = await callTo(server.url);
    assert.deepEqual(untrusted, {
      kind: 'not-sent',
      reason: { code: 'tls', host: '127.0.0.1', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    assert.equal(server.requests.length, 0);
    assert.equal((await callTo(server.url, { ca: [certificate] })).kind, 'ok');
    assert.equal((await callTo(`https://localhost:${server.port}`, { ca: [certificate] })).kind, 'ok');
  });
  const plain: Script = { dropOnConnect: () => true, react: () => json(200, {}) };
  await withServer(plain, async (server) => {
    const result = await callTo(`https://127.0.0.1:${server.port}`);
    assert.ok(result.kind === 'not-sent');
    assert.equal(result.reason.code, 'tls');
  });
});

test('cancelled before, during and after sending', async () => {
  await withServer({ react: () => ({ kind: 'silence' }) }, async (server) => {
    const before = await callTo(server.url, {}, AbortSignal.abort());
    assert.deepEqual(before, { kind: 'not-sent', reason: { code: 'cancelled' } });
    assert.equal(server.connections(), 0);

    const handshake = new AbortController();
    const waiting = callTo(`https://127.0.0.1:${server.port}`, {}, handshake.signal);
    await until(() => server.connections() === 1);
    handshake.abort();
    assert.deepEqual(await waiting, { kind: 'not-sent', reason: { code: 'cancelled' } });
    assert.equal(server.requests.length, 0);

    const sent = new AbortController();
    const running = callTo(server.url, {}, sent.signal);
    await until(() => server.requests.length === 1);
    sent.abort();
    assert.deepEqual(await running, { kind: 'lost', reason: { code: 'cancelled-after-sending' } });
  });
});

test('a key that cannot stand in a header is not sent', async () => {
  const parsed = parseEndpoint('http://127.0.0.1:9');
  assert.ok(parsed.kind === 'ok');
  const call = { endpoint: parsed.endpoint, product: 'ens', action: 'A', version: 'v', parameters } as const;
  const result = await makeCall({ ...call, key: { id: 'id\n', secret: 's' } }, { env: {} });
  assert.deepEqual(result, {
    kind: 'not-sent',
    reason: { code: 'key-malformed', profile: null, part: 'id' },
  });
});

test('a proxy is used for other hosts, with its password, and its refusal is not sent', async () => {
  const target = await startScriptedServer({ tls: true, react: () => json(200, { RequestId: 'r' }) });
  const heads: string[] = [];
  let allow = true;
  const sockets: Socket[] = [];
  const proxy = createServer((socket) => {
    sockets.push(socket);
    socket.once('data', (chunk) => {
      heads.push(chunk.toString('latin1'));
      if (!allow) return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      const onward = connect(target.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      sockets.push(onward);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  assert.ok(typeof address === 'object' && address !== null);
  try {
    const env = { HTTPS_PROXY: `http://user:p%40ss@127.0.0.1:${address.port}` };
    // The name does not exist: only the proxy can lead there. The certificate is for localhost, hence the TLS error.
    const wrongName = await callTo(`https://${nowhere}`, { env, ca: [certificate] });
    assert.ok(wrongName.kind === 'not-sent');
    assert.deepEqual(wrongName.reason, {
      code: 'tls',
      host: nowhere,
      detail: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    assert.equal(
      heads[0],
      `CONNECT ${nowhere}:443 HTTP/1.1\r\nHost: ${nowhere}:443\r\nProxy-Authorization: Basic ${Buffer.from('user:p@ss').toString('base64')}\r\n\r\n`,
    );
    allow = false;
    const refused = await callTo(`https://${nowhere}`, { env });
    assert.deepEqual(refused, {
      kind: 'not-sent',
      reason: { code: 'proxy-failed', host: '127.0.0.1', detail: '407' },
    });
    assert.equal(heads.length, 2);
    // Loopback and exempt hosts are reached directly.
    assert.equal((await callTo(target.url, { env, ca: [certificate] })).kind, 'ok');
    const exempt = await callTo(`https://${nowhere}`, { env: { ...env, NO_PROXY: '.invalid' } });
    assert.ok(exempt.kind === 'not-sent');
    assert.equal(exempt.reason.code, 'dns');
    assert.equal(heads.length, 2);
  } finally {
    for (const socket of sockets) socket.destroy();
    proxy.close();
    await target.close();
  }
});
