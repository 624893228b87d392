/** The manifest and the code must know each other: every file, command, setting and text that one names, the other has. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
  commandIds,
  contextKeys,
  extensionId,
  languageIds,
} from '../../client/src/infrastructure/identity.ts';
import { tokenTypes } from '../../server/src/core/features/semantic-tokens.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const read = (file: string): Json => JSON.parse(readFileSync(path.resolve(file), 'utf8')) as Json;
const manifest = read('package.json') as Manifest & { readonly [key: string]: Json };
const english = read('package.nls.json') as Record<string, string>;
const chinese = read('package.nls.zh-cn.json') as Record<string, string>;

interface Command {
  readonly command: string;
  readonly title: string;
}
interface Setting {
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}
interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly icon: string;
  readonly l10n: string;
  readonly activationEvents?: readonly string[];
  readonly keywords: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly languages: readonly { id: string; filenamePatterns: readonly string[]; configuration: string }[];
    readonly grammars: readonly { scopeName: string; path: string }[];
    readonly snippets: readonly { path: string }[];
    readonly semanticTokenTypes: readonly { id: string }[];
    readonly semanticTokenScopes: readonly {
      language: string;
      scopes: Readonly<Record<string, readonly string[]>>;
    }[];
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, Json>>>>;
    readonly walkthroughs: readonly {
      id: string;
      steps: readonly {
        id: string;
        description: string;
        media: { markdown: string };
        completionEvents: readonly string[];
      }[];
    }[];
  };
}

/** Every string in a JSON value. */
function strings(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((member: Json) => strings(member));
}

