/**
 * Finds the key of the user: environment, then the CLI's profile, then the SDKs' ini file, or the one profile that is
 * asked for. Looks at files only; a key that has to be fetched is fetched by `get()`. Never asks the metadata address
 * of a cloud instance unless a profile says so, and never lets a text of the SDK or of a file out.
 */
import { homedir as systemHomedir } from 'node:os';
import type { AccessKey } from './access-key.ts';
import { malformedPart, maskAccessKeyId } from './access-key.ts';
import type { Profile, ProfileFile, ProfileFileKind } from './credential-files.ts';
import { readProfileFiles } from './credential-files.ts';
import type { Mode } from './credential-modes.ts';
import {
  fetcher,
  iniTypes,
  missingFields,
  modeOf,
  modes,
  principalOf,
  shownMode,
  signInExpired,
} from './credential-modes.ts';
import { environmentKey, environmentRegion } from './environment-key.ts';
import { obtain } from './obtain-key.ts';
import type { CredentialsReason, Looked } from './reasons.ts';

export interface CredentialOptions {
  /** Profile to use; without it, the order above decides. */
  readonly profile?: string;
  /** Allows profiles that run a program of the user or rewrite the CLI's configuration. */
  readonly allowExternal?: boolean;
  /** Default `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Default: `HOME` (Windows: `USERPROFILE`) of `env`, then the system's answer. */
  readonly homedir?: string;
  readonly platform?: NodeJS.Platform;
  readonly now?: () => Date;
  /** How long fetching a key may take, in milliseconds; default 30 s, with a program of the user 70 s. */
  readonly fetchTimeoutMs?: number;
}

/** Where a key comes from, for people. */
export interface CredentialSource {
  readonly kind: 'environment' | 'cli-config' | 'credentials-file';
  readonly profile?: string;
  readonly mode: Mode;
  readonly region?: string;
}

export type KeyResult =
  | { readonly kind: 'ok'; readonly key: AccessKey }
  | { readonly kind: 'error'; readonly reason: CredentialsReason | { readonly code: 'cancelled' } };

/** A way to a key. */
export interface FoundCredentials {
  readonly kind: 'ok';
  readonly source: CredentialSource;
  /** Of the long-term key; null where there is none before `get()`. */
  readonly maskedId: string | null;
  /** See `principalOf`. */
  readonly principal: string | null;
  /** The key, fetched if necessary; fetched keys are kept while they are good. */
  readonly get: (signal?: AbortSignal) => Promise<KeyResult>;
}

export type CredentialsResult =
  | FoundCredentials
  | { readonly kind: 'none'; readonly looked: readonly Looked[]; readonly reason: CredentialsReason }
  | { readonly kind: 'error'; readonly reason: CredentialsReason };

type Settings = Required<Omit<CredentialOptions, 'profile' | 'fetchTimeoutMs'>> & {
  readonly profile: string | null;
  readonly fetchTimeoutMs: number | null;
};

/** Finds the key to be used. Never throws. */
export async function resolveCredentials(options: CredentialOptions = {}): Promise<CredentialsResult> {
  const settings = settle(options);
  const { env } = settings;
  if (settings.profile === null) {
    const found = environmentKey(env);
    if (found.kind === 'error') return found;
    if (found.kind === 'ok') return fromEnvironment(found.key, settings);
  }
  if (env.ALIBABA_CLOUD_IGNORE_PROFILE?.toLowerCase() === 'true' && settings.profile === null) {
    return none([{ place: 'environment', file: null, found: 'nothing' }]);
  }
  return fromFiles(settings, settings.profile ?? (env.ALIBABA_CLOUD_PROFILE || null));
}

/** Fills in the defaults. */
export function settle(options: CredentialOptions): Settings {
  const env = options.env ?? process.env;
  const platform = options.platform ?? process.platform;
  return {
    profile: options.profile || null,
    allowExternal: options.allowExternal ?? false,
    env,
    platform,
    homedir: options.homedir ?? (env[platform === 'win32' ? 'USERPROFILE' : 'HOME'] || systemHomedir()),
    now: options.now ?? (() => new Date()),
    fetchTimeoutMs: options.fetchTimeoutMs ?? null,
  };
}

function fromEnvironment(key: AccessKey, settings: Settings): FoundCredentials {
  const part = malformedPart(key);
  const region = environmentRegion(settings.env);
  return {
    kind: 'ok',
    source: {
      kind: 'environment',
      mode: key.token === undefined ? 'AK' : 'StsToken',
      ...(region === null ? {} : { region }),
    },
    maskedId: maskAccessKeyId(key.id),
    principal: key.token === undefined ? `ak:${key.id}` : null,
    get: async () =>
      part === null
        ? { kind: 'ok', key }
        : { kind: 'error', reason: { code: 'key-malformed', profile: null, part } },
  };
}

