/** The sources of the product, with what each file imports. For the tests of the architecture. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root for a relative import, otherwise the package name. */
  readonly target: string;
  readonly kind: 'static' | 'dynamic' | 'type';
}

export interface Source {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const importPattern =
  /^\s*(?:import|export)\s+(?<type>type\s)?[^'";]*?from\s+'(?<from>[^']+)'|^\s*import\s+'(?<bare>[^']+)'|\bimport\(\s*'(?<dynamic>[^']+)'\s*\)(?<member>\.\w+)?/gm;

/** Every TypeScript file below some folders, in the order of paths. */
export function sources(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => path.join(folder, file).replaceAll('\\', '/'))
      .sort()
      .map(readSource),
  );
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const imports: Import[] = [];
  for (const m of text.matchAll(importPattern)) {
    const { type, from, bare, dynamic, member } = m.groups ?? {};
    const specifier = from ?? bare ?? dynamic ?? '';
    // `import('x').Name` is the type of something, not a module that is loaded.
    const kind =
      type !== undefined || member !== undefined ? 'type' : dynamic !== undefined ? 'dynamic' : 'static';
    const target = specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), specifier)
      : packageOf(specifier);
    imports.push({ specifier, target, kind });
  }
  return { path: file, text, imports };
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}
