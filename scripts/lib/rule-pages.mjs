// The published pages of the rules: the English page as it is, the Chinese one with the examples put in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

const folder = path.join(root, 'server/src/core/rules');

/** The rule folders in the order of their ids: `SG1001-syntax-error`, … */
export function ruleFolders() {
  return readdirSync(folder)
    .filter((name) => /^SG\d{4}-/.test(name))
    .sort();
}

/** Pages by path below `rules/`: `en/SG1001-syntax-error.md`, `zh-cn/…`. */
export function rulePages() {
  const pages = {};
  for (const name of ruleFolders()) {
    const [en, zh] = ['rule.md', 'rule.zh-cn.md'].map((file) => path.join(folder, name, file));
    if (!existsSync(en) || !existsSync(zh)) continue;
    const english = readFileSync(en, 'utf8');
    pages[`en/${name}.md`] = published(english);
    pages[`zh-cn/${name}.md`] = published(withExamples(readFileSync(zh, 'utf8'), english));
  }
  return pages;
}

/** Puts the examples of the English page where the Chinese one names them. */
function withExamples(page, english) {
  const examples = new Map();
  for (const m of english.matchAll(/^```\w+ ((?:bad|fixed|good):[\w#-]+)\n[\s\S]*?^```$/gm)) {
    // An example in YAML and one in JSON may share a name; they are named in their order.
    examples.set(m[1], [...(examples.get(m[1]) ?? []), m[0]]);
  }
  return page.replace(/<!-- example: ([\w:#-]+) -->/g, (_, name) => examples.get(name)?.shift() ?? '');
}

/** Without the roles that only the tests read. */
function published(page) {
  return page
    .replace(/^```(\w+) (?:bad|fixed|good):[\w#-]+$/gm, '```$1')
    .replace(/^<!-- no \w+: .* -->\n+/gm, '');
}
