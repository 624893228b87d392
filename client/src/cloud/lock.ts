/**
 * One lock per thing to be created, shared by all processes of this user: a file that exists while somebody is at it.
 * A lock of a process that has died is taken over, by exactly one of those who want it.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rename, unlink, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { objectOf } from './answer.ts';
import type { ProvisionReason } from './reasons.ts';
import { errorCode } from './reasons.ts';

export type LockResult =
  | { readonly kind: 'held'; readonly release: () => Promise<void> }
  | { readonly kind: 'busy'; readonly reason: Extract<ProvisionReason, { code: 'lock-held' }> }
  | { readonly kind: 'error'; readonly reason: Extract<ProvisionReason, { code: 'state-unwritable' }> };

/** What a lock file says about its holder. */
interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** When the process started, to tell it from a later one with the same pid; null where the system does not say. */
  readonly started: string | null;
  /** When the lock was taken, in milliseconds since the epoch. */
  readonly time: number;
}

/** A lock file without content is being written, for this long; after that its writer has died. */
const writingMs = 10_000;

/**
 * A lock of another machine (a shared home directory) counts for this long; whether its process lives cannot be asked.
 * Everything under a lock is bounded by time-outs of a few minutes.
 */
const foreignMs = 3_600_000;

/** Takes the lock `name` in a state directory, or says who has it. Never waits. */
export async function acquireLock(directory: string, name: string): Promise<LockResult> {
  const path = join(directory, 'locks', `${name}.lock`);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return await acquire(path, 0);
  } catch (error) {
    return { kind: 'error', reason: { code: 'state-unwritable', directory, detail: errorCode(error) } };
  }
}

/**
 * Taking over a dead holder's lock is guarded by a lock of its own (`….takeover`). Only who holds that may replace the
 * file, and only after seeing the dead holder's token in it once more: so nobody replaces a lock that somebody else has
 * just taken over. Should the guard itself be left over, the same applies to it.
 */
async function acquire(path: string, depth: number): Promise<LockResult> {
  const holder: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    started: processStart(process.pid),
    time: Date.now(),
  };
  if (await create(path, holder)) return held(path, holder);
  const seen = await inspect(path);
  if (seen.kind === 'gone' && (await create(path, holder))) return held(path, holder);
  const stale = seen.kind === 'stale' && depth < 3;
  const guard = stale ? await acquire(`${path}.takeover`, depth + 1) : null;
  if (guard?.kind === 'held') {
    try {
      const again = await inspect(path);
      if (again.kind === 'stale' && seen.kind === 'stale' && again.token === seen.token) {
        await replace(path, holder);
        return held(path, holder);
      }
    } finally {
      await guard.release();
    }
  }
  return {
    kind: 'busy',
    reason: { code: 'lock-held', pid: seen.kind === 'live' ? seen.pid : null, file: path },
  };
}

async function create(path: string, holder: Holder): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify(holder), 'utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  // A writer that slept between creating and writing may have been taken for dead meanwhile.
  return (await read(path))?.holder?.token === holder.token;
}

/** Puts a complete lock file in the place of another in one step. */
async function replace(path: string, holder: Holder): Promise<void> {
  const replacement = `${path}.${holder.token}`;
  try {
    await writeFile(replacement, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
    await rename(replacement, path);
  } catch (error) {
    await unlink(replacement).catch(() => {});
    throw error;
  }
}

function held(path: string, holder: Holder): LockResult {
  return {
    kind: 'held',
    release: async () => {
      const current = await read(path).catch(() => null);
      if (current?.holder?.token === holder.token) await unlink(path).catch(() => {});
    },
  };
}

type Inspection =
  | { readonly kind: 'gone' }
  | { readonly kind: 'live'; readonly pid: number | null }
  | { readonly kind: 'stale'; readonly token: string | null };

async function inspect(path: string): Promise<Inspection> {
  const file = await read(path);
  if (file === null) return { kind: 'gone' };
  const { holder } = file;
  if (holder !== null) {
    return isAlive(holder) ? { kind: 'live', pid: holder.pid } : { kind: 'stale', token: holder.token };
  }
  const age = Date.now() - file.modified;
  return age < writingMs ? { kind: 'live', pid: null } : { kind: 'stale', token: null };
}

/** A lock file's content (null: none yet) and its age, of one and the same file; null if there is no file. */
async function read(path: string): Promise<{ holder: Holder | null; modified: number } | null> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const { mtimeMs } = await file.stat();
    return { holder: parseHolder(await file.readFile('utf8')), modified: mtimeMs };
  } finally {
    await file.close();
  }
}

function parseHolder(text: string): Holder | null {
  let value: Readonly<Record<string, unknown>> | null;
  try {
    value = objectOf(JSON.parse(text));
  } catch {
    return null;
  }
  if (value === null) return null;
  const { token, pid, host, started, time } = value;
  if (typeof token !== 'string' || typeof pid !== 'number') return null;
  if (typeof host !== 'string' || typeof time !== 'number') return null;
  return { token, pid, host, started: typeof started === 'string' ? started : null, time };
}

/** Whether the process that took a lock still runs. In doubt it does. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return Date.now() - holder.time < foreignMs;
  if (holder.time < Date.now() - uptime() * 1000) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it exists, but belongs to somebody else.
    if (errorCode(error) !== 'EPERM') return false;
  }
  const started = processStart(holder.pid);
  if (holder.started !== null && started !== null) return holder.started === started;
  return holder.pid !== process.pid || holder.time >= Date.now() - process.uptime() * 1000;
}

/** Start time of a process in clock ticks since boot (field 22 of `/proc/PID/stat`, proc(5)); null elsewhere. */
function processStart(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is a name in parentheses that may itself hold spaces and parentheses.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
