// Bundles the product into dist/ and lays the rule pages beside it. Usage: node scripts/build.mjs [--dev]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { isMain, root } from './lib/root.mjs';
import { rulePages } from './lib/rule-pages.mjs';
import { failWith } from './lib/terminal.mjs';

/** The bundles, by name. `external` stays a run-time require. */
const bundles = {
  extension: { in: 'client/src/extension.ts', external: ['vscode', './cloud.js', './sandbox.js'] },
  cloud: { in: 'client/src/cloud/index.ts', external: [] },
  server: { in: 'server/src/lsp/node.ts', external: [] },
  cli: { in: 'cli/src/main.ts', external: ['./cloud.js', './sandbox.js'] },
  sandbox: { in: 'sandbox/src/index.ts', external: [] },
};

/** What is a bundle of its own, loaded when it is needed and not before: a dynamic import of it stays an import. */
const onDemand = [
  { filter: /\/cloud\/index\.ts$/, path: './cloud.js' },
  { filter: /sandbox\/src\/index\.ts$/, path: './sandbox.js' },
];
const loadOnDemand = {
  name: 'load-on-demand',
  setup(b) {
    for (const { filter, path: bundle } of onDemand) {
      b.onResolve({ filter }, (args) =>
        args.kind === 'dynamic-import' ? { path: bundle, external: true } : undefined,
      );
    }
  },
};

/** Builds some bundles, with the rule pages, into a folder. Resolves with the metafile of each, by name. */
export async function buildBundles(names, outdir, { dev = false } = {}) {
  writeRulePages(outdir);
  const results = await Promise.all(names.map((name) => buildBundle(name, outdir, dev)));
  return Object.fromEntries(names.map((name, i) => [name, results[i].metafile]));
}

/** Builds the whole product into dist/. */
export async function buildAll(options = {}) {
  const dist = path.join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  return buildBundles(Object.keys(bundles), dist, options);
}

function buildBundle(name, outdir, dev) {
  const { in: entry, external } = bundles[name];
  return build({
    absWorkingDir: root,
    entryPoints: { [name]: entry },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The ES module builds of these libraries shake; their CommonJS and UMD builds do not.
    mainFields: ['module', 'main'],
    charset: 'utf8',
    legalComments: 'none',
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    external,
    plugins: [loadOnDemand],
    logLevel: 'warning',
    metafile: true,
  });
}

function writeRulePages(outdir) {
  for (const [file, text] of Object.entries(rulePages())) {
    const at = path.join(outdir, 'rules', file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
}

if (isMain(import.meta.url)) {
  // esbuild has printed what is wrong with the source; a stack of ours would not help.
  await buildAll({ dev: process.argv.includes('--dev') }).catch(failWith);
}
