/** The command line itself: help, version, languages, and what happens to a wrong one. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { buildCli, placeFor } from './support/alisg.ts';
import { mistaken } from './support/definitions.ts';

const commands = ['check', 'fix', 'plan', 'create', 'sandbox'];
const han = /\p{Script=Han}/u;

test('the version is the one of the package, and nothing else of it is in the bundle', async (t) => {
  const { version, publisher } = JSON.parse(readFileSync(path.resolve('package.json'), 'utf8')) as {
    version: string;
    publisher: string;
  };
  assert.deepEqual(await placeFor(t).run(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  const bundle = readFileSync(await buildCli(), 'utf8');
  assert.ok(bundle.startsWith('#!/usr/bin/env node\n'));
  assert.ok(publisher.length > 0 && !bundle.includes('galleryBanner'));
});

test('every command has help in both languages: options, examples, exit codes', async (t) => {
  const place = placeFor(t);
  for (const command of commands) {
    const english = await place.run([command, '--help']);
    const chinese = await place.run(['help', command], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    for (const { code, stderr } of [english, chinese]) assert.deepEqual([code, stderr], [0, ''], command);
    assert.doesNotMatch(english.stdout, han);
    assert.match(english.stdout, /^Usage: alisg /);
    assert.match(english.stdout, /\nExamples:\n {2}alisg /);
    assert.match(english.stdout, /\nExit code.*:\n {2}0 {2}/);
    assert.match(chinese.stdout, /^用法：/);
    const options = (text: string) => text.match(/^ {2}(?:-\w, )?--[\w-]+( <[^>]+>)?/gm);
    assert.ok((options(english.stdout)?.length ?? 0) >= 3);
    assert.deepEqual(options(chinese.stdout), options(english.stdout));
    const described = chinese.stdout.split('\n').filter((line) => /^ {2}-/.test(line));
    for (const line of described) assert.match(line, han);
    assert.doesNotMatch(chinese.stdout, /Options|Usage|Commands|default|choices/);
    assert.equal(
      chinese.stdout.match(/^ {2}\d {2}/gm)?.length,
      english.stdout.match(/^ {2}\d {2}/gm)?.length,
    );
  }
});

test('the help of the whole names every command', async (t) => {
  const place = placeFor(t);
  for (const args of [['--help'], ['help'], ['-h']]) {
    const { code, stdout, stderr } = await place.run(args);
    assert.deepEqual([code, stderr], [0, '']);
    for (const command of commands) assert.match(stdout, new RegExp(`^ {2}${command} `, 'm'));
  }
});

test('no command: the help, but exit 2', async (t) => {
  const { code, stdout, stderr } = await placeFor(t).run([]);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /^Usage: alisg/);
});

const wrong: readonly (readonly [readonly string[], RegExp])[] = [
  [['chekc', 'x'], /^alisg: Unknown command "chekc"\. Did you mean check\?$/m],
  [['web.sg.yaml'], /Did you mean alisg check web\.sg\.yaml\?/],
  [['check', '--fromat', 'json', 'x'], /Unknown option --fromat\. Did you mean --format\?/],
  [['check', '--format', 'xml', 'x'], /"xml" is not possible for --format\. Possible: text, json\./],
  [['check', '--format'], /The option --format <format> needs a value/],
  [['check'], /The argument <path> is missing/],
  [['plan', 'a', 'b'], /"alisg plan" takes one file/],
  [['sandbox', 'a'], /"alisg sandbox" takes none/],
  [['plan', '-x', 'a'], /Unknown option -x/],
];

test('a wrong command line: exit 2, one sentence, and where to read on', async (t) => {
  const place = placeFor(t);
  for (const [args, complaint] of wrong) {
    const { code, stdout, stderr } = await place.run(args);
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    assert.match(stderr, complaint);
    assert.match(stderr, /^More: alisg( \w+)? --help$/m);
    assert.equal(stderr.trimEnd().split('\n').length, 2, stderr);
  }
});

test('complaints are in the language of the person', async (t) => {
  const place = placeFor(t);
  for (const [args] of wrong) {
    const { code, stderr } = await place.run([...args, '--locale=zh-cn']);
    assert.equal(code, 2);
    for (const line of stderr.trimEnd().split('\n')) assert.match(line, han);
    assert.doesNotMatch(stderr, /Unknown|missing|Did you|error/);
  }
});

test('what does not exist yet is unknown', async (t) => {
  const place = placeFor(t);
  for (const args of [
    ['analyze', 'x'],
    ['packet', 'x'],
    ['diff', 'x', 'y'],
    ['minimize', 'x'],
  ]) {
    assert.equal((await place.run(args)).code, 2);
  }
  for (const format of ['sarif', 'github']) {
    assert.equal((await place.run(['check', '--format', format, 'x'])).code, 2);
  }
});

test('the language comes from --locale, then LC_ALL, LC_MESSAGES and LANG', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', mistaken);
  const isChinese = async (env: Record<string, string>, ...args: string[]) =>
    han.test((await place.run(['check', ...args, 'a.sg.yaml'], { env })).stdout);
  assert.equal(await isChinese({}), false);
  assert.equal(await isChinese({ LANG: 'zh_CN.UTF-8' }), true);
  assert.equal(await isChinese({ LANG: 'zh_TW.UTF-8' }), false);
  assert.equal(await isChinese({ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'de_DE.UTF-8' }), false);
  assert.equal(await isChinese({ LANG: 'C', LC_MESSAGES: 'zh_SG', LC_ALL: '' }), true);
  assert.equal(await isChinese({ LC_ALL: 'C', LC_MESSAGES: 'zh_CN' }), false);
  assert.equal(await isChinese({ LC_ALL: 'C' }, '--locale', 'zh-Hans'), true);
  assert.equal(await isChinese({ LC_ALL: 'zh_CN' }, '--locale=en'), false);
});

test('nobody is shown a stack', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', mistaken);
  const bare = await place.run(['sandbox', '--state-file', 'a.sg.yaml']);
  assert.equal(bare.code, 1);
  assert.doesNotMatch(bare.stderr, /\n\s+at /);
  assert.match(bare.stderr, /^alisg: .*a\.sg\.yaml/);
});
