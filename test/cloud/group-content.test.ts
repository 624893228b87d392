/** Recognising one's own group in the words of the server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasContent, hasName } from '../../client/src/cloud/group-content.ts';

type Rule = Readonly<Record<string, unknown>>;

const rule: Rule = {
  Direction: 'ingress',
  IpProtocol: 'TCP',
  PortRange: '80/80',
  Policy: 'Accept',
  Priority: 1,
  SourceCidrIp: '192.0.2.1',
};

function same(wanted: readonly Rule[], described: readonly Rule[]): boolean {
  const group = { name: 'web', description: '', rules: described };
  return hasContent(group, 'sg-1', { SecurityGroupName: 'web', Permissions: JSON.stringify(wanted) });
}

test('other spellings of the same rule', () => {
  const spellings: readonly Rule[] = [
    { IpProtocol: 'tcp', Policy: 'accept', Direction: 'Ingress' },
    { SourceCidrIp: '192.0.2.1/32' },
    { SourcePortRange: '-1/-1' },
    { SourcePortRange: '1/65535' },
    { SourcePortRange: '' },
    { Priority: '1' },
    { Description: '' },
    { DestCidrIp: '' },
    { DestCidrIp: '0.0.0.0/0' },
    { Ipv6SourceCidrIp: '', Ipv6DestCidrIp: '' },
    { CreationTime: '2026-01-01T00:00:00Z' },
  ];
  for (const spelling of spellings)
    assert.ok(same([rule], [{ ...rule, ...spelling }]), JSON.stringify(spelling));
});

test('other rules', () => {
  const others: readonly Rule[] = [
    { IpProtocol: 'UDP' },
    { Policy: 'Drop' },
    { Direction: 'egress' },
    { SourceCidrIp: '192.0.2.2' },
    { SourceCidrIp: '192.0.2.0/31' },
    { SourcePortRange: '80/80' },
    { PortRange: '80/81' },
    { Priority: 2 },
    { Description: 'x' },
    { DestCidrIp: '10.0.0.0/8' },
  ];
  for (const other of others) assert.ok(!same([rule], [{ ...rule, ...other }]), JSON.stringify(other));
  assert.ok(!same([rule], []));
  assert.ok(!same([], [rule]));
  assert.ok(!same([rule], [rule, { ...rule, Priority: 2 }]));
});

test('order does not matter, and a rule that is given twice may be kept once', () => {
  const second = { ...rule, Priority: 2 };
  assert.ok(same([rule, second], [second, rule]));
  assert.ok(same([rule, rule], [rule]));
});

test('networks are compared by value', () => {
  const v6 = (Ipv6SourceCidrIp: string): Rule => {
    const { SourceCidrIp: _, ...rest } = rule;
    return { ...rest, Ipv6SourceCidrIp };
  };
  assert.ok(same([v6('2001:0db8:0:0::1')], [v6('2001:db8::1/128')]));
  assert.ok(same([v6('2001:db8::5/64')], [v6('2001:DB8::/64')]));
  assert.ok(same([v6('::')], [v6('0:0:0:0:0:0:0:0/128')]));
  assert.ok(same([v6('::/0')], [{ ...v6('::/0'), Ipv6DestCidrIp: '::/0' }]));
  assert.ok(!same([v6('2001:db8::1')], [v6('2001:db8::2')]));
  assert.ok(!same([v6('::/0')], [{ ...rule, SourceCidrIp: '0.0.0.0/0' }]));
  assert.ok(same([{ ...rule, SourceCidrIp: '10.1.2.3/8' }], [{ ...rule, SourceCidrIp: '10.0.0.0/8' }]));
});

test('an IPv4 network is the same network whatever its host bits', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, length) => {
      const value = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
      const size = 2 ** (32 - length);
      const first = Math.floor(value / size) * size;
      const network = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.');
      const at = (SourceCidrIp: string) => [{ ...rule, SourceCidrIp }];
      assert.ok(same(at(`${address}/${length}`), at(`${network}/${length}`)));
      const next = [24, 16, 8, 0].map((shift) => Math.floor((first + size) / 2 ** shift) % 256).join('.');
      if (length > 0) assert.ok(!same(at(`${address}/${length}`), at(`${next}/${length}`)));
    }),
    { seed: 20261121, numRuns: 300 },
  );
});

test('name and description have to agree', () => {
  const group = { name: 'web', description: 'd', rules: [] };
  assert.ok(hasContent(group, 'sg-1', { SecurityGroupName: 'web', Description: 'd' }));
  assert.ok(!hasContent(group, 'sg-1', { SecurityGroupName: 'web' }));
  assert.ok(!hasContent(group, 'sg-1', { SecurityGroupName: 'Web', Description: 'd' }));
  assert.ok(
    !hasContent(group, 'sg-1', { SecurityGroupName: 'web', Description: 'd', Permissions: 'not JSON' }),
  );
  assert.ok(hasName('', 'sg-1', null) && hasName('sg-1', 'sg-1', null) && !hasName('web', 'sg-1', null));
});
