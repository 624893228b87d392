/** `alisg fix`: what it changes, what it leaves alone, and what its diffs are worth. */
import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { applyPatch } from 'diff';
import { writeAtomically } from '../../cli/src/files/write-atomically.ts';
import { placeFor } from './support/alisg.ts';
import { group, mistaken, rule } from './support/definitions.ts';

const fixed = mistaken.replace('tcp', 'TCP').replace('80-90', '80/90');
const read = (file: string) => readFileSync(file, 'utf8');

test('safe fixes are written, listed, and the exit code is about the rest', async (t) => {
  const place = placeFor(t);
  const file = place.write('a.sg.yaml', mistaken);
  const first = await place.run(['fix', 'a.sg.yaml']);
  assert.equal(first.code, 1);
  assert.equal(read(file), fixed);
  assert.match(first.stdout, /^a\.sg\.yaml: 2 problems fixed$/m);
  assert.match(first.stdout, /a\.sg\.yaml:5:17 {2}SG1031 letter-case {2}Change to TCP/);
  assert.match(first.stdout, /a\.sg\.yaml:18:16 {2}error {2}SG1042/);
  assert.match(first.stdout, /^What remains: 1 error in 1 file$/m);
  assert.deepEqual(readdirSync(place.folder), ['a.sg.yaml']);
});

test('when everything is fixed, the exit code is 0', async (t) => {
  const place = placeFor(t);
  const file = place.write('a.sg.yaml', mistaken);
  const { code, stdout } = await place.run(['fix', '--unsafe', 'a.sg.yaml']);
  assert.equal(code, 0);
  assert.equal(read(file), fixed.replace('200/100', '100/200'));
  assert.match(stdout, /^a\.sg\.yaml: 3 problems fixed$/m);
  assert.match(stdout, /No problems in 1 file\n$/);
});

test('a file without anything to fix is not touched', async (t) => {
  const place = placeFor(t);
  const file = place.write('a.sg.yaml', group('web'));
  const before = statSync(file);
  const { code, stdout } = await place.run(['fix', 'a.sg.yaml']);
  assert.equal(code, 0);
  assert.match(stdout, /^a\.sg\.yaml: nothing to fix$/m);
  const after = statSync(file);
  assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
});

test('mode, links, line ends and byte order mark stay', async (t) => {
  const place = placeFor(t);
  const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  const file = place.write('real/a.sg.yaml', windows(mistaken));
  chmodSync(file, 0o640);
  const link = path.join(place.folder, 'link.sg.yaml');
  symlinkSync(path.join('real', 'a.sg.yaml'), link);
  await place.run(['fix', 'link.sg.yaml']);
  assert.equal(read(file), windows(fixed));
  assert.equal(statSync(file).mode & 0o777, 0o640);
  assert.ok(lstatSync(link).isSymbolicLink());
});

for (const [name, change] of Object.entries<(text: string) => string>({
  'line feeds': (text) => text,
  'carriage returns and a byte order mark': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  'no line break at the end': (text) => text.trimEnd(),
})) {
  test(`--diff writes nothing, and applying it is what fixing does: ${name}`, async (t) => {
    const place = placeFor(t);
    const before = change(
      group('web', rule(), rule({ IpProtocol: 'UDP', SourceCidrIp: '10.0.0.0/8', PortRange: '80-90' })),
    );
    const file = place.write('a folder/a.sg.yaml', before);
    const diff = await place.run(['fix', '--diff', 'a folder']);
    assert.equal(diff.code, 0);
    assert.equal(read(file), before);
    assert.match(
      diff.stdout,
      /^--- a\/a folder\/a\.sg\.yaml\tbefore\n\+\+\+ b\/a folder\/a\.sg\.yaml\tafter\n@@ /,
    );
    assert.match(diff.stderr, /a\.sg\.yaml: 1 problem would be fixed/);
    await place.run(['fix', 'a folder']);
    assert.notEqual(read(file), before);
    assert.equal(applyPatch(before, diff.stdout, { autoConvertLineEndings: false }), read(file));
  });
}

test('a text that cannot be read with certainty is left alone', async (t) => {
  const place = placeFor(t);
  const broken = `${mistaken}  - Direction: "ingress\n`;
  const file = place.write('a.sg.yaml', broken);
  const { code, stdout } = await place.run(['fix', 'a.sg.yaml']);
  assert.equal(code, 1);
  assert.equal(read(file), broken);
  assert.match(stdout, /a\.sg\.yaml: not changed/);
});

test('one unreadable file: exit 2, and the others are fixed', async (t) => {
  const place = placeFor(t);
  const file = place.write('a.sg.yaml', mistaken);
  const { code, stderr } = await place.run(['fix', 'missing.yaml', 'a.sg.yaml']);
  assert.equal(code, 2);
  assert.match(stderr, /missing\.yaml: there is no such file/);
  assert.equal(read(file), fixed);
});

test('standard input cannot be fixed', async (t) => {
  const { code, stdout, stderr } = await placeFor(t).run(['fix', '-'], { input: mistaken });
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /cannot change standard input/);
});

test('a file that cannot be written is reported, and nothing is left behind', async (t) => {
  const place = placeFor(t);
  assert.deepEqual(await writeAtomically(path.join(place.folder, 'gone.yaml'), 'x'), { kind: 'missing' });
  // Renaming a file over a folder fails after the new text has been written.
  assert.notEqual(await writeAtomically(path.join(place.write('d/x', ''), '..'), 'x'), null);
  assert.deepEqual(readdirSync(place.folder), ['d']);
});
