/** `alisg sandbox`: what it prints, what it refuses, how it ends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, type Place, placeFor, type RunOptions, shell } from './support/alisg.ts';
import { group } from './support/definitions.ts';

async function startSandbox(place: Place, args: readonly string[], options?: RunOptions) {
  const running = await place.start(['sandbox', ...args], options);
  await eventually(() => running.stdout().split('\n').length === 4, 'the sandbox to print three lines');
  const [url = '', ...exports] = running.stdout().trimEnd().split('\n');
  return { ...running, url, exports };
}

test('prints its address first, then its keys; creates groups; SIGTERM ends it with 0', async (t) => {
  const place = placeFor(t);
  const { url, exports, child, finished } = await startSandbox(place, ['--port', '0']);
  assert.match(url, /^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  assert.deepEqual(exports, [
    'export ALIBABA_CLOUD_ACCESS_KEY_ID=sandbox',
    'export ALIBABA_CLOUD_ACCESS_KEY_SECRET=sandbox-secret',
  ]);
  place.write('a.sg.yaml', group('web'));
  const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'sandbox', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'sandbox-secret' };
  const created = await place.run(['create', '--yes', '--endpoint', url, 'a.sg.yaml'], { env });
  assert.equal(created.code, 0);
  child.kill('SIGTERM');
  assert.equal((await finished).code, 0);
});

test('Ctrl+C ends it with 0', async (t) => {
  const { child, finished } = await startSandbox(placeFor(t), []);
  child.kill('SIGINT');
  assert.equal((await finished).code, 0);
});

test('keys survive a shell, whatever they are made of', async (t) => {
  const secret = `it's-"$HOME"\`;&\\x`;
  const { exports } = await startSandbox(placeFor(t), [
    '--access-key-id',
    '$id',
    '--access-key-secret',
    secret,
  ]);
  const names = '"$ALIBABA_CLOUD_ACCESS_KEY_ID" "$ALIBABA_CLOUD_ACCESS_KEY_SECRET"';
  const printed = await shell(`eval "$1"; printf '%s\\n' ${names}`, exports.join('\n'));
  assert.equal(printed, `$id\n${secret}\n`);
});

test('a port in use: exit 1, and what to do', async (t) => {
  const place = placeFor(t);
  const { url } = await startSandbox(place, []);
  const { code, stdout, stderr } = await place.run(['sandbox', '--port', new URL(url).port]);
  assert.deepEqual([code, stdout], [1, '']);
  assert.match(stderr, /the port is in use\. Choose another one/);
});

test('wrong options: exit 2, and a secret is not repeated', async (t) => {
  const place = placeFor(t);
  for (const port of ['70000', '-1', 'x', '1.5', '']) {
    const { code, stderr } = await place.run(['sandbox', `--port=${port}`]);
    assert.equal(code, 2, port);
    assert.match(stderr, /0 to 65535/);
  }
  const { code, stdout, stderr } = await place.run(['sandbox', '--access-key-secret', 'two words']);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /--access-key-secret must not be empty and must not contain blanks/);
  assert.doesNotMatch(stderr, /two words/);
});

test('a state file keeps the groups', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', group('kept'));
  const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'sandbox', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'sandbox-secret' };
  const first = await startSandbox(place, ['--state-file', 'state.json']);
  await place.run(['create', '--yes', '--endpoint', first.url, 'a.sg.yaml'], { env });
  const second = await place.run(['sandbox', '--state-file', 'state.json']);
  assert.equal(second.code, 1);
  first.child.kill('SIGTERM');
  await first.finished;
  const third = await startSandbox(place, ['--state-file', 'state.json']);
  const again = await place.run(['create', '--yes', '--endpoint', third.url, 'a.sg.yaml'], { env });
  assert.equal(again.code, 0);
  assert.match(again.stderr, /The same name exists already: sg-/);
});
