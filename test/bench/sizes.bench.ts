/** Sizes of the bundles in dist/, plain and compressed. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

console.log('bundle sizes, KB (compressed)');
for (const file of readdirSync('dist').filter((f) => f.endsWith('.js'))) {
  const bytes = readFileSync(path.join('dist', file));
  const kb = (n: number) => (n / 1024).toFixed(0).padStart(5);
  const budget = file === 'server.js' ? '   budget 500' : '';
  console.log(`${file.padEnd(14)}${kb(bytes.length)} (${kb(gzipSync(bytes).length).trim()})${budget}`);
}
