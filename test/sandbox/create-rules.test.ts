/** CreateSecurityGroup of ENS: every member of a rule, what is refused and what is accepted, at every limit. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { type Answer, create, rule } from './support/call.ts';
import { assertRefusedFor } from './support/refused.ts';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ maxGroups: 100_000 });
});
after(() => sandbox.close());

/** Creates a group whose third rule differs from the usual one; `undefined` takes a member away. */
function createWith(change: Readonly<Record<string, unknown>>): Promise<Answer> {
  return create(sandbox, [
    { ...rule, Priority: 100 },
    { ...rule, Priority: 99 },
    { ...rule, ...change },
  ]);
}

async function assertRule(
  change: Readonly<Record<string, unknown>>,
  code: string,
  member: string,
): Promise<void> {
  assertRefusedFor(sandbox, await createWith(change), code, `Permissions[2].${member}`);
}

async function assertRuleAccepted(change: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await createWith(change);
  assert.equal(answer.status, 200, `${JSON.stringify(change)}: ${answer.message}`);
}

const PORT_MEMBERS = ['PortRange', 'SourcePortRange'] as const;

test('a required member that is missing', async () => {
  for (const member of ['Direction', 'IpProtocol', 'PortRange', 'Policy', 'Priority']) {
    await assertRule({ [member]: undefined }, `Missing${member}`, member);
  }
});

test('Direction, IpProtocol and Policy: their values, in any letter case', async () => {
  for (const Direction of ['ingress', 'egress', 'Ingress']) await assertRuleAccepted({ Direction });
  for (const Policy of ['Accept', 'Drop', 'accept', 'drop']) await assertRuleAccepted({ Policy });
  for (const IpProtocol of ['TCP', 'UDP', 'tcp', 'udp']) await assertRuleAccepted({ IpProtocol });
  for (const IpProtocol of ['ICMP', 'ALL', 'GRE', 'icmp', 'all', 'gre']) {
    await assertRuleAccepted({ IpProtocol, PortRange: '-1/-1' });
  }
  const ipv6 = { SourceCidrIp: undefined, Ipv6SourceCidrIp: '::/0', PortRange: '-1/-1' };
  for (const IpProtocol of ['ICMPv6', 'icmpv6', 'ICMPV6']) await assertRuleAccepted({ ...ipv6, IpProtocol });
  for (const wrong of ['', 'in', 'both', ' ingress', 1, null, true, ['ingress'], {}]) {
    await assertRule({ Direction: wrong }, 'InvalidDirection', 'Direction');
  }
  for (const wrong of ['', 'ANY', '6', 6, 'SCTP', 'TCP ', null]) {
    await assertRule({ IpProtocol: wrong }, 'InvalidIpProtocol', 'IpProtocol');
  }
  for (const wrong of ['', 'Allow', 'Reject', null, false]) {
    await assertRule({ Policy: wrong }, 'InvalidPolicy', 'Policy');
  }
});

test('Priority: a JSON integer from 1 to 100', async () => {
  for (const Priority of [1, 100]) await assertRuleAccepted({ Priority, PortRange: '1/2' });
  for (const wrong of [0, 101, -1, 1.5, '1', '', null, true, [1]]) {
    await assertRule({ Priority: wrong }, 'InvalidPriority', 'Priority');
  }
});

test('port ranges of TCP and UDP: a/b with 1 <= a <= b <= 65535', async () => {
  for (const member of PORT_MEMBERS) {
    for (const IpProtocol of ['TCP', 'UDP']) {
      for (const range of ['1/1', '1/200', '1/65535', '65535/65535']) {
        await assertRuleAccepted({ IpProtocol, [member]: range });
      }
    }
    const wrong = [
      '0/1',
      '0/0',
      '1/65536',
      '65536/65536',
      '200/1',
      '-1/-1',
      '80',
      '80-90',
      '80/',
      '/80',
      '80/80/80',
      '080/80',
      '+1/2',
      ' 1/2',
      '1/2 ',
      '1.0/2',
      '١/٢',
      '',
      'ALL',
      80,
      null,
      [1, 2],
    ];
    for (const range of wrong) await assertRule({ [member]: range }, 'InvalidParameter.PortRange', member);
  }
});

