/**
 * Reads the two files in which the vendor's tools keep keys: the CLI's `config.json` and the SDKs' ini file. Reads
 * them here, rather than through the SDK, because the SDK quotes a broken file, secrets included, in its error. No
 * reason that leaves this module holds anything from a file but the names of its profiles.
 */
import { readFile } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { objectOf, textOf } from './answer.ts';
import { fromIni } from './credential-modes.ts';
import type { CredentialsReason } from './reasons.ts';
import { errorCode } from './reasons.ts';

/** One named set of settings. Values are texts; numbers are kept in decimal. */
export interface Profile {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface ProfileFile {
  readonly path: string;
  readonly profiles: readonly Profile[];
  /** Name of the profile that applies when none is asked for. */
  readonly current: string;
}

export type ProfileFileResult =
  | { readonly kind: 'ok'; readonly file: ProfileFile }
  | { readonly kind: 'absent'; readonly path: string }
  | { readonly kind: 'error'; readonly reason: CredentialsReason };

/** Where the files are looked for; everything environmental is passed in. */
export interface FilePlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homedir: string;
  readonly platform: NodeJS.Platform;
}

/** `~/.aliyun/config.json`, as the CLI writes it. */
export function cliConfigPath(places: FilePlaces): string {
  return joinFor(places)(places.homedir, '.aliyun', 'config.json');
}

/** `~/.alibabacloud/credentials`, or what `ALIBABA_CLOUD_CREDENTIALS_FILE` names. */
export function credentialsFilePath(places: FilePlaces): string {
  return (
    places.env.ALIBABA_CLOUD_CREDENTIALS_FILE ||
    joinFor(places)(places.homedir, '.alibabacloud', 'credentials')
  );
}

/** Reads the CLI's configuration. */
export async function readCliConfig(path: string): Promise<ProfileFileResult> {
  const text = await read(path);
  if (typeof text !== 'string') return text;
  const errors: ParseError[] = [];
  const config = objectOf(parse(text, errors, { disallowComments: true, allowTrailingComma: false }));
  const error = errors[0];
  if (error !== undefined) {
    return {
      kind: 'error',
      reason: { code: 'file-not-json', file: path, ...positionOf(text, error.offset) },
    };
  }
  const list = config?.profiles;
  if (!Array.isArray(list)) return { kind: 'error', reason: { code: 'file-without-profiles', file: path } };
  const profiles = list.map(objectOf).flatMap((entry) => {
    const name = textOf(entry?.name);
    if (entry === null || name === '') return [];
    return { name, fields: Object.fromEntries(Object.entries(entry).map(([k, v]) => [k, textOf(v)])) };
  });
  return { kind: 'ok', file: { path, profiles, current: textOf(config?.current) || 'default' } };
}

/** Reads the SDKs' ini file: `[name]` sections of `key = value` lines, comments after `;` or `#`. */
export async function readCredentialsFile(path: string): Promise<ProfileFileResult> {
  const text = await read(path);
  if (typeof text !== 'string') return text;
  const sections = new Map<string, Record<string, string>>();
  let section: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[([^\]]*)\]\s*$/.exec(line)?.[1]?.trim();
    if (header !== undefined) {
      section = sections.get(header) ?? {};
      sections.set(header, section);
      continue;
    }
    const entry = /^\s*([^\s=;#][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
    if (entry?.[1] !== undefined && entry[2] !== undefined) section[entry[1]] = iniValue(entry[2]);
  }
  const profiles = [...sections].map(([name, fields]) => ({ name, fields }));
  return { kind: 'ok', file: { path, profiles, current: 'default' } };
}

export type ProfileFileKind = 'cli-config' | 'credentials-file';

/** One of the two files, read. */
export interface ReadFile {
  readonly kind: ProfileFileKind;
  /** The environment says to leave it alone. */
  readonly disabled: boolean;
  readonly result: ProfileFileResult;
}

/** Both files, the CLI's first. Sections of the ini file come in the CLI's spelling. */
export async function readProfileFiles(settings: FilePlaces): Promise<readonly ReadFile[]> {
  const cliPath = cliConfigPath(settings);
  const disabled = settings.env.ALIBABA_CLOUD_CLI_PROFILE_DISABLED?.toLowerCase() === 'true';
  const ini = await readCredentialsFile(credentialsFilePath(settings));
  return [
    {
      kind: 'cli-config',
      disabled,
      result: disabled ? { kind: 'absent', path: cliPath } : await readCliConfig(cliPath),
    },
    {
      kind: 'credentials-file',
      disabled: false,
      result:
        ini.kind === 'ok'
          ? { kind: 'ok', file: { ...ini.file, profiles: ini.file.profiles.map(fromIni) } }
          : ini,
    },
  ];
}

/** A value without its quotes, or without the comment behind it. */
function iniValue(text: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(text)?.[2];
  return quoted ?? text.replace(/\s+[;#].*$/, '');
}

async function read(path: string): Promise<string | Exclude<ProfileFileResult, { kind: 'ok' }>> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const detail = errorCode(error);
    if (detail === 'ENOENT' || detail === 'ENOTDIR') return { kind: 'absent', path };
    return { kind: 'error', reason: { code: 'file-unreadable', file: path, detail } };
  }
}

/** One-based line and column of an offset. */
function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function joinFor(places: FilePlaces): (...parts: string[]) => string {
  return places.platform === 'win32' ? win32.join : posix.join;
}
