/** Locks, within a process, between processes, and after the death of one. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { acquireLock } from '../../client/src/cloud/lock.ts';
import { withDirectory } from './support/temporary.ts';

const fileOf = (directory: string) => join(directory, 'locks', 'x.lock');

async function writeLock(directory: string, holder: object | string): Promise<void> {
  await mkdir(join(directory, 'locks'), { recursive: true });
  await writeFile(fileOf(directory), typeof holder === 'string' ? holder : JSON.stringify(holder));
}

/** The pid of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('one at a time, and again after release', async () => {
  await withDirectory(async (directory) => {
    const first = await acquireLock(directory, 'x');
    assert.ok(first.kind === 'held');
    const second = await acquireLock(directory, 'x');
    assert.ok(second.kind === 'busy');
    assert.deepEqual(second.reason, { code: 'lock-held', pid: process.pid, file: fileOf(directory) });
    assert.equal((await acquireLock(directory, 'y')).kind, 'held');
    await first.release();
    assert.equal((await acquireLock(directory, 'x')).kind, 'held');
  });
});

test('of many that want it at once, one gets it', async () => {
  await withDirectory(async (directory) => {
    const all = await Promise.all(Array.from({ length: 20 }, () => acquireLock(directory, 'x')));
    assert.equal(all.filter((lock) => lock.kind === 'held').length, 1);
  });
});

test('the lock of a dead process is taken over, by one of many', async () => {
  const pid = await deadPid();
  await withDirectory(async (directory) => {
    await writeLock(directory, { token: 't', pid, host: hostname(), started: null, time: Date.now() });
    const all = await Promise.all(Array.from({ length: 20 }, () => acquireLock(directory, 'x')));
    const held = all.filter((lock) => lock.kind === 'held');
    assert.equal(held.length, 1);
    assert.match(await readFile(fileOf(directory), 'utf8'), new RegExp(`"pid":${process.pid},`));
    for (const lock of held) await lock.release();
    assert.deepEqual(await readdir(join(directory, 'locks')), []);
  });
});

test('a left-over guard of a take-over does not block for ever', async () => {
  const pid = await deadPid();
  await withDirectory(async (directory) => {
    const holder = { token: 't', pid, host: hostname(), started: null, time: Date.now() };
    await writeLock(directory, holder);
    await writeFile(`${fileOf(directory)}.takeover`, JSON.stringify({ ...holder, token: 'guard' }));
    assert.equal((await acquireLock(directory, 'x')).kind, 'held');
  });
});

test('what cannot be judged is left alone until it is old', async () => {
  const pid = await deadPid();
  const foreign = { token: 't', pid, host: 'another-machine', started: null };
  const expectations: readonly (readonly [object, string])[] = [
    [{ ...foreign, time: Date.now() }, 'busy'],
    [{ ...foreign, time: Date.now() - 2 * 3_600_000 }, 'held'],
    // A living process, but one that started later than the one that took the lock.
    [{ token: 't', pid: process.pid, host: hostname(), started: '1', time: Date.now() }, 'held'],
    [{ token: 't', pid: process.ppid, host: hostname(), started: null, time: Date.now() }, 'busy'],
    // Taken before this machine was started.
    [{ token: 't', pid: process.ppid, host: hostname(), started: null, time: 0 }, 'held'],
  ];
  for (const [holder, kind] of expectations) {
    await withDirectory(async (directory) => {
      await writeLock(directory, holder);
      assert.equal((await acquireLock(directory, 'x')).kind, kind, JSON.stringify(holder));
    });
  }
});

test('an empty lock file is being written, unless it is old', async () => {
  await withDirectory(async (directory) => {
    await writeLock(directory, '');
    assert.equal((await acquireLock(directory, 'x')).kind, 'busy');
    await utimes(fileOf(directory), 0, 0);
    assert.equal((await acquireLock(directory, 'x')).kind, 'held');
  });
});

test('releasing does not remove the lock of somebody else', async () => {
  await withDirectory(async (directory) => {
    const lock = await acquireLock(directory, 'x');
    assert.ok(lock.kind === 'held');
    const other = JSON.stringify({ token: 'other', pid: 1, host: 'h', started: null, time: 1 });
    await writeFile(fileOf(directory), other);
    await lock.release();
    assert.equal(await readFile(fileOf(directory), 'utf8'), other);
  });
});

test('a directory that cannot be made is a value', async () => {
  await withDirectory(async (directory) => {
    await writeFile(join(directory, 'file'), '');
    const lock = await acquireLock(join(directory, 'file'), 'x');
    assert.ok(lock.kind === 'error');
    assert.equal(lock.reason.code, 'state-unwritable');
  });
});
