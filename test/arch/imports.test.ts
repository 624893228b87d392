/** Who may import whom: the layers of docs/architecture.md, invariants A1 to A6. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Source, sources } from '../support/sources.ts';

const core = 'server/src/core/';
const lsp = 'server/src/lsp/';
const cloud = 'client/src/cloud/';
const features = 'client/src/features/';
const infrastructure = 'client/src/infrastructure/';
const cli = 'cli/src/';
const sandbox = 'sandbox/src/';

/** The imports of files below `folder` that match none of the allowed beginnings. */
function strangers(folder: string, allowed: readonly string[], from: readonly Source[] = all): string[] {
  const found: string[] = [];
  for (const file of from.filter((f) => f.path.startsWith(folder))) {
    for (const { target } of file.imports) {
      if (!allowed.some((a) => target === a || (a.endsWith('/') && target.startsWith(a)))) {
        found.push(`${file.path} imports ${target}`);
      }
    }
  }
  return found;
}

const all = sources('server/src', 'client/src', 'cli/src', 'sandbox/src');

test('the walk sees the imports that are there', () => {
  const targets = new Set(all.flatMap((f) => f.imports.map((i) => i.target)));
  for (const expected of [
    'yaml',
    'jsonc-parser',
    'zod',
    'vscode',
    'node:',
    'vscode-languageserver',
    `${core}plan/plan.ts`,
  ]) {
    assert.ok(targets.has(expected), expected);
  }
  assert.ok(all.some((f) => f.imports.some((i) => i.kind === 'dynamic')));
});

test('A1: the core imports itself and a few pure libraries', () => {
  assert.deepEqual(strangers(core, [core, 'yaml', 'jsonc-parser', 'zod', 'get-east-asian-width']), []);
});

test('A2: the language server is core and protocol; only its entry knows Node', () => {
  const libraries = ['vscode-languageserver', 'vscode-languageserver-textdocument'];
  const entry = `${lsp}node.ts`;
  assert.deepEqual(
    strangers(
      lsp,
      [core, lsp, ...libraries],
      all.filter((f) => f.path !== entry),
    ),
    [],
  );
  assert.deepEqual(strangers(entry, [lsp, 'vscode-languageserver', 'node:']), []);
});

test('A3: the cloud layer knows no editor', () => {
  assert.deepEqual(strangers(cloud, [core, cloud, 'node:', '@alicloud/credentials', 'jsonc-parser']), []);
});

test('A4: features do not import each other, and only extension.ts imports features', () => {
  for (const file of all) {
    for (const { target } of file.imports) {
      if (!target.startsWith(features)) continue;
      const own = /^client\/src\/features\/[\w-]+\//.exec(file.path)?.[0];
      const allowed =
        file.path === 'client/src/extension.ts' || (own !== undefined && target.startsWith(own));
      assert.ok(allowed, `${file.path} imports ${target}`);
    }
  }
  const shared = ['vscode', 'node:', 'vscode-languageclient', infrastructure, core, `${lsp}protocol.ts`];
  assert.deepEqual(strangers(features, [...shared, features, cloud, sandbox]), []);
  assert.deepEqual(strangers(infrastructure, [...shared, cloud, sandbox, 'client/l10n/']), []);
});

test('A5: cloud code and sandbox are loaded on demand, never with the program', () => {
  for (const file of all) {
    for (const { target, kind } of file.imports) {
      const outside = !file.path.startsWith(cloud) && !file.path.startsWith(sandbox);
      if (outside && (target.startsWith(cloud) || target.startsWith(sandbox))) {
        assert.notEqual(kind, 'static', `${file.path} loads ${target} at start`);
      }
    }
  }
});

test('A6: the sandbox shares no code with what it has to catch', () => {
  assert.deepEqual(strangers(sandbox, [sandbox, 'node:']), []);
  assert.deepEqual(
    strangers(cli, [cli, core, cloud, sandbox, 'node:', 'commander', 'minimatch', 'diff', 'package.json']),
    [],
  );
});
