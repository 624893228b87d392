/** Reading groups back, in pages and one by one, and deleting them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { type Answer, call, create, rule, withSandbox } from './support/call.ts';

const NOW = new Date('2026-03-01T12:00:00.987Z');
let sandbox: Sandbox;
const ids: string[] = [];
before(async () => {
  sandbox = await startSandbox({ now: () => NOW });
  for (let index = 0; index < 53; index++) {
    const answer = await create(
      sandbox,
      [],
      { SecurityGroupName: index % 2 ? `odd-${index}` : `even-${index}` },
      NOW,
    );
    ids.unshift(String(answer.body.SecurityGroupId));
  }
});
after(() => sandbox.close());

const stamped = { date: '2026-03-01T12:00:00Z' };
const list = (parameters: Readonly<Record<string, string>> = {}) =>
  call(sandbox, 'DescribeSecurityGroups', parameters, stamped);

function listed(answer: Answer): readonly Readonly<Record<string, unknown>>[] {
  const groups = answer.body.SecurityGroups;
  assert.ok(typeof groups === 'object' && groups !== null && 'SecurityGroup' in groups);
  assert.ok(Array.isArray(groups.SecurityGroup));
  return groups.SecurityGroup;
}

const listedIds = (answer: Answer) => listed(answer).map((group) => group.SecurityGroupId);

test('the standard page: number 1, size 10, integers, the newest first', async () => {
  const answer = await list();
  assert.deepEqual([answer.body.PageNumber, answer.body.PageSize, answer.body.TotalCount], [1, 10, 53]);
  assert.deepEqual(listedIds(answer), ids.slice(0, 10));
  assert.deepEqual(listed(answer)[0], {
    SecurityGroupId: ids[0],
    SecurityGroupName: 'even-52',
    Description: '',
    CreationTime: '2026-03-01T12:00:00Z',
    InstanceCount: 0,
    InstanceIds: { InstanceId: [] },
    NetworkInterfaceIds: { NetworkInterfaceId: [] },
  });
});

test('pages cover every group once, and beyond the last there is nothing', async () => {
  const seen: unknown[] = [];
  for (let page = 1; page <= 4; page++) {
    seen.push(...listedIds(await list({ PageNumber: String(page), PageSize: '17' })));
  }
  assert.deepEqual(seen, ids);
  assert.deepEqual(listedIds(await list({ PageNumber: '5', PageSize: '17' })), []);
  assert.deepEqual(listedIds(await list({ PageNumber: '1000000000', PageSize: '50' })), []);
});

test('PageSize is 1 to 50, PageNumber starts from 1', async () => {
  assert.equal(listed(await list({ PageSize: '1' })).length, 1);
  assert.equal(listed(await list({ PageSize: '50' })).length, 50);
  for (const wrong of ['0', '51', '-1', '1.5', '', 'ten', ' 1', '01', '1e1']) {
    const size = await list({ PageSize: wrong });
    assert.deepEqual([size.status, size.code], [400, 'InvalidParameter.PageSize'], wrong);
  }
  for (const wrong of ['0', '-1', '', 'x', '9999999999']) {
    const page = await list({ PageNumber: wrong });
    assert.deepEqual([page.status, page.code], [400, 'InvalidParameter.PageNumber'], wrong);
  }
});

test('filters: by id exactly, by name wherever it contains the text', async () => {
  assert.deepEqual(listedIds(await list({ SecurityGroupId: ids[5] ?? '' })), [ids[5]]);
  const none = await list({ SecurityGroupId: 'sg-none' });
  assert.deepEqual([none.status, none.body.TotalCount, listedIds(none)], [200, 0, []]);
  const odd = await list({ SecurityGroupName: 'odd-', PageSize: '50' });
  assert.equal(odd.body.TotalCount, 26);
  assert.ok(listed(odd).every((group) => String(group.SecurityGroupName).startsWith('odd-')));
  assert.equal((await list({ SecurityGroupName: 'odd-1' })).body.TotalCount, 6);
  assert.equal((await list({ SecurityGroupName: 'ODD' })).body.TotalCount, 0);
  for (const name of ['SecurityGroupId', 'SecurityGroupName']) {
    assert.equal((await list({ [name]: '' })).code, `InvalidParameter.${name}`);
  }
});

const rules = [
  rule,
  {
    ...rule,
    IpProtocol: 'icmp',
    PortRange: '-1/-1',
    Policy: 'drop',
    SourceCidrIp: '10.0.0.5/8',
    Priority: 100,
  },
  {
    Direction: 'egress',
    IpProtocol: 'UDP',
    PortRange: '53/53',
    SourcePortRange: '1024/65535',
    Policy: 'Accept',
    Priority: 7,
    Ipv6DestCidrIp: '2001:DB8:0:0:0:0:0:1/64',
    Description: '域名 resolver',
  },
];

async function attribute(from: Sandbox): Promise<Answer> {
  const created = await create(from, rules, { SecurityGroupName: 'mine', Description: 'what for' }, NOW);
  return call(
    from,
    'DescribeSecurityGroupAttribute',
    { SecurityGroupId: String(created.body.SecurityGroupId) },
    stamped,
  );
}

test('DescribeSecurityGroupAttribute answers the rules as they were sent, in order', async () => {
  const { body } = await attribute(sandbox);
  assert.equal(body.SecurityGroupName, 'mine');
  assert.equal(body.Description, 'what for');
  const expected = rules.map((sent) => ({ ...sent, CreationTime: '2026-03-01T12:00:00Z' }));
  assert.deepEqual(body.Permissions, { Permission: expected });
});

test('it can also answer as a cloud that rewrites what it stores', async () => {
  await withSandbox({ readBack: 'rewritten', now: () => NOW }, async (rewriting) => {
    const { body } = await attribute(rewriting);
    const [first, second, third] = rules.map((sent) => ({ ...sent, CreationTime: '2026-03-01T12:00:00Z' }));
    assert.deepEqual(body.Permissions, {
      Permission: [
        { ...first, SourcePortRange: '1/65535' },
        { ...second, IpProtocol: 'ICMP', Policy: 'Drop', SourcePortRange: '-1/-1' },
        { ...third, Ipv6DestCidrIp: '2001:db8::1/64' },
      ],
    });
  });
});

test('a deleted group is gone', async () => {
  const created = await create(sandbox, [], {}, NOW);
  const id = { SecurityGroupId: String(created.body.SecurityGroupId) };
  const deleted = await call(sandbox, 'DeleteSecurityGroup', id, stamped);
  assert.deepEqual([deleted.status, Object.keys(deleted.body)], [200, ['RequestId']]);
  for (const action of ['DeleteSecurityGroup', 'DescribeSecurityGroupAttribute']) {
    const answer = await call(sandbox, action, id, stamped);
    assert.deepEqual([answer.status, answer.code], [400, 'InvalidSecurityGroupId.NotFound'], action);
  }
  assert.deepEqual(listedIds(await list(id)), []);
});

test('SecurityGroupId is mandatory where one group is meant', async () => {
  for (const action of ['DeleteSecurityGroup', 'DescribeSecurityGroupAttribute']) {
    for (const parameters of [{}, { SecurityGroupId: '' }]) {
      const answer = await call(sandbox, action, parameters, stamped);
      assert.deepEqual([answer.status, answer.code], [400, 'MissingParameter'], action);
      assert.match(answer.message, /SecurityGroupId/);
    }
  }
});

test('creating at the same time loses nothing', async () => {
  await withSandbox({}, async (busy) => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => create(busy, [rule], { SecurityGroupName: `group-${index}` })),
    );
    const created = new Set(answers.map((answer) => answer.body.SecurityGroupId));
    assert.equal(created.size, 60);
    assert.deepEqual(new Set(busy.groups().map((group) => group.SecurityGroupId)), created);
    await Promise.all(
      [...created].map((id) => call(busy, 'DeleteSecurityGroup', { SecurityGroupId: String(id) })),
    );
    assert.deepEqual(busy.groups(), []);
  });
});
