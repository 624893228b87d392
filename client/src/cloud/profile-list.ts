/**
 * Lists the profiles on this machine, for a choice. Names, modes and masked ids only; no key leaves this module.
 */
import { maskAccessKeyId } from './access-key.ts';
import type { Profile, ProfileFile, ProfileFileKind } from './credential-files.ts';
import { readProfileFiles } from './credential-files.ts';
import { modeOf, modes, shownMode } from './credential-modes.ts';
import type { CredentialOptions } from './credentials.ts';
import { settle } from './credentials.ts';
import type { CredentialsReason } from './reasons.ts';

/** One profile, as a list of choices shows it. */
export interface ProfileSummary {
  readonly name: string;
  readonly kind: ProfileFileKind;
  readonly file: string;
  /** As written in the file; empty if absent. */
  readonly mode: string;
  readonly supported: boolean;
  readonly needsConsent: boolean;
  /** Applies when no profile is named. */
  readonly current: boolean;
  readonly maskedId: string | null;
  readonly region: string | null;
}

/** All profiles of both files, and what could not be read. */
export async function listProfiles(options: CredentialOptions = {}): Promise<{
  readonly profiles: readonly ProfileSummary[];
  readonly problems: readonly CredentialsReason[];
}> {
  const files = await readProfileFiles(settle(options));
  const profiles: ProfileSummary[] = [];
  const problems: CredentialsReason[] = [];
  for (const { kind, result } of files) {
    if (result.kind === 'error') problems.push(result.reason);
    if (result.kind !== 'ok') continue;
    for (const profile of result.file.profiles) profiles.push(summarise(profile, kind, result.file));
  }
  return { profiles, problems };
}

function summarise(profile: Profile, kind: ProfileFileKind, file: ProfileFile): ProfileSummary {
  const mode = modeOf(profile);
  const id = profile.fields.access_key_id ?? '';
  return {
    name: profile.name,
    kind,
    file: file.path,
    mode: mode ?? shownMode(profile),
    supported: mode !== null,
    needsConsent: mode !== null && modes[mode].needsConsent,
    current: profile.name === file.current,
    maskedId: id === '' ? null : maskAccessKeyId(id),
    region: profile.fields.region_id || null,
  };
}
