/** The built command line as a child process, in a folder of its own, with an environment that holds nothing of ours. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';

let built: Promise<string> | undefined;

/** Path of `cli.js`, built once a process, beside the bundles that it loads on demand. */
export function buildCli(): Promise<string> {
  built ??= (async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'alisg-cli-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const script = pathToFileURL(path.resolve('scripts/build.mjs')).href;
    const { buildBundles } = (await import(script)) as {
      buildBundles(names: readonly string[], outdir: string): Promise<unknown>;
    };
    await buildBundles(['cli', 'cloud', 'sandbox'], folder);
    return path.join(folder, 'cli.js');
  })();
  return built;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; none without it. */
  readonly input?: string | Uint8Array;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly finished: Promise<Finished>;
  /** What has been written so far. */
  stdout(): string;
  stderr(): string;
}

/** A folder for one test. */
export interface Place {
  readonly folder: string;
  /** Writes a file, given by its path in the folder, and returns its absolute path. */
  write(name: string, content: string | Uint8Array): string;
  start(args: readonly string[], options?: RunOptions): Promise<Running>;
  run(args: readonly string[], options?: RunOptions): Promise<Finished>;
}

/** Makes a folder that goes when the test ends, and with it every command that still runs. */
export function placeFor(context: TestContext): Place {
  const folder = mkdtempSync(path.join(tmpdir(), 'alisg-test-'));
  const running: Running[] = [];
  context.after(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all(running.map((r) => r.finished));
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (args: readonly string[], { env = {}, input }: RunOptions = {}): Promise<Running> => {
    const cli = await buildCli();
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      env: environment(folder, env),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const started = follow(child);
    running.push(started);
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    return started;
  };
  return {
    folder,
    write(name, content) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    start,
    run: async (args, options) => (await start(args, options)).finished,
  };
}

/** An environment with nobody's credentials, journal, language or colours. */
export function environment(
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    XDG_STATE_HOME: path.join(folder, 'state'),
    LANG: 'C.UTF-8',
    ...more,
  };
}

function follow(child: Running['child']): Running {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, finished, stdout: () => stdout, stderr: () => stderr };
}

/** Runs a shell command and returns what it prints. */
export async function shell(command: string, ...args: string[]): Promise<string> {
  const child = spawn('sh', ['-c', command, 'sh', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return text(child.stdout);
}

/** Polls until something is so. */
export async function eventually(isSo: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
