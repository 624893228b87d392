/** CreateSecurityGroup of ENS: the group, the list of rules as a whole, and what is not about one rule. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { type Answer, call, create, rule, withSandbox } from './support/call.ts';
import { assertRefusedFor } from './support/refused.ts';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ maxGroups: 100_000 });
});
after(() => sandbox.close());

/** Text of `length` code points: `first`, then as many of `rest`. */
const text = (first: string, rest: string, length: number) =>
  first.repeat(Math.min(1, length)) + rest.repeat(Math.max(0, length - 1));

function assertRefused(answer: Answer, code: string, parameter: string): void {
  assertRefusedFor(sandbox, answer, code, parameter);
}

async function assertGroup(
  group: Readonly<Record<string, string>>,
  code: string,
  name: string,
): Promise<void> {
  assertRefused(await call(sandbox, 'CreateSecurityGroup', group), code, name);
}

async function assertGroupAccepted(group: Readonly<Record<string, string>>): Promise<void> {
  const answer = await call(sandbox, 'CreateSecurityGroup', group);
  assert.equal(answer.status, 200, `${JSON.stringify(group)}: ${answer.message}`);
}

test('a group with everything, and one with nothing', async () => {
  const answer = await create(sandbox, [rule], {
    SecurityGroupName: 'Dcdn1:2_3-4',
    Description: 'testDescription',
  });
  assert.equal(answer.status, 200);
  assert.deepEqual(Object.keys(answer.body).sort(), ['RequestId', 'SecurityGroupId']);
  assert.match(String(answer.body.SecurityGroupId), /^sg-[a-z0-9]{20}$/);
  assert.equal(answer.headers['x-acs-request-id'], answer.body.RequestId);
  await assertGroupAccepted({});
  await assertGroupAccepted({ Permissions: '[]' });
});

test('names need not be unique', async () => {
  const first = await create(sandbox, [], { SecurityGroupName: 'twin' });
  const second = await create(sandbox, [], { SecurityGroupName: 'twin' });
  assert.notEqual(first.body.SecurityGroupId, second.body.SecurityGroupId);
  const twins = sandbox.groups().filter(({ SecurityGroupName }) => SecurityGroupName === 'twin');
  assert.equal(twins.length, 2);
});

test('SecurityGroupName: 2 to 128 code points', async () => {
  for (const letter of ['a', '组', '\u{20000}']) {
    for (const length of [2, 128])
      await assertGroupAccepted({ SecurityGroupName: text(letter, letter, length) });
    for (const length of [1, 129]) {
      await assertGroup(
        { SecurityGroupName: text(letter, letter, length) },
        'InvalidSecurityGroupName',
        'SecurityGroupName',
      );
    }
  }
});

test('SecurityGroupName: letters, digits, colon, underscore, hyphen; a letter first', async () => {
  for (const name of ['a1', 'Z:', 'a_', 'a-', '网页1', 'http:', 'https-1', 'Éa']) {
    await assertGroupAccepted({ SecurityGroupName: name });
  }
  for (const name of [
    '',
    '1a',
    ':a',
    '_a',
    '-a',
    'a.b',
    'a b',
    'a/b',
    'a🙂',
    '🙂a',
    'http://a',
    'https://a',
    'a\n',
  ]) {
    await assertGroup({ SecurityGroupName: name }, 'InvalidSecurityGroupName', 'SecurityGroupName');
  }
});

test('Description of a group: 2 to 256 code points, a letter first, no http:// or https://', async () => {
  for (const tail of ['b', '组', '🙂']) {
    for (const length of [2, 256]) await assertGroupAccepted({ Description: text('a', tail, length) });
    for (const length of [1, 257]) {
      await assertGroup({ Description: text('a', tail, length) }, 'InvalidDescription', 'Description');
    }
  }
  for (const description of ['组 1', 'a, b. c', 'http:/x', 'httpx://']) {
    await assertGroupAccepted({ Description: description });
  }
  for (const description of ['', '1a', ' a', '🙂a', 'http://', 'http://a', 'https://a']) {
    await assertGroup({ Description: description }, 'InvalidDescription', 'Description');
  }
});

test('Permissions: one JSON array of objects', async () => {
  for (const json of ['', '{', '[', '{}', 'null', '1', '"[]"', '[{},]', "[{'a':1}]"]) {
    await assertGroup({ Permissions: json }, 'InvalidPermissions', 'Permissions');
  }
  for (const item of ['null', '1', '"x"', '[]', 'true']) {
    await assertGroup({ Permissions: `[${item}]` }, 'InvalidPermissions', 'Permissions[0]');
  }
});

test('Permissions: 0 to 200 rules', async () => {
  const rules = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...rule, PortRange: `${index + 1}/${index + 1}` }));
  for (const count of [0, 1, 200])
    assert.equal((await create(sandbox, rules(count))).status, 200, `${count}`);
  assertRefused(await create(sandbox, rules(201)), 'AuthorizationLimitExceed', 'Permissions');
});

