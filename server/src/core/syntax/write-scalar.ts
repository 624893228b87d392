/** Writes scalars so that they read back as the same value. */
import { parse } from 'yaml';
import type { Syntax } from './file.ts';
import type { ScalarStyle } from './tree.ts';

/** The value as source text. In YAML a text stays plain when that reads back the same in block and in flow style. */
export function writeScalar(value: string | number, syntax: Syntax, style: ScalarStyle = 'plain'): string {
  if (typeof value === 'number') return String(value);
  if (syntax === 'json' || style === 'double-quoted') return JSON.stringify(value);
  if (style === 'single-quoted' && !/[\r\n]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return readsBackPlain(value) ? value : JSON.stringify(value);
}

/** Port pairs and IPv4 blocks, which YAML takes for nothing else: the parser need not be asked. */
const surelyPlain = /^\d[\d.]*\/\d+$/;

function readsBackPlain(value: string): boolean {
  if (surelyPlain.test(value)) return true;
  if (value === '' || /[\r\n\t]/.test(value) || value.trim() !== value) return false;
  try {
    const [block, flow] = parse(`- ${value}\n- [${value}]\n`, { logLevel: 'silent' }) as [unknown, unknown[]];
    return block === value && flow.length === 1 && flow[0] === value;
  } catch {
    return false;
  }
}