/** The named profile wherever it is, or else the current one of the first file that has one worth the name. */
async function fromFiles(settings: Settings, wanted: string | null): Promise<CredentialsResult> {
  const looked: Looked[] = [{ place: 'environment', file: null, found: 'nothing' }];
  const available: string[] = [];
  for (const { kind, disabled, result } of await readProfileFiles(settings)) {
    if (result.kind === 'error') return result;
    if (result.kind === 'absent') {
      looked.push({ place: kind, file: result.path, found: disabled ? 'disabled' : 'nothing' });
      continue;
    }
    const { file } = result;
    const profile = file.profiles.find((p) => p.name === (wanted ?? file.current));
    available.push(...file.profiles.map((p) => p.name));
    if (profile !== undefined && !(wanted === null && isEmpty(profile))) {
      return fromProfile(profile, kind, file, settings);
    }
    const isNamedInFile = kind === 'cli-config' && file.current !== 'default' && profile === undefined;
    if (wanted === null && isNamedInFile) return notFound(file.current, available);
    looked.push({ place: kind, file: file.path, found: profile === undefined ? 'nothing' : 'empty-profile' });
  }
  return wanted === null ? none(looked) : notFound(wanted, available);
}

/** A profile that was never filled in; the CLI creates such a `default` on its first run. */
function isEmpty(profile: Profile): boolean {
  const mode = profile.fields.mode ?? '';
  const keyless = !profile.fields.access_key_id && !profile.fields.access_key_secret;
  return keyless && (mode === '' || modeOf(profile) === 'AK');
}

async function fromProfile(
  profile: Profile,
  kind: ProfileFileKind,
  file: ProfileFile,
  settings: Settings,
): Promise<CredentialsResult> {
  const problem = check(profile, kind, file, settings, []);
  if (problem !== null) return { kind: 'error', reason: problem };
  const mode = modeOf(profile) ?? 'AK';
  const id = profile.fields.access_key_id ?? '';
  const region = profile.fields.region_id || environmentRegion(settings.env);
  const start = () => fetcher(profile, { ...settings, source: (p) => sourceOf(p, file) });
  return {
    kind: 'ok',
    source: { kind, profile: profile.name, mode, ...(region ? { region } : {}) },
    maskedId: ['AK', 'StsToken', 'RamRoleArn'].includes(mode) && id !== '' ? maskAccessKeyId(id) : null,
    principal: principalOf(profile, mode),
    get: obtain(start, {
      profile: profile.name,
      mode,
      timeoutMs: settings.fetchTimeoutMs ?? (mode === 'External' ? 70_000 : 30_000),
    }),
  };
}

/** What keeps a profile, or one that it builds on, from being used. */
function check(
  profile: Profile,
  kind: ProfileFileKind,
  file: ProfileFile,
  settings: Settings,
  seen: readonly string[],
): CredentialsReason | null {
  const { name } = profile;
  const mode = modeOf(profile);
  if (mode === null) {
    const supported = kind === 'cli-config' ? Object.keys(modes) : iniTypes;
    return { code: 'mode-unsupported', profile: name, mode: shownMode(profile), supported };
  }
  const missing = missingFields(profile, mode);
  if (missing.length > 0) return { code: 'profile-incomplete', profile: name, file: file.path, missing };
  if (signInExpired(profile, mode, settings.now())) return { code: 'sign-in-expired', profile: name };
  if (modes[mode].needsConsent && !settings.allowExternal) {
    return { code: 'external-not-allowed', profile: name, mode };
  }
  if (mode !== 'ChainableRamRoleArn') return null;
  if (seen.includes(name)) return { code: 'profile-cycle', profile: name };
  const source = sourceOf(profile, file);
  if (source === null) {
    const available = file.profiles.map((p) => p.name);
    return { code: 'profile-not-found', profile: profile.fields.source_profile ?? '', available };
  }
  return check(source, kind, file, settings, [...seen, name]);
}

function sourceOf(profile: Profile, file: ProfileFile): Profile | null {
  return file.profiles.find((p) => p.name === profile.fields.source_profile) ?? null;
}

function none(looked: readonly Looked[]): CredentialsResult {
  return { kind: 'none', looked, reason: { code: 'no-credentials', looked } };
}

function notFound(profile: string, available: readonly string[]): CredentialsResult {
  return { kind: 'error', reason: { code: 'profile-not-found', profile, available } };
}
