/** What a reader may rely on in every source file. Invariants A7 to A9 of docs/architecture.md. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { sources } from '../support/sources.ts';

const all = sources('server/src', 'client/src', 'cli/src', 'sandbox/src', 'test');

/** The longest file that is still one concept, in lines; a table of tests may be a little longer. */
const longest = (file: string) => (file.startsWith('test/') ? 400 : 300);

test('A7: files are short, kebab-case, and say what they are for', () => {
  for (const { path: file, text } of all) {
    const generated = file.endsWith('.gen.ts');
    const name = path.basename(file).replace(/(?:\.test|\.bench|\.gen)?\.ts$/, '');
    assert.match(name, /^[a-z0-9]+(?:-[a-z0-9]+)*$/, `${file} is kebab-case`);
    assert.match(
      text,
      generated ? /^\/\/ Written by / : /^(?:#!.*\n)?\/(?:\*\*|\/) ?\S?/,
      `${file} begins with a header comment`,
    );
    if (!generated)
      assert.ok(text.split('\n').length <= longest(file) + 1, `${file} has at most ${longest(file)} lines`);
  }
});

test('A8: nothing is switched off or left for later', () => {
  const marks = [
    'TO' + 'DO',
    'FIX' + 'ME',
    '@ts-' + 'ignore',
    '@ts-' + 'nocheck',
    'biome-' + 'ignore',
    '.on' + 'ly(',
    '.sk' + 'ip(',
  ];
  for (const { path: file, text } of all) {
    for (const mark of marks) assert.ok(!text.includes(mark), `${file} contains ${mark}`);
  }
});

test('A9: generated files are what the generator writes', () => {
  execFileSync(process.execPath, ['scripts/generate.mjs', '--check'], { stdio: 'pipe' });
});
