/** Where a key is found, and what a person is told when it is not. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { maskAccessKeyId } from '../../client/src/cloud/access-key.ts';
import { resolveCredentials } from '../../client/src/cloud/credentials.ts';
import { describeReason } from '../../client/src/cloud/messages.ts';
import { listProfiles } from '../../client/src/cloud/profile-list.ts';
import type { Home } from './support/home.ts';
import { ak, config, id, inHome, reasonIn, resolveIn, secret } from './support/home.ts';

test('masking shows eight characters of a long id and none of a short one', () => {
  assert.equal(maskAccessKeyId('LTAI5tAbCdEfGhIjKlMnOpQr'), 'LTAI****OpQr');
  assert.equal(maskAccessKeyId('sandbox'), '****');
  assert.equal(maskAccessKeyId('LTAI56789012345'), '****');
});

test('the environment comes first, in each of its spellings', async () => {
  for (const prefix of ['ALIBABA_CLOUD_', 'ALIBABACLOUD_', 'ALICLOUD_']) {
    const env = {
      [`${prefix}ACCESS_KEY_ID`]: id,
      [`${prefix}ACCESS_KEY_SECRET`]: secret,
      [`${prefix}SECURITY_TOKEN`]: 'token',
      [`${prefix}REGION_ID`]: 'cn-hangzhou',
    };
    const found = await resolveIn(
      { config: { ...config, profiles: [{ ...ak, access_key_id: 'x' }] } },
      { env },
    );
    assert.ok(found.kind === 'ok');
    assert.deepEqual(found.source, { kind: 'environment', mode: 'StsToken', region: 'cn-hangzhou' });
    assert.equal(found.maskedId, 'LTAI****0001');
    assert.deepEqual(await found.get(), { kind: 'ok', key: { id, secret, token: 'token' } });
  }
});

test('half a key in the environment is an error that names the missing half', async () => {
  const withoutSecret = await resolveIn({ config }, { env: { ALIBABA_CLOUD_ACCESS_KEY_ID: id } });
  assert.ok(withoutSecret.kind === 'error');
  assert.deepEqual(withoutSecret.reason, {
    code: 'environment-incomplete',
    present: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
    missing: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  });
  const withoutId = await resolveIn({ config }, { env: { ALICLOUD_ACCESS_KEY_SECRET: secret } });
  assert.ok(withoutId.kind === 'error');
  assert.ok(describeReason(withoutId.reason, 'en').includes('ALICLOUD_ACCESS_KEY_ID'));
  // An id and a secret of two spellings are not one key.
  const mixed = { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALICLOUD_ACCESS_KEY_SECRET: secret };
  assert.equal(await reasonIn({}, { env: mixed }), 'environment-incomplete');
});

test('a named profile beats the environment', async () => {
  const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'other', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'other' };
  const found = await resolveIn({ config }, { env, profile: 'work' });
  assert.ok(found.kind === 'ok');
  assert.deepEqual(found.source, { kind: 'cli-config', profile: 'work', mode: 'AK', region: 'cn-beijing' });
  assert.deepEqual(await found.get(), { kind: 'ok', key: { id, secret } });
});

test('without a name: the variable, the current profile, the default of the ini file', async () => {
  const ini = `[default]\ntype = access_key\naccess_key_id = ini-id ; a comment\naccess_key_secret = "${secret}"\n[other]\ntype=access_key\naccess_key_id=o\naccess_key_secret=${secret}`;
  const profiles = [ak, { ...ak, name: 'second', access_key_id: 'second-id' }];
  const idFor = async (home: Home, env: Record<string, string> = {}) => {
    const found = await resolveIn(home, { env });
    const key = found.kind === 'ok' ? await found.get() : found;
    return key.kind === 'ok' ? `${key.key.id} ${key.key.secret === secret}` : key.kind;
  };
  assert.equal(await idFor({ config: { ...config, profiles }, ini }), `${id} true`);
  assert.equal(
    await idFor({ config: { ...config, profiles }, ini }, { ALIBABA_CLOUD_PROFILE: 'second' }),
    'second-id true',
  );
  assert.equal(await idFor({ config, ini }, { ALIBABA_CLOUD_PROFILE: 'other' }), 'o true');
  assert.equal(await idFor({ ini }), 'ini-id true');
  // The CLI leaves such a profile behind when it is started for the first time.
  const unfilled = { current: 'default', profiles: [{ name: 'default', mode: 'AK', access_key_id: '' }] };
  assert.equal(await idFor({ config: unfilled, ini }), 'ini-id true');
  assert.equal(await idFor({ config: unfilled }), 'none');
  assert.equal(await idFor({ config, ini }, { ALIBABA_CLOUD_CLI_PROFILE_DISABLED: 'true' }), 'ini-id true');
  assert.equal(await idFor({ config, ini }, { ALIBABA_CLOUD_IGNORE_PROFILE: 'TRUE' }), 'none');
  assert.equal(await idFor({ ini: ini.replaceAll('\n', '\r\n') }), 'ini-id true');
});

test('nothing anywhere says where was looked', async () => {
  const result = await resolveIn({});
  assert.ok(result.kind === 'none');
  assert.deepEqual(
    result.looked.map((l) => l.place),
    ['environment', 'cli-config', 'credentials-file'],
  );
  assert.match(describeReason(result.reason, 'en'), /\.aliyun\/config\.json.*\.alibabacloud\/credentials/);
});

test('a broken configuration is reported by place, never by content', async () => {
  const broken = `{\n  "current": "work",\n  "profiles": [{"access_key_secret": "${secret}",,}]\n}`;
  const result = await resolveIn({ config: broken });
  assert.ok(result.kind === 'error' && result.reason.code === 'file-not-json');
  assert.deepEqual([result.reason.line, result.reason.column], [3, 64]);
  assert.equal(await reasonIn({ config: '{}' }), 'file-without-profiles');
  assert.equal(await reasonIn({ config: '[]' }), 'file-without-profiles');
  assert.equal(await reasonIn({ config: '' }), 'file-not-json');
  assert.equal(await reasonIn({ config: `\uFEFF${JSON.stringify(config)}` }), 'ok');
});

test('a file that cannot be read is reported', async () => {
  await inHome({}, async (directory) => {
    // A directory in its place: permissions do not stop a privileged user.
    await mkdir(join(directory, '.aliyun', 'config.json'));
    const result = await resolveCredentials({ env: { HOME: directory } });
    assert.ok(result.kind === 'error');
    assert.deepEqual(result.reason, {
      code: 'file-unreadable',
      file: join(directory, '.aliyun', 'config.json'),
      detail: 'EISDIR',
    });
  });
});

test('profiles that cannot be used say why', async () => {
  const only = (fields: object) => ({ config: { current: 'p', profiles: [{ name: 'p', ...fields }] } });
  const full = { access_key_id: id, access_key_secret: secret };
  assert.equal(await reasonIn({ config }, { profile: 'absent' }), 'profile-not-found');
  assert.equal(await reasonIn({ config: { ...config, current: 'gone' } }), 'profile-not-found');
  assert.equal(await reasonIn(only({ mode: 'AK', access_key_id: id })), 'profile-incomplete');
  assert.equal(await reasonIn(only({ ...full, mode: 'StsToken' })), 'profile-incomplete');
  assert.equal(await reasonIn(only({ ...full, mode: 'RamRoleArn' })), 'profile-incomplete');
  assert.equal(await reasonIn(only({ mode: 'RsaKeyPair', private_key: secret })), 'mode-unsupported');
  assert.equal(await reasonIn(only({ ...full, mode: secret })), 'mode-unsupported');
  assert.equal(await reasonIn({ ini: '[default]\ntype = bearer' }), 'mode-unsupported');
  assert.equal(await reasonIn(only({ mode: 'External', process_command: 'x' })), 'external-not-allowed');
  assert.equal(
    await reasonIn(only({ mode: 'OAuth', oauth_site_type: 'CN', oauth_refresh_token: 't' })),
    'external-not-allowed',
  );
  const sso = {
    mode: 'CloudSSO',
    cloud_sso_sign_in_url: 'https://x.invalid',
    cloud_sso_account_id: '1',
    cloud_sso_access_config: 'c',
    access_token: secret,
  };
  assert.equal(await reasonIn(only({ ...sso, cloud_sso_access_token_expire: 1000 })), 'sign-in-expired');
  assert.equal(await reasonIn(only({ ...sso, cloud_sso_access_token_expire: 32503680000 })), 'ok');
  const incomplete = await resolveIn(only({ mode: 'AK', access_key_secret: secret }));
  assert.ok(incomplete.kind === 'error' && incomplete.reason.code === 'profile-incomplete');
  assert.deepEqual(incomplete.reason.missing, ['access_key_id']);
});

test('a chain of roles is followed, and a circle or a forbidden link is found', async () => {
  const role = (name: string, source_profile: string) => ({
    name,
    mode: 'ChainableRamRoleArn',
    source_profile,
    ram_role_arn: 'acs:ram::1:role/r',
  });
  const chain = (...profiles: object[]) => ({ config: { current: 'a', profiles } });
  assert.equal(await reasonIn(chain(role('a', 'work'), ak)), 'ok');
  assert.equal(await reasonIn(chain(role('a', 'b'), role('b', 'a'))), 'profile-cycle');
  assert.equal(await reasonIn(chain(role('a', 'gone'), ak)), 'profile-not-found');
  const external = { name: 'x', mode: 'External', process_command: 'x' };
  assert.equal(await reasonIn(chain(role('a', 'x'), external)), 'external-not-allowed');
});

test('modes are read in any letter case', async () => {
  const result = await resolveIn({ config: { current: 'work', profiles: [{ ...ak, mode: 'ak' }] } });
  assert.ok(result.kind === 'ok');
  assert.equal(result.source.mode, 'AK');
});

test('profiles are listed with masked ids', async () => {
  const profiles = [
    ak,
    { name: 'e', mode: 'External', process_command: 'x' },
    { name: 'r', mode: 'RsaKeyPair' },
  ];
  await inHome(
    { config: { current: 'work', profiles }, ini: '[default]\ntype=access_key' },
    async (directory) => {
      const { profiles: listed, problems } = await listProfiles({ env: { HOME: directory } });
      assert.deepEqual(problems, []);
      assert.deepEqual(
        listed.map((p) => [p.name, p.kind, p.mode, p.supported, p.needsConsent, p.current, p.maskedId]),
        [
          ['work', 'cli-config', 'AK', true, false, true, 'LTAI****0001'],
          ['e', 'cli-config', 'External', true, true, false, null],
          ['r', 'cli-config', 'RsaKeyPair', false, false, false, null],
          ['default', 'credentials-file', 'AK', true, false, true, null],
        ],
      );
      assert.ok(!JSON.stringify(listed).includes(secret));
    },
  );
  const broken = await inHome({ config: '{' }, (directory) => listProfiles({ env: { HOME: directory } }));
  assert.deepEqual(
    broken.problems.map((p) => p.code),
    ['file-not-json'],
  );
});
