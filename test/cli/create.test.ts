/** `alisg create` against a real sandbox: created, refused, or not even sent; exit codes, JSON and words. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { diagnostic } from './support/check-report.ts';
import { createAction, journal, keys, stage, subject } from './support/create-stage.ts';
import { group, mistaken } from './support/definitions.ts';

test('created: exit 0, the id on stdout, a journal for the user alone', async (t) => {
  const { place, sandbox, run } = await stage(t);
  const { code, stdout, stderr } = await run();
  assert.equal(code, 0);
  const shape = z.strictObject({
    ...subject,
    SecurityGroupId: z.string(),
    RequestId: z.string(),
    outcome: z.literal('created'),
  });
  const result = shape.parse(JSON.parse(stdout));
  const [stored] = sandbox.groups();
  assert.equal(result.SecurityGroupId, stored?.SecurityGroupId);
  assert.equal(stored?.SecurityGroupName, 'web');
  assert.match(stderr, /Endpoint +http:\/\/127\.0\.0\.1:\d+\n/);
  assert.match(stderr, /Open to any address +1 of 2 rules: #2\n/);
  assert.equal(statSync(journal(place)).mode & 0o777, 0o600);
  assert.doesNotMatch(readFileSync(journal(place), 'utf8') + stderr + stdout, /sandbox-secret/);
});

test('for people: a sentence with the id on stdout', async (t) => {
  const { place, sandbox, args } = await stage(t);
  const { code, stdout } = await place.run(args('--yes', '--locale', 'zh-cn'), { env: keys });
  assert.equal(code, 0);
  const [first, second] = stdout.split('\n');
  assert.equal(first, `已创建安全组“web”：${sandbox.groups()[0]?.SecurityGroupId}`);
  assert.match(second ?? '', /^请求 ID：\S+$/);
});

test('findings at error level: exit 1, nothing is sent', async (t) => {
  const { place, sandbox, args } = await stage(t);
  place.write('web.sg.yaml', mistaken);
  const { code, stdout, stderr } = await place.run(args('--yes', '--format', 'json'), { env: keys });
  assert.equal(code, 1);
  const shape = z.strictObject({
    version: z.literal(1),
    outcome: z.literal('findings'),
    path: z.literal('web.sg.yaml'),
    diagnostics: z.array(diagnostic).length(2),
  });
  shape.parse(JSON.parse(stdout));
  assert.match(stderr, /web\.sg\.yaml:18:16 {2}error {2}SG1042/);
  assert.equal(sandbox.requests().length, 0);
});

test('a wrong secret: exit 1, with advice and without the secret', async (t) => {
  const { created, run } = await stage(t);
  const secret = 'a-secret-that-nobody-may-see';
  const { code, stdout, stderr } = await run([], { ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret });
  assert.equal(code, 1);
  const result = JSON.parse(stdout);
  assert.equal(result.outcome, 'refused');
  assert.equal(result.code, 'SignatureDoesNotMatch');
  assert.equal(result.httpStatus, 400);
  assert.match(result.advice, /check the secret in the environment variables/);
  assert.match(stderr, /Nothing was created\. .*check the secret/);
  assert.ok(!(stdout + stderr).includes(secret));
  assert.equal(created(), 0);
});

test('advice names the profile that the key is from', async (t) => {
  const { place, args } = await stage(t);
  const profiles = [
    {
      name: 'edge',
      mode: 'AK',
      access_key_id: 'sandbox',
      access_key_secret: 'wrong',
      region_id: 'cn-hangzhou',
    },
  ];
  place.write('.aliyun/config.json', JSON.stringify({ current: 'edge', profiles }));
  for (const more of [[], ['--profile', 'edge']]) {
    const { code, stderr } = await place.run(args('--yes', ...more));
    assert.equal(code, 1);
    assert.match(stderr, /check the secret of the profile "edge"/);
  }
});

test('a refusal is shown at the line that caused it', async (t) => {
  const { faults, run } = await stage(t);
  const message = 'The specified parameter Permissions[1].PortRange is not valid.';
  faults({ kind: 'error', action: createAction, status: 400, code: 'InvalidParameter.PortRange', message });
  const { code, stdout, stderr } = await run();
  assert.equal(code, 1);
  const shape = z.strictObject({
    ...subject,
    outcome: z.literal('refused'),
    code: z.literal('InvalidParameter.PortRange'),
    message: z.literal(message),
    RequestId: z.string(),
    httpStatus: z.literal(400),
    advice: z.null(),
    range: z.strictObject({
      start: z.strictObject({ line: z.literal(11), character: z.literal(15) }),
      end: z.strictObject({ line: z.literal(11), character: z.literal(22) }),
    }),
  });
  shape.parse(JSON.parse(stdout));
  assert.match(stderr, /web\.sg\.yaml:12:16 {2}error {2}SG9001/);
  assert.match(stderr, /\n {4}12 \| {5}PortRange: 443\/443\n {7}\| {16}\^{7}\n/);
});

test('no connection: nothing was created, exit 1', async (t) => {
  const { place, sandbox, run } = await stage(t);
  await sandbox.close();
  const { code, stdout, stderr } = await run();
  assert.equal(code, 1);
  const result = JSON.parse(stdout);
  assert.deepEqual([result.outcome, result.reason], ['not-sent', 'connection-refused']);
  assert.match(stderr, /Nothing was created\. Nothing answers on port/);
  assert.ok(!existsSync(journal(place)));
});

test('no credentials: exit 2, and where was looked', async (t) => {
  const { place, args } = await stage(t);
  const { code, stdout, stderr } = await place.run(args('--yes', '--format', 'json'));
  assert.equal(code, 2);
  assert.equal(JSON.parse(stdout).outcome, 'no-credentials');
  assert.match(stderr, /No AccessKey was found\..*aliyun configure/);
});

test('a profile that runs a program needs to be named', async (t) => {
  const { place, args } = await stage(t);
  const process_command = 'echo {}';
  const profiles = [{ name: 'ext', mode: 'External', process_command, region_id: 'cn-hangzhou' }];
  place.write('.aliyun/config.json', JSON.stringify({ current: 'ext', profiles }));
  const unnamed = await place.run(args('--yes'));
  assert.equal(unnamed.code, 2);
  assert.match(unnamed.stderr, /To allow it, name the profile in the command: --profile ext/);
  const named = await place.run(args('--yes', '--profile', 'ext'));
  assert.equal(named.code, 2);
  assert.doesNotMatch(named.stderr, /To allow it/);
});

test('no --yes and no terminal: exit 2 before anything is asked of the cloud', async (t) => {
  const { place, sandbox, args } = await stage(t);
  const { code, stdout, stderr } = await place.run(args('--format', 'json'), { env: keys, input: 'y\n' });
  assert.equal(code, 2);
  assert.equal(JSON.parse(stdout).outcome, 'usage');
  assert.match(stderr, /no terminal to ask on.*--yes/);
  assert.equal(sandbox.requests().length, 0);
});

test('wrong usage: exit 2', async (t) => {
  const { place, sandbox, args, run } = await stage(t);
  const region = await run(['--region', 'cn-hangzhou']);
  assert.equal(region.code, 2);
  assert.match(region.stderr, /ENS has no region/);
  for (const endpoint of ['ftp://x', 'http://192.0.2.1', 'https://u:p@x']) {
    const { code, stderr } = await place.run(['create', '--yes', '--endpoint', endpoint, 'web.sg.yaml'], {
      env: keys,
    });
    assert.equal(code, 2, endpoint);
    assert.match(stderr, /The endpoint cannot be used/);
  }
  place.write('ecs.sg.yaml', 'Product: ECS\nRegionId: cn-hangzhou\nPermissions: []\n');
  place.write('empty.sg.yaml', '');
  for (const file of ['ecs.sg.yaml', 'empty.sg.yaml', 'missing.sg.yaml', '.']) {
    const { code, stdout } = await place.run(['create', '--yes', '--format', 'json', file], { env: keys });
    assert.equal(code, 2, file);
    assert.match(JSON.parse(stdout).outcome, /^(usage|unreadable)$/);
  }
  place.write('web.sg.yaml', `${group('web')}---\n${group('db')}`);
  const several = await place.run(args('--yes'), { env: keys });
  assert.equal(several.code, 2);
  assert.match(several.stderr, /several security groups.*--group: 0 web, 1 db\./);
  assert.equal(sandbox.requests().length, 0);
});

test('--group chooses; errors in another group do not matter', async (t) => {
  const { place, sandbox, run } = await stage(t);
  place.write('web.sg.yaml', `${mistaken}---\n${group('db')}`);
  const { code, stdout } = await run(['--group', 'db']);
  assert.equal(code, 0);
  assert.equal(JSON.parse(stdout).group, 1);
  assert.deepEqual(
    sandbox.groups().map((g) => g.SecurityGroupName),
    ['db'],
  );
});
