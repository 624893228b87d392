// Makes the extension's package, dist/alicloud-security-group.vsix. Usage: node scripts/package.mjs [--built]
// With --built it takes dist/ as it is; otherwise it builds first, because a stale bundle is worse than a slow one.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { mustRun } from './lib/processes.mjs';
import { inRoot, isMain, root } from './lib/root.mjs';
import { failWith } from './lib/terminal.mjs';

/** Where the package goes. */
export const vsixFile = inRoot('dist', 'alicloud-security-group.vsix');

/** Builds unless `built`, packages, and returns the path of the package. */
export async function packageExtension({ built = false } = {}) {
  if (!built) await mustRun(process.execPath, [inRoot('scripts', 'build.mjs')], { cwd: root });
  const vsce = inRoot('node_modules', '@vscode', 'vsce', 'vsce');
  const { repository } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  // Without a repository there is no address that relative links of the README could be made to point at.
  const links = repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links'];
  // Everything is bundled, so the package holds no node_modules.
  const args = [vsce, 'package', '--no-dependencies', ...links, '--out', vsixFile];
  await mustRun(process.execPath, args, { cwd: root, limitMs: 180_000 });
  return vsixFile;
}

if (isMain(import.meta.url)) {
  try {
    const file = await packageExtension({ built: process.argv.includes('--built') });
    console.log(`${path.relative(root, file)} (${(statSync(file).size / 1024).toFixed(0)} KB)`);
  } catch (error) {
    failWith(error);
  }
}
