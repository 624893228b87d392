/**
 * The record of what this machine has asked the cloud to create: one line of JSON per event, appended, never changed.
 * An intent is on disk before its request leaves, so that a crash leaves a question instead of a forgotten group.
 * Holds no secret: masked ids, hashes, names and ids of groups.
 */
import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readFile } from 'node:fs/promises';
import { homedir as systemHomedir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import { objectOf } from './answer.ts';
import type { ProvisionReason } from './reasons.ts';
import { errorCode } from './reasons.ts';

/** What is about to be asked. */
export interface IntentRecord {
  readonly type: 'intent';
  /** Identifies the intent. */
  readonly intent: string;
  /** ISO 8601. */
  readonly time: string;
  readonly product: string;
  readonly action: string;
  /** Scheme, host and port. */
  readonly endpoint: string;
  readonly maskedId: string;
  /** SHA-256 of who asks (`principalOf`), or null when that is not known for certain. */
  readonly principal: string | null;
  readonly groupName: string | null;
  /** SHA-256 of the action and its parameters. */
  readonly content: string;
  /** Ids of the groups of this name that existed before; null if that could not be learnt. */
  readonly listed: readonly string[] | null;
  /** Made while it was open what became of an earlier attempt at the same thing: a new group may be that one's. */
  readonly afterUnknown: boolean;
  /** Definition file, if the caller gave one. */
  readonly file: string | null;
}

/** What became of an intent. `unknown` leaves it open; everything else settles it. */
export type RecordedOutcome =
  | { readonly kind: 'created'; readonly SecurityGroupId: string; readonly RequestId: string | null }
  | { readonly kind: 'adopted'; readonly SecurityGroupId: string }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly httpStatus: number;
      readonly RequestId: string | null;
    }
  | { readonly kind: 'not-sent'; readonly code: string }
  | { readonly kind: 'unknown'; readonly code: string }
  /** The user knows that it is unknown and has gone on. */
  | { readonly kind: 'acknowledged' };

export interface OutcomeRecord {
  readonly type: 'outcome';
  readonly intent: string;
  readonly time: string;
  readonly outcome: RecordedOutcome;
}

export type JournalRecord = IntentRecord | OutcomeRecord;

/** An intent with the last thing that was recorded about it. */
export interface JournalEntry {
  readonly intent: IntentRecord;
  readonly outcome: RecordedOutcome | null;
}

/** A file operation that failed, as a value. */
export type StateResult =
  | { readonly kind: 'ok' }
  | { readonly kind: 'error'; readonly reason: Extract<ProvisionReason, { code: 'state-unwritable' }> };

export type JournalContents =
  | { readonly kind: 'ok'; readonly entries: readonly JournalEntry[] }
  | Extract<StateResult, { kind: 'error' }>;

/** A new identifier for an intent. */
export function newIntentId(): string {
  return randomUUID();
}

/**
 * Where state is kept: `$XDG_STATE_HOME/alisg`, else `~/.local/state/alisg` (XDG Base Directory Specification 0.8); on
 * Windows `%LOCALAPPDATA%\alisg`.
 */
export function defaultStateDirectory(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  homedir: string = env[platform === 'win32' ? 'USERPROFILE' : 'HOME'] || systemHomedir(),
): string {
  if (platform === 'win32') {
    return win32.join(env.LOCALAPPDATA || win32.join(homedir, 'AppData', 'Local'), 'alisg');
  }
  // "All paths must be absolute. If an implementation encounters a relative path, it should ignore it."
  const xdg = env.XDG_STATE_HOME ?? '';
  return posix.isAbsolute(xdg) ? posix.join(xdg, 'alisg') : posix.join(homedir, '.local', 'state', 'alisg');
}

/** The journal in a directory. */
export class Journal {
  readonly path: string;

  constructor(readonly directory: string) {
    this.path = join(directory, 'journal.jsonl');
  }

  /**
   * Appends one record and waits until it is on disk. Starts a new line first if a crash has torn the last one. The
   * directory is created for the user alone; one that exists keeps its mode.
   */
  async append(record: JournalRecord): Promise<StateResult> {
    let file: FileHandle | null = null;
    try {
      await mkdir(this.directory, { recursive: true, mode: 0o700 });
      file = await open(this.path, 'a+', 0o600);
      await file.chmod(0o600);
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      const torn = size > 0 && last.toString('latin1') !== '\n';
      await file.appendFile(`${torn ? '\n' : ''}${JSON.stringify(record)}\n`, 'utf8');
      await file.sync();
      if (size === 0) await syncDirectory(this.directory);
      return { kind: 'ok' };
    } catch (error) {
      return this.failed(error);
    } finally {
      await file?.close().catch(() => {});
    }
  }

  /** All intents in the order in which they were made. Lines that cannot be read (a torn one) are passed over. */
  async read(): Promise<JournalContents> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      return errorCode(error) === 'ENOENT' ? { kind: 'ok', entries: [] } : this.failed(error);
    }
    const entries = new Map<string, JournalEntry>();
    for (const line of text.split('\n')) {
      const record = parseRecord(line);
      if (record?.type === 'intent') entries.set(record.intent, { intent: record, outcome: null });
      const known = record?.type === 'outcome' ? entries.get(record.intent) : undefined;
      if (record?.type === 'outcome' && known !== undefined) {
        entries.set(record.intent, { intent: known.intent, outcome: record.outcome });
      }
    }
    return { kind: 'ok', entries: [...entries.values()] };
  }

  private failed(error: unknown): Extract<StateResult, { kind: 'error' }> {
    const { directory } = this;
    return { kind: 'error', reason: { code: 'state-unwritable', directory, detail: errorCode(error) } };
  }
}

/** Whether it is still open what became of an intent. */
export function isUnresolved(entry: JournalEntry): boolean {
  return entry.outcome === null || entry.outcome.kind === 'unknown';
}

/** The group that an intent has turned out to have made, or null. */
export function groupOf(entry: JournalEntry): string | null {
  const { outcome } = entry;
  return outcome?.kind === 'created' || outcome?.kind === 'adopted' ? outcome.SecurityGroupId : null;
}

/** The intents in a state directory of which it is open what became of them. */
export async function listUnresolved(directory: string): Promise<JournalContents> {
  const contents = await new Journal(directory).read();
  return contents.kind === 'ok' ? { kind: 'ok', entries: contents.entries.filter(isUnresolved) } : contents;
}

/** A record, or null for a line that is none. Only this program writes the file, so the shape is checked in outline. */
function parseRecord(line: string): JournalRecord | null {
  if (line.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  return isRecord(value) ? value : null;
}

function isRecord(value: unknown): value is JournalRecord {
  const record = objectOf(value);
  if (record === null || typeof record.intent !== 'string' || typeof record.time !== 'string') return false;
  if (record.type === 'outcome') return typeof objectOf(record.outcome)?.kind === 'string';
  return (
    record.type === 'intent' &&
    typeof record.endpoint === 'string' &&
    typeof record.content === 'string' &&
    typeof record.maskedId === 'string' &&
    (record.listed === null || Array.isArray(record.listed))
  );
}

/** Makes a new file's name survive a crash. Windows has no such operation and needs none. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
