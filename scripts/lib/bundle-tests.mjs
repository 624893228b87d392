// Turns tests in TypeScript into JavaScript that Node.js can run. Needs the installed dependencies.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { atEnd } from './at-end.mjs';
import { inRoot, root } from './root.mjs';
import { removeFolder } from './temporary-folder.mjs';

/**
 * The files below `folder` (relative to the project) whose names end in `ending`, sorted, relative to the project.
 * With `parts` only those whose path contains one of them.
 */
export function findTestFiles(folder, { ending = '.test.ts', parts = [] } = {}) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .sort();
}

/**
 * Creates a folder in `out-test/` that is removed when this process ends. It lies in the project, so that packages are
 * found from it, and is this process's own, so that two runs do not disturb each other.
 */
export function outputFolder(name) {
  const folder = inRoot('out-test', `${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  atEnd(() => removeFolder(folder));
  return folder;
}

/** The scripts go by where they lie, so a test that uses one imports it from there. */
const scriptsInPlace = {
  name: 'scripts-in-place',
  setup(b) {
    b.onResolve({ filter: /\/scripts\/.*\.mjs$/ }, (args) => ({
      path: pathToFileURL(path.resolve(args.resolveDir, args.path)).href,
      external: true,
    }));
  },
};

/**
 * Bundles each of `files` into `folder` and returns the results' paths. `base` is the folder below which the layout is
 * kept. Packages stay imports.
 */
export async function bundleTests(files, folder, { base, format = 'esm', external = [] }) {
  const extension = format === 'esm' ? '.mjs' : '.cjs';
  await build({
    absWorkingDir: root,
    entryPoints: files,
    outbase: base,
    outdir: folder,
    outExtension: { '.js': extension },
    bundle: true,
    splitting: format === 'esm',
    platform: 'node',
    target: 'node20',
    format,
    packages: 'external',
    external,
    sourcemap: 'inline',
    charset: 'utf8',
    loader: { '.md': 'text' },
    plugins: format === 'esm' ? [scriptsInPlace] : [],
    logLevel: 'warning',
  });
  return files.map((file) => path.join(folder, path.relative(base, file).replace(/\.[^.]+$/, extension)));
}
