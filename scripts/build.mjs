// Bundles the product into dist/. Usage: node scripts/build.mjs [--dev]
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The bundles of dist/, by name. `external` stays a run-time require. */
const bundles = [
  { in: 'client/src/extension.ts', out: 'extension', external: ['vscode', './cloud.js', './sandbox.js'] },
  { in: 'client/src/cloud/index.ts', out: 'cloud', external: [] },
  { in: 'server/src/lsp/node.ts', out: 'server', external: [] },
  { in: 'cli/src/main.ts', out: 'cli', external: ['./cloud.js', './sandbox.js'] },
  { in: 'sandbox/src/index.ts', out: 'sandbox', external: [] },
];

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

/** Builds every bundle; throws when one fails. */
export async function buildAll({ dev = false } = {}) {
  const dist = path.join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  return Promise.all(
    bundles.map((b) =>
      build({
        absWorkingDir: root,
        entryPoints: { [b.out]: b.in },
        outdir: 'dist',
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        // The ES module builds of these libraries shake; their CommonJS and UMD builds do not.
        mainFields: ['module', 'main'],
        charset: 'utf8',
        legalComments: 'none',
        minify: !dev,
        keepNames: false,
        sourcemap: dev ? 'linked' : false,
        external: b.external,
        plugins: [loadOnDemand],
        logLevel: 'warning',
        metafile: true,
        loader: { '.md': 'text' },
      }),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll({ dev: process.argv.includes('--dev') });
}
