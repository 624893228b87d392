/** The server bundle for tests, built once a process into a temporary folder with the product's own settings. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

let built: Promise<string> | undefined;

/** Folder that holds `server.js` and the rule pages. */
export function buildServer(): Promise<string> {
  built ??= (async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'alisg-server-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const script = pathToFileURL(path.resolve('scripts/build.mjs')).href;
    const { buildBundles } = (await import(script)) as {
      buildBundles(names: readonly string[], outdir: string): Promise<void>;
    };
    await buildBundles(['server'], folder);
    return folder;
  })();
  return built;
}
