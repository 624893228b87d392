/** The control endpoint for other processes, and the guard that keeps web pages away from it. */
import assert from 'node:assert/strict';
import type { OutgoingHttpHeaders } from 'node:http';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { call, create, type RawRequest, rule, sendRaw } from './support/call.ts';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.close());

async function control(request: RawRequest): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await sendRaw(sandbox, request);
  assert.match(answer.headers['content-type'] ?? '', /^application\/json/);
  return { status: answer.status, body: { ...JSON.parse(answer.text) } };
}

test('faults are set and listed, used ones are gone', async () => {
  const schedule = [{ kind: 'error', status: 503, code: 'ServiceUnavailable', message: 'x', times: 2 }];
  const set = await control({ method: 'POST', path: '/_sandbox/faults', body: JSON.stringify(schedule) });
  assert.deepEqual([set.status, set.body.faults], [200, schedule]);
  assert.equal((await call(sandbox, 'DescribeSecurityGroups')).code, 'ServiceUnavailable');
  const left = await control({ path: '/_sandbox/faults' });
  assert.deepEqual(left.body.faults, [{ ...schedule[0], times: 1 }]);
  const cleared = await control({ method: 'POST', path: '/_sandbox/faults', body: '[]' });
  assert.deepEqual(cleared.body.faults, []);
});

test('groups and requests are listed as the API object lists them', async () => {
  await create(sandbox, [rule], { SecurityGroupName: 'listed' });
  const groups = await control({ path: '/_sandbox/groups' });
  assert.deepEqual(groups.body.groups, sandbox.groups());
  assert.equal(sandbox.groups()[0]?.SecurityGroupName, 'listed');
  const requests = await control({ path: '/_sandbox/requests?x=y' });
  assert.deepEqual(requests.body.requests, sandbox.requests());
  assert.equal(sandbox.requests().at(-1)?.action, 'CreateSecurityGroup');
});

test('what is not there', async () => {
  const cases: readonly [RawRequest, number, string][] = [
    [{ path: '/_sandbox/' }, 404, 'Sandbox.NotFound'],
    [{ path: '/_sandbox/other' }, 404, 'Sandbox.NotFound'],
    [{ path: '/_sandbox' }, 404, 'InvalidAction.NotFound'],
    [{ method: 'POST', path: '/_sandbox/groups', body: '[]' }, 405, 'Sandbox.MethodNotAllowed'],
    [{ method: 'DELETE', path: '/_sandbox/faults' }, 405, 'Sandbox.MethodNotAllowed'],
    [{ method: 'POST', path: '/_sandbox/faults', body: '[' }, 400, 'Sandbox.InvalidFaults'],
    [{ method: 'POST', path: '/_sandbox/faults' }, 400, 'Sandbox.InvalidFaults'],
  ];
  for (const [request, status, code] of cases) {
    const answer = await control(request);
    assert.deepEqual([answer.status, answer.body.Code], [status, code], request.path);
  }
});

test('a web page is refused everywhere, and changes nothing', async () => {
  const pages: readonly OutgoingHttpHeaders[] = [
    { origin: 'https://example.com' },
    { origin: 'null' },
    { origin: `http://127.0.0.1:${sandbox.port}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-origin' },
    { host: 'rebound.example.com' },
    { host: `rebound.example.com:${sandbox.port}` },
    { host: `127.0.0.1.example.com:${sandbox.port}` },
  ];
  const body = JSON.stringify([{ kind: 'hang', when: 'before' }]);
  for (const headers of pages) {
    for (const path of ['/_sandbox/faults', '/_sandbox/groups', '/_sandbox/requests', '/']) {
      for (const request of [
        { headers, path },
        { headers, path, method: 'POST', body },
      ]) {
        const answer = await control(request);
        assert.deepEqual(
          [answer.status, answer.body.Code],
          [403, 'Sandbox.BrowserRefused'],
          JSON.stringify(request),
        );
      }
    }
  }
  assert.deepEqual((await control({ path: '/_sandbox/faults' })).body.faults, []);
});

test('a person who types the address in is no page', async () => {
  for (const host of [`127.0.0.1:${sandbox.port}`, `localhost:${sandbox.port}`, 'LOCALHOST', '[::1]:1']) {
    const answer = await control({ path: '/_sandbox/groups', headers: { host, 'sec-fetch-site': 'none' } });
    assert.equal(answer.status, 200, host);
  }
});