test('the same rule twice, in any spelling', async () => {
  const twice = async (first: object, second: object) =>
    create(sandbox, [
      { ...rule, Priority: 2 },
      { ...rule, ...first },
      { ...rule, ...second },
    ]);
  const v6 = { SourceCidrIp: undefined };
  const same: readonly [object, object][] = [
    [{}, {}],
    [{ SourceCidrIp: '10.0.0.1' }, { SourceCidrIp: '10.0.0.1/32' }],
    [{ DestCidrIp: '10.0.0.1/32' }, { DestCidrIp: '10.0.0.1' }],
    [
      { ...v6, Ipv6SourceCidrIp: '2001:DB8:0::1' },
      { ...v6, Ipv6SourceCidrIp: '2001:db8::1/128' },
    ],
    [
      { ...v6, Ipv6DestCidrIp: '::' },
      { ...v6, Ipv6DestCidrIp: '0:0:0:0:0:0:0:0' },
    ],
    [
      { IpProtocol: 'TCP', Policy: 'Accept', Direction: 'ingress' },
      { IpProtocol: 'tcp', Policy: 'accept', Direction: 'INGRESS' },
    ],
    [{ Description: 'same' }, { Description: 'same' }],
    [{ SourcePortRange: '1/2' }, { SourcePortRange: '1/2' }],
  ];
  for (const [first, second] of same) {
    const answer = await twice(first, second);
    assertRefused(answer, 'SecurityGroupRuleConflict.Duplicated', 'Permissions[2]');
    assert.match(answer.message, /Permissions\[1\]/);
  }
  const other: readonly [object, object][] = [
    [{ Description: 'one text' }, { Description: 'another text' }],
    [{}, { Description: 'a text' }],
    [{}, { Priority: 3 }],
    [{}, { Policy: 'Drop' }],
    [{}, { Direction: 'egress' }],
    [{}, { IpProtocol: 'UDP' }],
    [{}, { PortRange: '80/81' }],
    [{}, { SourcePortRange: '1/65535' }],
    [{}, { DestCidrIp: '0.0.0.0/0' }],
    [{}, v6],
    [{ SourceCidrIp: '10.0.0.1/8' }, { SourceCidrIp: '10.0.0.0/8' }],
  ];
  for (const [first, second] of other) {
    const answer = await twice(first, second);
    assert.equal(answer.status, 200, `${JSON.stringify([first, second])}: ${answer.message}`);
  }
});

test('more groups than the account may have', async () => {
  await withSandbox({ maxGroups: 2 }, async (small) => {
    const first = await create(small, [rule]);
    assert.equal((await create(small, [rule])).status, 200);
    const third = await create(small, [rule]);
    assert.deepEqual([third.status, third.code], [400, 'QuotaExceed.SecurityGroup']);
    const wrong = await create(small, [{ ...rule, Priority: 0 }]);
    assert.equal(wrong.code, 'InvalidPriority', 'a wrong request is wrong at any time');
    const id = String(first.body.SecurityGroupId);
    assert.equal((await call(small, 'DeleteSecurityGroup', { SecurityGroupId: id })).status, 200);
    assert.equal((await create(small, [rule])).status, 200);
  });
});

test('the remaining documented codes come from the schedule of faults', async () => {
  for (const code of ['NoPermission', 'CallInterface', 'ens.interface.error']) {
    const before = sandbox.groups().length;
    sandbox.setFaults([{ kind: 'error', status: 400, code, message: 'As documented.' }]);
    const answer = await create(sandbox, [rule]);
    assert.deepEqual([answer.status, answer.code], [400, code]);
    assert.equal(sandbox.groups().length, before);
  }
});

test('the first violation is answered, in the order of the table', async () => {
  const everything = { SecurityGroupName: '', Description: '', Permissions: '{' };
  await assertGroup(everything, 'InvalidSecurityGroupName', 'SecurityGroupName');
  await assertGroup({ ...everything, SecurityGroupName: 'ok' }, 'InvalidDescription', 'Description');
  const rules = [{ ...rule }, { ...rule, Priority: 0 }, {}];
  assertRefused(await create(sandbox, rules), 'InvalidPriority', 'Permissions[1].Priority');
  assertRefused(await create(sandbox, [{ Priority: 0 }]), 'MissingDirection', 'Permissions[0].Direction');
  assertRefused(
    await create(sandbox, [rule, rule, { ...rule, Priority: 0 }]),
    'InvalidPriority',
    'Permissions[2].Priority',
  );
});

test('what no document knows is ignored, and noted', async () => {
  const json = JSON.stringify([{ ...rule, NicType: 'intranet' }]).replace(
    '}]',
    ',"__proto__":{"Priority":0}}]',
  );
  const answer = await call(sandbox, 'CreateSecurityGroup', {
    Permissions: json,
    RegionId: 'cn-hangzhou',
    'Permissions.1.Direction': 'ingress',
  });
  assert.equal(answer.status, 200, answer.message);
  const record = sandbox.requests().at(-1);
  assert.deepEqual(record?.ignored, [
    'RegionId',
    'Permissions.1.Direction',
    'Permissions[0].NicType',
    'Permissions[0].__proto__',
  ]);
  assert.deepEqual(sandbox.groups().at(-1)?.Permissions, [rule]);
  assert.equal(record?.securityGroupId, answer.body.SecurityGroupId);
});
