/** Keys that have to be fetched, and how their failure is told. */
import assert from 'node:assert/strict';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { resolveCredentials } from '../../client/src/cloud/credentials.ts';
import { ak, id, inHome, resolveIn, secret } from './support/home.ts';
import { json, startScriptedServer } from './support/scripted-server.ts';

test('a key with a line break is reported before it is used', async () => {
  const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: `${secret}\n` };
  const found = await resolveIn({}, { env });
  assert.ok(found.kind === 'ok');
  assert.deepEqual(await found.get(), {
    kind: 'error',
    reason: { code: 'key-malformed', profile: null, part: 'secret' },
  });
});

test('a key is fetched from the address that a profile names, and its failure is reduced to a code', async () => {
  let answer = JSON.stringify({
    AccessKeyId: 'STS.FetchedFetchedFetched',
    AccessKeySecret: secret,
    SecurityToken: 'fetched-token',
    Expiration: '2999-01-01T00:00:00Z',
  });
  let status = 200;
  const server = createServer((_request, response) => {
    response.statusCode = status;
    response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    const credentials_uri = `http://127.0.0.1:${address.port}/`;
    const home = {
      config: { current: 'u', profiles: [{ name: 'u', mode: 'CredentialsURI', credentials_uri }] },
    };
    const found = await resolveIn(home);
    assert.ok(found.kind === 'ok');
    assert.deepEqual([found.maskedId, found.principal], [null, null]);
    assert.deepEqual(await found.get(), {
      kind: 'ok',
      key: { id: 'STS.FetchedFetchedFetched', secret, token: 'fetched-token' },
    });

    status = 403;
    answer = JSON.stringify({ Code: 'NoPermission', AccessKeySecret: secret });
    const refused = await resolveIn(home);
    assert.ok(refused.kind === 'ok');
    assert.deepEqual(await refused.get(), {
      kind: 'error',
      reason: {
        code: 'credentials-unavailable',
        profile: 'u',
        mode: 'CredentialsURI',
        detail: 'NoPermission',
      },
    });
    status = 200;
    answer = `not JSON ${secret}`;
    assert.deepEqual(await refused.get(), {
      kind: 'error',
      reason: { code: 'credentials-unavailable', profile: 'u', mode: 'CredentialsURI', detail: null },
    });
    assert.deepEqual(await refused.get(AbortSignal.abort()), {
      kind: 'error',
      reason: { code: 'cancelled' },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('roles are asked for where the profile says, and a failure is reduced to a code', async () => {
  // It speaks TLS with a certificate that nothing trusts: the request for the role gets that far and no further.
  const server = await startScriptedServer({ tls: true, react: () => json(200, {}) });
  try {
    const sts = { sts_endpoint: `127.0.0.1:${server.port}`, ram_role_arn: 'acs:ram::1:role/r' };
    const role = { ...ak, ...sts, name: 'role', mode: 'RamRoleArn', sts_token: 'a-token' };
    const chained = { ...sts, name: 'chained', mode: 'ChainableRamRoleArn', source_profile: 'work' };
    const oidc = {
      ...sts,
      name: 'oidc',
      mode: 'OIDC',
      oidc_provider_arn: 'a',
      oidc_token_file: '/no/such/file',
    };
    const expectations = [
      ['role', 'RamRoleArn', 'LTAI****0001', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
      ['chained', 'ChainableRamRoleArn', null, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
      ['oidc', 'OIDC', null, 'ENOENT'],
    ] as const;
    for (const [profile, mode, maskedId, detail] of expectations) {
      const found = await resolveIn(
        { config: { current: 'work', profiles: [ak, role, chained, oidc] } },
        { profile },
      );
      assert.ok(found.kind === 'ok');
      assert.deepEqual([found.maskedId, found.principal], [maskedId, 'role:acs:ram::1:role/r']);
      assert.deepEqual(await found.get(), {
        kind: 'error',
        reason: { code: 'credentials-unavailable', profile, mode, detail },
      });
    }
  } finally {
    await server.close();
  }
});

test('a program of the user runs only when that is allowed', async () => {
  await inHome({}, async (directory) => {
    const ran = join(directory, 'ran');
    const program = join(directory, 'program.mjs');
    const key = {
      mode: 'StsToken',
      access_key_id: 'STS.FromProgram',
      access_key_secret: secret,
      sts_token: 't',
    };
    await writeFile(
      program,
      `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(ran)}, '');\nconsole.log(${JSON.stringify(JSON.stringify(key))});`,
    );
    await chmod(program, 0o700);
    const profile = { name: 'e', mode: 'External', process_command: `${process.execPath} ${program}` };
    const path = join(directory, '.aliyun', 'config.json');
    await writeFile(path, JSON.stringify({ current: 'e', profiles: [profile] }));
    const refused = await resolveCredentials({ env: { HOME: directory } });
    assert.ok(refused.kind === 'error');
    assert.equal(refused.reason.code, 'external-not-allowed');
    await assert.rejects(readFile(ran));
    const allowed = await resolveCredentials({ env: { HOME: directory }, allowExternal: true });
    assert.ok(allowed.kind === 'ok');
    assert.deepEqual(await allowed.get(), {
      kind: 'ok',
      key: { id: 'STS.FromProgram', secret, token: 't' },
    });
    assert.equal(await readFile(ran, 'utf8'), '');
  });
});