/** The source text of every file of the client. */
function clientSources(): string {
  const root = path.resolve('client/src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
}

/** `%key%` in the given language. */
function localised(text: string, texts: Record<string, string>): string {
  return text.replace(/^%(.+)%$/, (hole, key: string) => texts[key] ?? hole);
}

const { contributes } = manifest;
const declared = contributes.commands.map((c) => c.command);

test('every file that the manifest names exists, in both languages', () => {
  const { languages, grammars, snippets, walkthroughs } = contributes;
  const files = [
    manifest.icon,
    manifest.l10n,
    ...languages.map((l) => l.configuration),
    ...grammars.map((g) => g.path),
    ...snippets.map((s) => s.path),
    ...walkthroughs.flatMap((w) => w.steps.map((s) => s.media.markdown)),
  ];
  for (const file of files) {
    for (const texts of [english, chinese]) {
      const name = localised(file, texts);
      assert.ok(existsSync(path.resolve(name)), `${name} does not exist`);
    }
  }
});

test('a grammar says the scope name under which it is contributed', () => {
  for (const grammar of contributes.grammars) {
    assert.equal((read(grammar.path) as { scopeName: string }).scopeName, grammar.scopeName, grammar.path);
  }
});

test('commands of the manifest are the commands of the code, and each is registered', () => {
  assert.deepEqual([...declared].sort(), Object.values(commandIds).sort());
  const sources = clientSources();
  for (const name of Object.keys(commandIds)) {
    const calls = sources.match(new RegExp(`\\.register\\(\\s*commandIds\\.${name}\\b`, 'g')) ?? [];
    assert.equal(calls.length, 1, `${name} is registered ${calls.length} times`);
  }
});

test('menus, walkthroughs and completion events name declared commands', () => {
  for (const [menu, entries] of Object.entries(contributes.menus)) {
    for (const entry of entries) assert.ok(declared.includes(entry.command), `${menu}: ${entry.command}`);
  }
  const { steps } = contributes.walkthroughs[0] ?? { steps: [] };
  assert.ok(steps.length > 0 && steps.length <= 4, `${steps.length} steps`);
  const ours = (id: string): boolean => declared.includes(id) || id.startsWith('workbench.');
  for (const step of steps) {
    for (const event of step.completionEvents) assert.ok(ours(event.replace(/^onCommand:/, '')), event);
    for (const texts of [english, chinese]) {
      const links = [...localised(step.description, texts).matchAll(/\(command:([\w.]+)\)/g)];
      assert.equal(links.length, 1, `${step.id}: one button`);
      assert.ok(ours(links[0]?.[1] ?? ''), `${step.id}: ${links[0]?.[1]}`);
    }
  }
});

test('names in the code agree with the manifest', () => {
  assert.equal(`${manifest.publisher}.${manifest.name}`, extensionId);
  assert.deepEqual(contributes.languages.map((l) => l.id).sort(), Object.values(languageIds).sort());
  const conditions = Object.values(contributes.menus).flatMap((m) => m.map((e) => e.when ?? ''));
  const keys = conditions.flatMap((when) => when.match(/alicloudSg\.\w+/g) ?? []);
  assert.deepEqual([...new Set(keys)], Object.values(contextKeys));
});

test('file names of both languages are those of the definition format', () => {
  assert.deepEqual(contributes.languages.flatMap((l) => l.filenamePatterns).sort(), [
    '*.securitygroup.json',
    '*.securitygroup.yaml',
    '*.securitygroup.yml',
    '*.sg.json',
    '*.sg.yaml',
    '*.sg.yml',
  ]);
});

test('kinds of tokens are those of the code, with a colour in both languages', () => {
  assert.deepEqual(
    contributes.semanticTokenTypes.map((type) => type.id),
    [...tokenTypes],
  );
  assert.deepEqual(
    contributes.semanticTokenScopes.map((scopes) => scopes.language).sort(),
    Object.values(languageIds).sort(),
  );
  for (const { scopes } of contributes.semanticTokenScopes)
    assert.deepEqual(Object.keys(scopes), [...tokenTypes]);
});

test('defaults apply to our languages alone', () => {
  for (const [scope, values] of Object.entries(contributes.configurationDefaults)) {
    assert.match(scope, /^\[alicloud-sg-(yaml|json)\]$/);
    assert.equal(values['editor.insertSpaces'], true);
    assert.equal(values['editor.tabSize'], 2);
    assert.deepEqual(values['editor.quickSuggestions'], { other: 'on', comments: 'on', strings: 'on' });
  }
});

test('settings are described, scoped and, where they redirect requests, out of reach of a workspace', () => {
  const { properties } = contributes.configuration;
  for (const [name, setting] of Object.entries(properties)) {
    assert.match(name, /^alicloudSg\./);
    assert.ok(setting.scope, `${name} has no scope`);
    assert.match(setting.markdownDescription ?? '', /^%.+%$/, name);
    assert.equal(setting.enum?.length, setting.markdownEnumDescriptions?.length, name);
  }
  for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) {
    assert.equal(properties[name]?.scope, 'machine', name);
  }
  assert.deepEqual(
    [...manifest.capabilities.untrustedWorkspaces.restrictedConfigurations].sort(),
    Object.keys(properties)
      .filter((name) => properties[name]?.scope === 'machine')
      .sort(),
  );
});

test('the extension is activated by its own languages and commands only', () => {
  assert.equal(manifest.activationEvents, undefined, 'VS Code derives the events; none may be added');
});

test('texts of the manifest exist in both languages, and none is left over', () => {
  const used = new Set(strings(manifest).flatMap((s) => [...s.matchAll(/^%(.+)%$/g)].map((m) => m[1] ?? '')));
  assert.deepEqual(Object.keys(english).sort(), [...used].sort());
  assert.deepEqual(Object.keys(chinese).sort(), [...used].sort());
  for (const [key, text] of Object.entries(chinese)) {
    assert.match(text, /[\u4e00-\u9fff]|\.zh-cn\.md$/, `${key} is not Chinese`);
  }
});

test('titles of commands are what a person expects', () => {
  for (const command of contributes.commands) {
    const title = localised(command.title, english);
    assert.match(title, /^[A-Z].*[^.]$/, title);
  }
  assert.ok(manifest.keywords.length <= 5);
});

test('the package takes what the manifest names', () => {
  const rules = readFileSync(path.resolve('.vscodeignore'), 'utf8').split('\n');
  assert.ok(rules.includes('**'), 'everything is left out first');
  for (const needed of [
    '!package.nls.json',
    '!dist/*.js',
    '!syntaxes/**',
    '!client/media/**',
    '!client/l10n/*.json',
  ]) {
    assert.ok(rules.includes(needed), needed);
  }
});
