/** The journal on disk, and the directory it is kept in. */
import assert from 'node:assert/strict';
import { appendFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { IntentRecord, JournalRecord } from '../../client/src/cloud/journal.ts';
import { defaultStateDirectory, groupOf, Journal, listUnresolved } from '../../client/src/cloud/journal.ts';
import { withDirectory } from './support/temporary.ts';

function intent(name: string): IntentRecord {
  return {
    type: 'intent',
    intent: name,
    time: '2026-01-01T00:00:00.000Z',
    product: 'ens',
    action: 'CreateSecurityGroup',
    endpoint: 'https://ens.aliyuncs.com',
    maskedId: 'LTAI****0001',
    principal: null,
    groupName: '组',
    content: 'c',
    listed: ['sg-1'],
    afterUnknown: false,
    file: null,
  };
}

function outcome(
  name: string,
  result: Extract<JournalRecord, { type: 'outcome' }>['outcome'],
): JournalRecord {
  return { type: 'outcome', intent: name, time: '2026-01-01T00:00:01.000Z', outcome: result };
}

test('where state is kept', () => {
  assert.equal(defaultStateDirectory({ HOME: '/home/u' }, 'linux'), '/home/u/.local/state/alisg');
  assert.equal(defaultStateDirectory({ HOME: '/home/u', XDG_STATE_HOME: '/s' }, 'linux'), '/s/alisg');
  assert.equal(
    defaultStateDirectory({ HOME: '/home/u', XDG_STATE_HOME: 'relative' }, 'darwin'),
    '/home/u/.local/state/alisg',
  );
  assert.equal(
    defaultStateDirectory({ LOCALAPPDATA: 'C:\\Users\\u\\AppData\\Local' }, 'win32'),
    'C:\\Users\\u\\AppData\\Local\\alisg',
  );
  assert.equal(defaultStateDirectory({}, 'win32', 'C:\\Users\\u'), 'C:\\Users\\u\\AppData\\Local\\alisg');
});

test('records come back with their last outcome, and the files are readable by the user alone', async () => {
  await withDirectory(async (parent) => {
    const directory = join(parent, 'state', 'alisg');
    const journal = new Journal(directory);
    assert.deepEqual(await journal.read(), { kind: 'ok', entries: [] });
    const records = [
      intent('a'),
      intent('b'),
      outcome('a', { kind: 'unknown', code: 'no-answer' }),
      outcome('a', { kind: 'adopted', SecurityGroupId: 'sg-2' }),
      outcome('b', { kind: 'unknown', code: 'no-answer' }),
      intent('c'),
    ];
    for (const record of records) assert.deepEqual(await journal.append(record), { kind: 'ok' });
    const contents = await journal.read();
    assert.ok(contents.kind === 'ok');
    assert.deepEqual(
      contents.entries.map((entry) => [entry.intent.intent, entry.outcome?.kind ?? null, groupOf(entry)]),
      [
        ['a', 'adopted', 'sg-2'],
        ['b', 'unknown', null],
        ['c', null, null],
      ],
    );
    const open = await listUnresolved(directory);
    assert.ok(open.kind === 'ok');
    assert.deepEqual(
      open.entries.map((entry) => entry.intent),
      [intent('b'), intent('c')],
    );
    assert.equal((await stat(directory)).mode & 0o777, 0o700);
    assert.equal((await stat(journal.path)).mode & 0o777, 0o600);
  });
});

test('a torn last line is passed over and does not swallow the next record', async () => {
  await withDirectory(async (directory) => {
    const journal = new Journal(directory);
    const whole = JSON.stringify(intent('b'));
    for (const length of [1, 20, whole.length - 1]) {
      await writeFile(journal.path, `${JSON.stringify(intent('a'))}\n${whole.slice(0, length)}`);
      await journal.append(intent('c'));
      const contents = await journal.read();
      assert.ok(contents.kind === 'ok');
      assert.deepEqual(
        contents.entries.map((entry) => entry.intent.intent),
        ['a', 'c'],
      );
    }
    await appendFile(
      journal.path,
      'null\n[]\n{"type":"intent"}\n\n{"type":"outcome","intent":"zzz","time":"t","outcome":{"kind":"created"}}\n',
    );
    const contents = await journal.read();
    assert.ok(contents.kind === 'ok');
    assert.equal(contents.entries.length, 2);
  });
});

test('records of several writers do not mix', async () => {
  await withDirectory(async (directory) => {
    const names = Array.from({ length: 40 }, (_, index) => `writer-${index}`);
    await Promise.all(names.map((name) => new Journal(directory).append(intent(name))));
    const contents = await new Journal(directory).read();
    assert.ok(contents.kind === 'ok');
    assert.deepEqual(contents.entries.map((entry) => entry.intent.intent).sort(), [...names].sort());
    assert.equal((await readFile(new Journal(directory).path, 'utf8')).split('\n').length, 41);
  });
});

test('a journal that cannot be written is a value', async () => {
  await withDirectory(async (directory) => {
    await mkdir(join(directory, 'journal.jsonl'));
    const journal = new Journal(directory);
    const reason = { code: 'state-unwritable', directory, detail: 'EISDIR' };
    assert.deepEqual(await journal.append(intent('a')), { kind: 'error', reason });
    assert.deepEqual(await journal.read(), { kind: 'error', reason });
  });
});
