/** `alisg plan`: the calls, complete and without secrets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { placeFor } from './support/alisg.ts';
import { diagnostic } from './support/check-report.ts';
import { group, mistaken, rule } from './support/definitions.ts';

const plans = z.strictObject({
  version: z.literal(1),
  path: z.string(),
  groups: z.array(
    z.strictObject({
      group: z.int(),
      product: z.literal('ens'),
      name: z.string().nullable(),
      ruleCount: z.int(),
      calls: z.array(
        z.strictObject({
          product: z.literal('ens'),
          action: z.literal('CreateSecurityGroup'),
          version: z.literal('2017-11-10'),
          parameters: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ),
});

const three = [group('web'), group('db', rule(), rule({ PortRange: '80/80' })), group(null)].join('---\n');
const keys = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'an-id-that-nobody-may-see',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'a-secret-that-nobody-may-see',
};

test('all groups of a file, as they would be sent', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', three);
  const { code, stdout, stderr } = await place.run(['plan', '--format', 'json', 'a.sg.yaml'], { env: keys });
  assert.deepEqual([code, stderr], [0, '']);
  const { groups } = plans.parse(JSON.parse(stdout));
  assert.deepEqual(
    groups.map((g) => [g.group, g.name, g.ruleCount, g.calls.length]),
    [
      [0, 'web', 1, 1],
      [1, 'db', 2, 1],
      [2, null, 1, 1],
    ],
  );
  const parameters = groups[1]?.calls[0]?.parameters;
  assert.deepEqual(Object.keys(parameters ?? {}), ['SecurityGroupName', 'Permissions']);
  const sent: unknown = JSON.parse(parameters?.Permissions ?? '');
  assert.deepEqual(Array.isArray(sent) && sent[1], {
    Direction: 'ingress',
    IpProtocol: 'TCP',
    PortRange: '80/80',
    Policy: 'Accept',
    Priority: 1,
    SourceCidrIp: '10.0.0.0/8',
  });
  assert.doesNotMatch(stdout, /nobody-may-see/);
});

test('for people, every rule is a line', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', group('web', rule({ Description: '中文' }), rule({ PortRange: '80/80' })));
  const { code, stdout } = await place.run(['plan', 'a.sg.yaml'], { env: keys });
  assert.equal(code, 0);
  assert.match(stdout, /^web: 1 call\n {2}ENS CreateSecurityGroup 2017-11-10$/m);
  assert.match(stdout, /^ +#1 +ingress +TCP +443\/443 +Accept +1 +10\.0\.0\.0\/8 +中文$/m);
  assert.match(stdout, /^ +#2 +ingress +TCP +80\/80 /m);
  assert.doesNotMatch(stdout, /nobody-may-see/);
});

test('--group takes a name or a number', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', `${three}---\n${group('db')}`);
  const numbers = async (wanted: string) => {
    const { stdout } = await place.run(['plan', '--format', 'json', '--group', wanted, 'a.sg.yaml']);
    return plans.parse(JSON.parse(stdout)).groups.map((g) => g.group);
  };
  assert.deepEqual(await numbers('web'), [0]);
  assert.deepEqual(await numbers('2'), [2]);
  for (const [wanted, complaint] of [
    ['mail', /no group "mail".*0 web, 1 db, 2 \(no name\), 3 db/],
    ['9', /no group "9"/],
    ['db', /Several groups are named "db".*1 db, 3 db/],
  ] as const) {
    const { code, stdout, stderr } = await place.run(['plan', '--group', wanted, 'a.sg.yaml']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, complaint);
  }
});

test('errors refuse the plan: exit 1, with the findings', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', `${group('ok')}---\n${mistaken}`);
  const text = await place.run(['plan', 'a.sg.yaml']);
  assert.deepEqual([text.code, text.stdout], [1, '']);
  assert.match(text.stderr, /a\.sg\.yaml:\d+:\d+ {2}error {2}SG1042/);
  const json = await place.run(['plan', '--format', 'json', 'a.sg.yaml']);
  assert.equal(json.code, 1);
  const refused = z.strictObject({
    version: z.literal(1),
    path: z.literal('a.sg.yaml'),
    outcome: z.literal('findings'),
    diagnostics: z.array(diagnostic).length(2),
  });
  refused.parse(JSON.parse(json.stdout));
  // The other group is not concerned.
  assert.equal((await place.run(['plan', '--group', 'ok', 'a.sg.yaml'])).code, 0);
});

test('what cannot be planned: exit 2', async (t) => {
  const place = placeFor(t);
  place.write('empty.sg.yaml', '# nothing\n');
  place.write('ecs.sg.yaml', 'Product: ECS\nRegionId: cn-hangzhou\nPermissions: []\n');
  place.write('folder/a.sg.yaml', three);
  for (const [file, complaint] of [
    ['empty.sg.yaml', /no security group in it/],
    ['ecs.sg.yaml', /creates security groups for ENS only/],
    ['folder', /this is a folder/],
    ['missing.sg.yaml', /there is no such file/],
  ] as const) {
    const { code, stdout, stderr } = await place.run(['plan', file]);
    assert.deepEqual([code, stdout], [2, ''], file);
    assert.match(stderr, complaint);
  }
});

test('standard input can be planned', async (t) => {
  const { code, stdout } = await placeFor(t).run(['plan', '-'], { input: group('web') });
  assert.equal(code, 0);
  assert.match(stdout, /^web: 1 call$/m);
});
