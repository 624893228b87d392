// Writes the files that follow from others: the registry of rules (from the folders of
// server/src/core/rules) and the JSON Schemas (from the shapes in server/src/core/model).
// Usage: node scripts/generate.mjs [--check]   (--check writes nothing and fails when a file is out of date)
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { isMain, root } from './lib/root.mjs';
import { ruleFolders } from './lib/rule-pages.mjs';

function registry() {
  const folders = ruleFolders();
  const name = (folder) => folder.slice(0, 6).toLowerCase();
  return `// Written by scripts/generate.mjs from the folders beside this file. Do not edit.
import type { Rule } from './rule.ts';
${folders.map((f) => `import ${name(f)} from './${f}/rule.ts';`).join('\n')}

/** Every rule, in the order of ids. */
export const rules: readonly Rule[] = [
${folders.map((f) => `  ${name(f)},`).join('\n')}
];

const byKey = new Map<string, Rule>();
for (const rule of rules) {
  byKey.set(rule.id.toLowerCase(), rule);
  byKey.set(rule.name, rule);
}

/** The rule with this id or name; null when there is none. */
export function findRule(idOrName: string): Rule | null {
  return byKey.get(idOrName.toLowerCase()) ?? null;
}
`;
}

/** Loads a module of the sources, bundled in memory. */
async function load(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Generated files by path from the root. */
export async function generated() {
  const { ecsJsonSchema, ensJsonSchema } = await load('server/src/core/model/json-schema.ts');
  return {
    'server/src/core/rules/registry.gen.ts': registry(),
    'schemas/ecs.security-group.schema.json': `${JSON.stringify(ecsJsonSchema(), null, 2)}\n`,
    'schemas/ens.security-group.schema.json': `${JSON.stringify(ensJsonSchema(), null, 2)}\n`,
  };
}

if (isMain(import.meta.url)) {
  const check = process.argv.includes('--check');
  for (const [file, text] of Object.entries(await generated())) {
    const at = path.join(root, file);
    if (existsSync(at) && readFileSync(at, 'utf8') === text) continue;
    if (check) {
      console.error(`${file} is out of date: run npm run generate`);
      process.exitCode = 1;
    } else {
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, text);
      console.log(`wrote ${file}`);
    }
  }
}
