/** The state file: what survives a restart, what it may look like, and that nothing is ever lost silently. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startSandbox } from '../../sandbox/src/index.ts';
import { call, create, rule, withSandbox } from './support/call.ts';

let folder: string;
let count = 0;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alisg-sandbox-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** A name for a state file that does not exist yet, in a folder that does not exist either. */
const newFile = () => path.join(folder, `case-${++count}`, 'nested', 'state.json');

function fileWith(content: string): string {
  const file = newFile();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

test('groups survive a restart, deletions too', async () => {
  const stateFile = newFile();
  let kept: unknown;
  await withSandbox({ stateFile }, async (sandbox) => {
    const first = await create(sandbox, [rule, { ...rule, Description: '网页 🙂' }], {
      SecurityGroupName: 'kept',
    });
    const second = await create(sandbox, [], { SecurityGroupName: 'deleted' });
    assert.equal(first.status, 200);
    await call(sandbox, 'DeleteSecurityGroup', { SecurityGroupId: String(second.body.SecurityGroupId) });
    kept = sandbox.groups();
  });
  await withSandbox({ stateFile }, async (sandbox) => {
    assert.deepEqual(sandbox.groups(), kept);
    assert.equal(sandbox.groups()[0]?.SecurityGroupName, 'kept');
    assert.equal((await create(sandbox, [])).status, 200);
  });
  assert.deepEqual(
    readdirSync(path.dirname(stateFile)),
    ['state.json'],
    'no temporary file, no lock is left',
  );
});

test('the file is readable by the user alone, whatever it was before', async () => {
  const stateFile = fileWith('{"version":1,"groups":[]}');
  assert.notEqual(statSync(stateFile).mode & 0o077, 0);
  await withSandbox({ stateFile }, async (sandbox) => {
    await create(sandbox, [rule]);
    assert.equal(statSync(stateFile).mode & 0o777, 0o600);
  });
});

test('a damaged file is a clear error, and stays as it is', async () => {
  const damaged = [
    '',
    '{',
    'null',
    '[]',
    '{"version":2,"groups":[]}',
    '{"version":1}',
    '{"version":1,"groups":{}}',
    '{"version":1,"groups":[{}]}',
    '{"version":1,"groups":[null]}',
    '{"version":1,"groups":[{"SecurityGroupId":"sg-1","SecurityGroupName":"a","Description":"","CreationTime":"","Permissions":[{}]}]}',
    '{"version":1,"groups":[{"SecurityGroupId":"sg-1","SecurityGroupName":"a","Description":"","CreationTime":"","Permissions":[1]}]}',
  ];
  for (const content of damaged) {
    const stateFile = fileWith(content);
    await assert.rejects(startSandbox({ stateFile }), (error) => {
      assert.ok(error instanceof Error);
      assert.match(error.message, /damaged/);
      assert.ok(error.message.includes(stateFile), 'the message names the file');
      return true;
    });
    assert.equal(readFileSync(stateFile, 'utf8'), content);
    assert.deepEqual(readdirSync(path.dirname(stateFile)), ['state.json']);
  }
});

test('a file that cannot be read or a folder that cannot be made is a clear error', async () => {
  const stateFile = newFile();
  mkdirSync(stateFile, { recursive: true });
  await assert.rejects(startSandbox({ stateFile }), { message: /cannot be read/ });
  const blocked = path.join(fileWith('x'), 'below-a-file', 'state.json');
  await assert.rejects(startSandbox({ stateFile: blocked }), { message: /cannot be made/ });
});

test('two sandboxes cannot share a file, one after the other can', async () => {
  const stateFile = newFile();
  await withSandbox({ stateFile }, async () => {
    await assert.rejects(startSandbox({ stateFile }), {
      name: 'StateLockedError',
      message: /in use by process/,
    });
  });
  await withSandbox({ stateFile }, async (sandbox) => assert.deepEqual(sandbox.groups(), []));
});

test('the lock of a process that has ended is taken over', async () => {
  // Process ids are at most 2^22 on Linux and far below 2^31 elsewhere; a lock of our own id is from before a restart.
  for (const holder of ['2147483646', String(process.pid), 'nobody', '']) {
    const stateFile = fileWith('{"version":1,"groups":[]}');
    writeFileSync(`${stateFile}.lock`, holder);
    await withSandbox({ stateFile }, async (sandbox) => assert.deepEqual(sandbox.groups(), []));
  }
});

test('a group that cannot be kept is not created', async () => {
  const stateFile = newFile();
  await withSandbox({ stateFile }, async (sandbox) => {
    await create(sandbox, [rule]);
    rmSync(path.dirname(stateFile), { recursive: true });
    const answer = await create(sandbox, [rule]);
    assert.deepEqual([answer.status, answer.code], [500, 'InternalError']);
    assert.equal(sandbox.groups().length, 1);
    assert.equal(sandbox.requests().at(-1)?.processed, false);
    // A folder in the place of the file cannot be replaced by a file.
    mkdirSync(stateFile, { recursive: true });
    assert.equal((await create(sandbox, [rule])).code, 'InternalError');
    assert.deepEqual(readdirSync(path.dirname(stateFile)), ['state.json'], 'no temporary file is left');
  });
});

test('wrong options are refused with their name, and without the key', async () => {
  await assert.rejects(startSandbox({ port: -1 }), { name: 'RangeError', message: /port/ });
  await assert.rejects(startSandbox({ port: 65536 }), { name: 'RangeError', message: /port/ });
  await assert.rejects(startSandbox({ maxGroups: 1.5 }), { message: /maxGroups/ });
  await assert.rejects(startSandbox({ accessKeyId: '' }), { message: /accessKeyId/ });
  await assert.rejects(startSandbox({ accessKeySecret: 'a secret' }), (error) => {
    assert.ok(error instanceof Error);
    assert.match(error.message, /accessKeySecret/);
    assert.doesNotMatch(error.message, /a secret/);
    return true;
  });
});
