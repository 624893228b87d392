/**
 * What each kind of profile needs and how its key is obtained. Static keys are taken as they stand; everything else is
 * fetched by one named provider of `@alicloud/credentials`, loaded only then. The SDK's default chain is never used:
 * it asks the metadata address of a cloud instance on machines that are none. The SDK's error texts are never passed
 * on: they quote answers, addresses and files.
 */
import type { AccessKey } from './access-key.ts';
import type { Profile } from './credential-files.ts';

/** Name of a profile's mode; the CLI's spelling, also for the ini file. */
export type Mode =
  | 'AK'
  | 'StsToken'
  | 'RamRoleArn'
  | 'ChainableRamRoleArn'
  | 'EcsRamRole'
  | 'OIDC'
  | 'CredentialsURI'
  | 'CloudSSO'
  | 'External'
  | 'OAuth';

interface ModeFacts {
  /** Fields without which the mode cannot work. */
  readonly required: readonly string[];
  /** Runs a program of the user or rewrites the CLI's configuration, so it needs consent. */
  readonly needsConsent: boolean;
}

/** Modes that work, with the fields that the CLI itself insists on for each. */
export const modes: Readonly<Record<Mode, ModeFacts>> = {
  AK: { required: ['access_key_id', 'access_key_secret'], needsConsent: false },
  StsToken: { required: ['access_key_id', 'access_key_secret', 'sts_token'], needsConsent: false },
  RamRoleArn: { required: ['access_key_id', 'access_key_secret', 'ram_role_arn'], needsConsent: false },
  ChainableRamRoleArn: { required: ['source_profile', 'ram_role_arn'], needsConsent: false },
  EcsRamRole: { required: [], needsConsent: false },
  OIDC: { required: ['oidc_provider_arn', 'oidc_token_file', 'ram_role_arn'], needsConsent: false },
  CredentialsURI: { required: ['credentials_uri'], needsConsent: false },
  CloudSSO: {
    required: ['cloud_sso_sign_in_url', 'cloud_sso_account_id', 'cloud_sso_access_config'],
    needsConsent: false,
  },
  External: { required: ['process_command'], needsConsent: true },
  OAuth: { required: ['oauth_site_type'], needsConsent: true },
};

/** The ini file's names for three of the modes, and its spelling of their fields. */
const iniModes: Readonly<Record<string, Mode>> = {
  access_key: 'AK',
  ram_role_arn: 'RamRoleArn',
  ecs_ram_role: 'EcsRamRole',
};
const iniFields: Readonly<Record<string, string>> = {
  role_arn: 'ram_role_arn',
  role_session_name: 'ram_session_name',
  role_name: 'ram_role_name',
};

/** `type` values of the ini file that work. */
export const iniTypes: readonly string[] = Object.keys(iniModes);

/** A section of the ini file as if the CLI had written it; a type that is not known becomes the mode as it stands. */
export function fromIni(section: Profile): Profile {
  const type = section.fields.type ?? '';
  const fields = Object.entries(section.fields).map(([name, value]) => [iniFields[name] ?? name, value]);
  return { name: section.name, fields: { ...Object.fromEntries(fields), mode: iniModes[type] ?? type } };
}

/** The mode of a profile, in any letter case as the CLI reads it; null if it is none that works. */
export function modeOf(profile: Profile): Mode | null {
  const written = (profile.fields.mode ?? '').toLowerCase();
  for (const mode of Object.keys(modes)) {
    if (isMode(mode) && mode.toLowerCase() === written) return mode;
  }
  return null;
}

/** A mode as written, if it looks like one: a file may hold anything in its place. */
export function shownMode(profile: Profile): string {
  const written = profile.fields.mode ?? '';
  return /^[A-Za-z_]{0,32}$/.test(written) ? written : '?';
}

function isMode(text: string): text is Mode {
  return Object.hasOwn(modes, text);
}

/** Required fields that a profile lacks. */
export function missingFields(profile: Profile, mode: Mode): string[] {
  return modes[mode].required.filter((field) => (profile.fields[field] ?? '') === '');
}

/** Whether a mode that rests on an earlier sign-in in the browser has none that is still good. */
export function signInExpired(profile: Profile, mode: Mode, now: Date): boolean {
  const field = (name: string) => profile.fields[name] ?? '';
  if (mode === 'OAuth') return field('oauth_refresh_token') === '' && field('oauth_access_token') === '';
  if (mode !== 'CloudSSO') return false;
  // Seconds since the epoch.
  const expires = Number(field('cloud_sso_access_token_expire'));
  return field('access_token') === '' || !(expires * 1000 > now.getTime());
}

/**
 * Whether two uses of this profile certainly belong to the same account, and the text that tells them apart from
 * others: the id of a long-term key, the name of a role. Null for temporary keys whose owner is not known.
 */
