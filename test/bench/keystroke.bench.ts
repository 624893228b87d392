/**
 * Keystroke → diagnostics over stdio, beside the round trip of a server that does nothing, in the same run. Every
 * keystroke is sent alone and its own diagnostics awaited: no debounce hides the cost.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { StdioClient } from './stdio-client.ts';

const warmUp = 50;
const counted = 300;

function definition(rules: number): string {
  const items = Array.from({ length: rules }, (_, i) => {
    const [a, b] = [1 + (i % 200), Math.floor(i / 200) % 250];
    return `  - Direction: ingress\n    IpProtocol: TCP\n    PortRange: ${1000 + i}/${1000 + i}\n    Policy: Accept\n    Priority: ${1 + (i % 100)}\n    SourceCidrIp: 10.${a}.${b}.0/24\n    Description: Rule number ${i}\n`;
  });
  return `Product: ENS\nSecurityGroupName: bench\nPermissions:\n${items.join('')}`;
}

/** Milliseconds from each keystroke to its diagnostics: typing and deleting a letter in descriptions of the file. */
async function measure(args: readonly string[], text: string): Promise<{ times: number[]; rss: number }> {
  const client = new StdioClient(args);
  await client.initialize();
  const uri = 'file:///bench.sg.yaml';
  await client.publishedAfter('textDocument/didOpen', {
    textDocument: { uri, version: 0, languageId: 'alicloud-sg-yaml', text },
  } as never);
  const lines = text.split('\n');
  const rows = lines.flatMap((line, i) => (line.startsWith('    Description') ? [i] : []));
  const times: number[] = [];
  for (let i = 0; i < warmUp + counted; i++) {
    const line = rows[Math.floor(i / 2) % rows.length] ?? 0;
    const character = (lines[line] ?? '').length;
    const insert = i % 2 === 0;
    const range = { start: { line, character }, end: { line, character: character + (insert ? 0 : 1) } };
    const params = {
      textDocument: { uri, version: i + 1 },
      contentChanges: [{ range, text: insert ? 'x' : '' }],
    };
    const start = performance.now();
    await client.publishedAfter('textDocument/didChange', params);
    if (i >= warmUp) times.push(performance.now() - start);
  }
  const rss = residentMegabytes(client.pid);
  client.stop();
  return { times, rss };
}

/** Resident memory of a process on Linux; NaN elsewhere. */
function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

function quantile(times: readonly number[], q: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN).toFixed(2);
}

const server = [path.resolve('dist/server.js'), '--stdio'];
const floor = [path.resolve('test/bench/floor-server.mjs')];
console.log('keystroke → diagnostics, ms (median / 95th percentile), and resident memory of the process');
console.log('rules   empty server     alicloud-sg      ratio   memory   budget');
const budgets: Record<number, string> = { 200: '2 ms, 80 MB', 2000: '3 ms', 20000: '5 ms' };
for (const rules of [200, 2000, 20_000]) {
  const text = definition(rules);
  const f = await measure(floor, text);
  const s = await measure(server, text);
  const cell = (t: readonly number[]) => `${quantile(t, 0.5)} / ${quantile(t, 0.95)}`.padEnd(17);
  const ratio = (Number(quantile(s.times, 0.5)) / Number(quantile(f.times, 0.5))).toFixed(1).padEnd(8);
  console.log(
    `${String(rules).padEnd(8)}${cell(f.times)}${cell(s.times)}${ratio}${s.rss.toFixed(0)} MB    ${budgets[rules]}`,
  );
}
