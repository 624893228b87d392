/** Which files `alisg check` reads, and how. */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { placeFor } from './support/alisg.ts';
import { parseReport } from './support/check-report.ts';
import { mistaken } from './support/definitions.ts';

const paths = (stdout: string) => parseReport(stdout).files.map((f) => f.path);

test('standard input is YAML, or what its name says', async (t) => {
  const place = placeFor(t);
  const json = '{"Product": "ENS", "SecurityGroupName": "web", "Permissions": [],}';
  const unnamed = await place.run(['check', '-', '--format', 'json'], { input: mistaken });
  assert.equal(unnamed.code, 1);
  assert.deepEqual(paths(unnamed.stdout), ['<stdin>']);
  const named = await place.run(['check', '--stdin-filename', 'a/b.json', '--format', 'json', '-'], {
    input: json,
  });
  assert.equal(named.code, 0);
  const [file] = parseReport(named.stdout).files;
  assert.equal(file?.path, 'a/b.json');
  assert.deepEqual(
    file?.diagnostics.map((d) => d.code),
    ['SG1013'],
  );
});

test('a named file is a definition whatever its name; .json makes it JSON', async (t) => {
  const place = placeFor(t);
  place.write('rules.txt', mistaken);
  place.write('rules.json', '// comment\n{"Product": "ENS", "SecurityGroupName": "web", "Permissions": []}');
  const { code, stdout } = await place.run(['check', '--format', 'json', 'rules.txt', 'rules.json']);
  assert.equal(code, 1);
  assert.deepEqual(
    parseReport(stdout).files.map((f) => [f.path, f.diagnostics.length]),
    [
      ['rules.txt', 3],
      ['rules.json', 0],
    ],
  );
});

test('a folder takes definitions by their names, and leaves out what is not ours', async (t) => {
  const place = placeFor(t);
  const names = [
    'b.sg.yml',
    'a.sg.yaml',
    'deep/er/c.sg.json',
    '.hidden/d.securitygroup.yaml',
    'e.securitygroup.json',
    'f.securitygroup.yml',
  ];
  for (const name of names) place.write(path.join('all', name), name.endsWith('json') ? '{}' : '');
  for (const name of ['g.yaml', 'sg.yaml', 'node_modules/x/h.sg.yaml', '.git/i.sg.yaml', 'deep/README.md']) {
    place.write(path.join('all', name), mistaken);
  }
  symlinkSync('a.sg.yaml', path.join(place.folder, 'all', 'link.sg.yaml'));
  symlinkSync('..', path.join(place.folder, 'all', 'circle'));
  const { stdout } = await place.run(['check', '--format', 'json', 'all']);
  assert.deepEqual(paths(stdout), [...names, 'link.sg.yaml'].map((n) => path.join('all', n)).sort());
});

test('a folder without definitions: exit 0, and it is said', async (t) => {
  const place = placeFor(t);
  mkdirSync(path.join(place.folder, 'none'));
  const { code, stdout, stderr } = await place.run(['check', 'none']);
  assert.equal(code, 0);
  assert.equal(stdout, '');
  assert.match(stderr, /^none: no definitions in this folder\./);
});

test('patterns take definitions by their names; one without a match is a mistake', async (t) => {
  const place = placeFor(t);
  for (const name of [
    'x/a.sg.yaml',
    'x/y/b.sg.yaml',
    'x/y/c.sg.json',
    'x/y/d.yaml',
    'x/node_modules/e.sg.yaml',
  ]) {
    place.write(name, name.endsWith('json') ? '{}' : '');
  }
  place.write('[z].sg.yaml', '');
  const json = async (pattern: string) =>
    paths((await place.run(['check', '--format', 'json', pattern])).stdout);
  assert.deepEqual(await json('x/**/*.yaml'), ['x/a.sg.yaml', 'x/y/b.sg.yaml']);
  assert.deepEqual(await json('x/*'), ['x/a.sg.yaml']);
  assert.deepEqual(await json('**/{b,c}.sg.*'), ['x/y/b.sg.yaml', 'x/y/c.sg.json']);
  assert.deepEqual(await json(`${place.folder}/x/y/?.sg.yaml`), [`${place.folder}/x/y/b.sg.yaml`]);
  // A file that is there is no pattern.
  assert.deepEqual(await json('[z].sg.yaml'), ['[z].sg.yaml']);
  const none = await place.run(['check', 'nowhere/*.sg.yaml']);
  assert.equal(none.code, 2);
  assert.match(none.stderr, /nowhere\/\*\.sg\.yaml: no file matches/);
});

test('a file is reported once, however often it is meant', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', '');
  const { stdout } = await place.run(['check', '--format', 'json', './a.sg.yaml', '.', '*.sg.yaml']);
  assert.deepEqual(paths(stdout), ['./a.sg.yaml']);
});

test('what is not UTF-8 is unreadable, and the reason is given', async (t) => {
  const place = placeFor(t);
  place.write('latin1.sg.yaml', Uint8Array.of(0x61, 0x3a, 0x20, 0xe9, 0x0a));
  place.write('utf16.sg.yaml', Buffer.from(`\uFEFF${mistaken}`, 'utf16le'));
  const { code, stdout, stderr } = await place.run(['check', 'latin1.sg.yaml', 'utf16.sg.yaml']);
  assert.equal(code, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /latin1\.sg\.yaml: this is not UTF-8 text/);
  assert.match(stderr, /utf16\.sg\.yaml: .*UTF-16/);
});

test('16 MB are read, more is a finding', async (t) => {
  const place = placeFor(t);
  const comment = `# ${'x'.repeat(997)}\n`;
  place.write('five.sg.yaml', comment.repeat(5 * 1024) + mistaken);
  place.write('seventeen.sg.yaml', comment.repeat(17 * 1024));
  const { code, stdout } = await place.run([
    'check',
    '--format',
    'json',
    'five.sg.yaml',
    'seventeen.sg.yaml',
  ]);
  assert.equal(code, 1);
  assert.deepEqual(
    parseReport(stdout).files.map((f) => f.diagnostics.map((d) => d.code)),
    [['SG1031', 'SG1040', 'SG1042'], ['SG1002']],
  );
});

test('an empty file has no group and no findings', async (t) => {
  const place = placeFor(t);
  place.write('empty.sg.yaml', '');
  const json = await place.run(['check', '--format', 'json', 'empty.sg.yaml']);
  assert.equal(json.code, 0);
  assert.deepEqual(parseReport(json.stdout).files, [
    { path: 'empty.sg.yaml', product: 'ens', groups: [], diagnostics: [] },
  ]);
  const text = await place.run(['check', 'empty.sg.yaml']);
  assert.match(text.stderr, /no security group in it/);
});
