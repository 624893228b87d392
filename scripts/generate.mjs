// Writes the files that follow from others: the registry of rules (from the folders of server/src/core/rules).
// Usage: node scripts/generate.mjs [--check]   (--check writes nothing and fails when a file is out of date)
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const rulesFolder = path.join(root, 'server/src/core/rules');

/** The rule folders in the order of their ids: `SG1001-syntax-error`, … */
export function ruleFolders() {
  return readdirSync(rulesFolder)
    .filter((name) => /^SG\d{4}-/.test(name))
    .sort();
}

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

/** Generated files by path from the root. */
export async function generated() {
  return { 'server/src/core/rules/registry.gen.ts': registry() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  for (const [file, text] of Object.entries(await generated())) {
    const at = path.join(root, file);
    if (existsSync(at) && readFileSync(at, 'utf8') === text) continue;
    if (check) {
      console.error(`${file} is out of date: run npm run generate`);
      process.exitCode = 1;
    } else {
      writeFileSync(at, text);
      console.log(`wrote ${file}`);
    }
  }
}
