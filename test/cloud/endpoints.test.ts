/** What a user may enter as endpoint or proxy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  defaultEnsEndpoint,
  ensEndpoints,
  isLoopbackAddress,
  parseEndpoint,
} from '../../client/src/cloud/endpoints.ts';
import { proxyFor } from '../../client/src/cloud/proxy.ts';

function originOf(text: string): string {
  const result = parseEndpoint(text);
  return result.kind === 'ok' ? result.endpoint.origin : JSON.stringify(result.reason);
}

test('addresses that work', () => {
  const cases: readonly (readonly [string, string])[] = [
    [defaultEnsEndpoint, 'https://ens.aliyuncs.com'],
    [ensEndpoints.international, 'https://ens.ap-southeast-1.aliyuncs.com'],
    ['ens.aliyuncs.com', 'https://ens.aliyuncs.com'],
    [' HTTPS://ENS.aliyuncs.com/ ', 'https://ens.aliyuncs.com'],
    ['ens.aliyuncs.com:8443', 'https://ens.aliyuncs.com:8443'],
    ['https://ens.aliyuncs.com:443', 'https://ens.aliyuncs.com'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['localhost:8080', 'http://localhost:8080'],
    ['http://127.9.8.7', 'http://127.9.8.7'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['https://localhost:8443', 'https://localhost:8443'],
    ['localhost:443', 'http://localhost:443'],
  ];
  for (const [text, origin] of cases) assert.equal(originOf(text), origin, text);
});

test('addresses that do not, and why', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['two words', 'not-an-address'],
    ['ens.aliyuncs.com:99999', 'not-an-address'],
    ['ftp://ens.aliyuncs.com', 'scheme'],
    ['http://ens.aliyuncs.com', 'plain-http'],
    ['http://128.0.0.1', 'plain-http'],
    ['http://127.0.0.1.example.com', 'plain-http'],
    ['http://localhost.example.com', 'plain-http'],
    ['https://user:secret@ens.aliyuncs.com', 'credentials'],
    ['https://ens.aliyuncs.com/path', 'path'],
    ['https://ens.aliyuncs.com/?a=b', 'path'],
    ['https://ens.aliyuncs.com/#x', 'path'],
  ];
  for (const [text, problem] of cases) {
    assert.equal(originOf(text), JSON.stringify({ code: 'endpoint-invalid', problem }), text);
  }
});

test('loopback addresses', () => {
  for (const address of ['127.0.0.1', '127.255.0.9', '::1', '::ffff:127.0.0.1']) {
    assert.equal(isLoopbackAddress(address), true, address);
  }
  for (const address of ['126.0.0.1', '10.0.0.1', '::2', '::ffff:10.0.0.1', '', 'localhost', '127.evil']) {
    assert.equal(isLoopbackAddress(address), false, address);
  }
});

test('which proxy applies', () => {
  const parsed = parseEndpoint('https://ens.aliyuncs.com');
  assert.ok(parsed.kind === 'ok');
  const decide = (env: Record<string, string>, configured?: string) => {
    const decision = proxyFor(parsed.endpoint, env, configured);
    return decision.kind === 'proxy' ? `${decision.proxy.hostname}:${decision.proxy.port}` : decision.kind;
  };
  assert.equal(decide({}), 'direct');
  assert.equal(decide({ HTTPS_PROXY: 'http://p.example:3128' }), 'p.example:3128');
  assert.equal(decide({ https_proxy: 'p.example' }), 'p.example:80');
  assert.equal(decide({ HTTPS_PROXY: 'http://p.example:1' }, 'http://q.example:2'), 'q.example:2');
  assert.equal(decide({ HTTP_PROXY: 'http://p.example:1' }), 'direct');
  assert.equal(decide({ HTTPS_PROXY: 'socks5://p.example:1' }), 'error');
  assert.equal(decide({ HTTPS_PROXY: 'http://[' }), 'error');
  for (const list of ['*', 'ens.aliyuncs.com', 'aliyuncs.com', '.aliyuncs.com', 'x, ens.aliyuncs.com:443']) {
    assert.equal(decide({ HTTPS_PROXY: 'http://p.example:1', NO_PROXY: list }), 'direct', list);
  }
  for (const list of ['cs.com', 'ens.aliyuncs.com:80', 'other.example']) {
    assert.equal(decide({ HTTPS_PROXY: 'http://p.example:1', NO_PROXY: list }), 'p.example:1', list);
  }
});