export function principalOf(profile: Profile, mode: Mode): string | null {
  const field = (name: string) => profile.fields[name] ?? '';
  switch (mode) {
    case 'AK':
      return `ak:${field('access_key_id')}`;
    case 'RamRoleArn':
    case 'ChainableRamRoleArn':
    case 'OIDC':
      return `role:${field('ram_role_arn')}`;
    case 'EcsRamRole':
      return `ecs-role:${field('ram_role_name')}`;
    case 'CloudSSO':
      return `sso:${field('cloud_sso_account_id')}:${field('cloud_sso_access_config')}`;
    case 'StsToken':
    case 'CredentialsURI':
    case 'External':
    case 'OAuth':
      return null;
  }
}

/** The SDK's contract for something that yields a key. */
interface Provider {
  getCredentials(): Promise<SdkKey>;
  getProviderName(): string;
}
interface SdkKey {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken: string;
  providerName: string;
}

/** What fetching needs beyond the profile. */
export interface FetchContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homedir: string;
  /** The profile that a chained role starts from; already checked. */
  readonly source: (profile: Profile) => Profile | null;
}

/** Returns a function that obtains the key of a checked profile; it throws whatever the SDK throws. */
export async function fetcher(profile: Profile, context: FetchContext): Promise<() => Promise<AccessKey>> {
  const provider = await providerFor(profile, context);
  return async () => {
    const key = await provider.getCredentials();
    return {
      id: key.accessKeyId ?? '',
      secret: key.accessKeySecret ?? '',
      ...(key.securityToken ? { token: key.securityToken } : {}),
    };
  };
}

async function providerFor(profile: Profile, context: FetchContext): Promise<Provider> {
  const field = (name: string) => profile.fields[name] ?? '';
  const mode = modeOf(profile);
  if (mode === 'AK' || mode === 'StsToken') return fixed(profile);
  const sdk = await import('@alicloud/credentials');
  switch (mode) {
    case 'RamRoleArn':
    case 'ChainableRamRoleArn': {
      const source = mode === 'RamRoleArn' ? null : context.source(profile);
      const role = sdk.RAMRoleARNCredentialsProvider.builder()
        .withCredentialsProvider(source === null ? fixed(profile) : await providerFor(source, context))
        .withRoleArn(field('ram_role_arn'))
        .withRoleSessionName(field('ram_session_name') || 'alisg')
        .withStsEndpoint(stsEndpoint(profile, context))
        .withExternalId(field('external_id'))
        .withPolicy(field('policy'));
      return role.withDurationSeconds(Number(field('expired_seconds')) || 3600).build();
    }
    case 'OIDC':
      return sdk.OIDCRoleArnCredentialsProvider.builder()
        .withOIDCProviderArn(field('oidc_provider_arn'))
        .withOIDCTokenFilePath(field('oidc_token_file'))
        .withRoleArn(field('ram_role_arn'))
        .withRoleSessionName(field('ram_session_name') || 'alisg')
        .withStsEndpoint(stsEndpoint(profile, context))
        .withDurationSeconds(Number(field('expired_seconds')) || 3600)
        .build();
    case 'EcsRamRole':
      return sdk.ECSRAMRoleCredentialsProvider.builder().withRoleName(field('ram_role_name')).build();
    case 'CredentialsURI':
      return sdk.URICredentialsProvider.builder().withCredentialsURI(field('credentials_uri')).build();
    default: {
      // CloudSSO, OAuth and External have no public provider of their own: the SDK reaches them through the profile.
      const provider = sdk.CLIProfileCredentialsProvider.builder().withProfileName(profile.name).build();
      // The SDK's own seam for a home directory other than the process's.
      Reflect.set(provider, 'homedir', context.homedir);
      return provider;
    }
  }
}

/** A provider of a key that stands in the profile. With an `sts_token`, which the SDK's own would leave out. */
function fixed(profile: Profile): Provider {
  const token = profile.fields.sts_token ?? '';
  return {
    getCredentials: async () => ({
      accessKeyId: profile.fields.access_key_id ?? '',
      accessKeySecret: profile.fields.access_key_secret ?? '',
      securityToken: token,
      providerName: 'static',
    }),
    getProviderName: () => 'static',
  };
}

/** Security token service, as the vendor's SDKs choose it. Given always, so that the SDK asks no environment itself. */
function stsEndpoint(profile: Profile, context: FetchContext): string {
  const region = profile.fields.sts_region || context.env.ALIBABA_CLOUD_STS_REGION || '';
  return profile.fields.sts_endpoint || (region === '' ? 'sts.aliyuncs.com' : `sts.${region}.aliyuncs.com`);
}