test('port ranges of ICMP, ICMPv6, GRE and ALL: -1/-1 and nothing else', async () => {
  for (const IpProtocol of ['ICMP', 'ICMPv6', 'GRE', 'ALL']) {
    const base = { IpProtocol, PortRange: '-1/-1', SourceCidrIp: undefined };
    await assertRuleAccepted({ ...base, SourcePortRange: '-1/-1' });
    for (const member of PORT_MEMBERS) {
      for (const range of ['1/65535', '80/80', '0/0', '-1', '-1/-1 ', '-1/1']) {
        await assertRule({ ...base, [member]: range }, 'InvalidParameter.PortRange', member);
      }
    }
  }
});

test('Description of a rule: 2 to 256 code points, no http:// or https://', async () => {
  for (const character of ['a', '组', '🙂']) {
    for (const length of [2, 256]) await assertRuleAccepted({ Description: character.repeat(length) });
    for (const length of [1, 257]) {
      await assertRule({ Description: character.repeat(length) }, 'InvalidDescription', 'Description');
    }
  }
  for (const Description of ['1a', ' a', 'http:/', 'ftp://x']) await assertRuleAccepted({ Description });
  for (const Description of ['', 'http://', 'https://a', 5, null]) {
    await assertRule({ Description }, 'InvalidDescription', 'Description');
  }
});

test('addresses: IPv4 in two members, IPv6 in the two others, strictly', async () => {
  const none = { SourceCidrIp: undefined };
  for (const member of ['SourceCidrIp', 'DestCidrIp']) {
    for (const address of ['0.0.0.0/0', '10.0.0.1', '10.0.0.1/32', '10.0.0.1/8']) {
      await assertRuleAccepted({ ...none, [member]: address });
    }
    for (const address of [
      '',
      '010.0.0.1',
      '10.1',
      '10.0.0.1/33',
      '10.0.0.0/255.0.0.0',
      '::/0',
      'any',
      10,
      null,
    ]) {
      await assertRule({ ...none, [member]: address }, 'InvalidParameter.CidrIp', member);
    }
  }
  for (const member of ['Ipv6SourceCidrIp', 'Ipv6DestCidrIp']) {
    for (const address of ['::/0', '2001:db8::', '2001:DB8:0:0:0:0:0:1/64', '::ffff:192.0.2.1']) {
      await assertRuleAccepted({ ...none, [member]: address });
    }
    for (const address of ['', '0.0.0.0/0', 'fe80::1%eth0', '::/129', ':::', 'any', null]) {
      await assertRule({ ...none, [member]: address }, 'InvalidParameter.CidrIp', member);
    }
  }
  await assertRuleAccepted(none);
});

test('one end in both families is a conflict, two ends in different families are not', async () => {
  await assertRule({ Ipv6SourceCidrIp: '::/0' }, 'InvalidParameter.SourceIpConflict', 'Ipv6SourceCidrIp');
  const both = { DestCidrIp: '10.0.0.1', Ipv6DestCidrIp: '::1' };
  await assertRule(both, 'InvalidParameter.DestIpConflict', 'Ipv6DestCidrIp');
  await assertRuleAccepted({ Ipv6DestCidrIp: '::1' });
  await assertRuleAccepted({ SourceCidrIp: undefined, Ipv6SourceCidrIp: '::/0', DestCidrIp: '10.0.0.1' });
});

test('a protocol of one family with an address of the other', async () => {
  const icmp = { IpProtocol: 'icmp', PortRange: '-1/-1', SourceCidrIp: undefined };
  const icmpv6 = { ...icmp, IpProtocol: 'ICMPv6' };
  for (const member of ['Ipv6SourceCidrIp', 'Ipv6DestCidrIp']) {
    const code = 'InvalidParameter.Ipv4ProtocolConflictWithIpv6Address';
    await assertRule({ ...icmp, [member]: '::/0' }, code, 'IpProtocol');
    await assertRuleAccepted({ ...icmpv6, [member]: '::/0' });
  }
  for (const member of ['SourceCidrIp', 'DestCidrIp']) {
    const code = 'InvalidParameter.Ipv6ProtocolConflictWithIpv4Address';
    await assertRule({ ...icmpv6, [member]: '10.0.0.0/8' }, code, 'IpProtocol');
    await assertRuleAccepted({ ...icmp, [member]: '10.0.0.0/8' });
  }
  const all = { IpProtocol: 'ALL', PortRange: '-1/-1' };
  await assertRuleAccepted({ ...all, SourceCidrIp: undefined, Ipv6SourceCidrIp: '::/0' });
});
