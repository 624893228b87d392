/** Random ECS definitions near the limits and beyond, as plain data. `mistakes`: of a thousand fields, how many are bad. */
import fc from 'fast-check';
import type { Definition } from './arbitrary-definition.ts';

interface Pool {
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
}

const a = (length: number) => 'a'.repeat(length);
/** What no field takes. */
const anything = [null, 1.5, ['x'], { x: 1 }];
const ids: Pool = { good: ['sg-example', 'x'], bad: ['', 7, true] };
const owners: Pool = { good: [1234567890123456, '1234567890123456', 0], bad: ['me', '', -1, true] };
const ports: Pool = {
  good: ['1/65535', '443/443', '0/65535', '0/0', '-1/-1'],
  bad: ['80', '80-90', '0/65536', '1/0', '-1', '', 80, '080/080', '00/80'],
};
const four: Pool = { good: ['10.0.0.0/8', '0.0.0.0/0', '192.0.2.1'], bad: ['10.0.0.0/33', '10.1', '', 7] };
const six: Pool = { good: ['::/0', '2001:DB8::1'], bad: ['::/129', ':::', '', true] };

const ruleFields: Readonly<Record<string, Pool>> = {
  PortRange: ports,
  PortRangeListId: ids,
  SourcePortRange: ports,
  Policy: { good: ['accept', 'Drop', 'ACCEPT'], bad: ['deny', '', true] },
  Priority: { good: [1, 100, '1', '100', '007'], bad: [0, 101, '0', '101', 'high', '', -1, true, '1.5'] },
  SourceCidrIp: four,
  Ipv6SourceCidrIp: six,
  SourceGroupId: ids,
  SourcePrefixListId: ids,
  SourceGroupOwnerAccount: ids,
  SourceGroupOwnerId: owners,
  DestCidrIp: four,
  Ipv6DestCidrIp: six,
  DestGroupId: ids,
  DestPrefixListId: ids,
  DestGroupOwnerAccount: ids,
  DestGroupOwnerId: owners,
  NicType: { good: ['intranet', 'internet', 'Intranet'], bad: ['public', '', 1] },
  Description: { good: ['a', a(512), 'http://a'], bad: [a(513), '', 12] },
};

const requiredRuleFields: Readonly<Record<string, Pool>> = {
  Direction: { good: ['ingress', 'Egress'], bad: ['in', '', 1] },
  IpProtocol: {
    good: ['TCP', 'udp', 'Icmp', 'ICMPv6', 'gre', 'ALL', 6, '132', 0, 255],
    bad: ['SCTP', '', 256, '256', -1, true],
  },
};

const groupFields: Readonly<Record<string, Pool>> = {
  Action: { good: ['CreateSecurityGroup', 'createsecuritygroup'], bad: ['Create', '', 1] },
  SecurityGroupName: {
    good: ['ab', a(128), 'web.tier', '网站-1'],
    bad: ['a', a(129), '1ab', 'a b', 'http://ab', '', 12],
  },
  Description: { good: ['ab', a(256), '1st'], bad: ['a', a(257), 'https://ab', '', 12] },
  VpcId: ids,
  SecurityGroupType: { good: ['normal', 'enterprise', 'Normal'], bad: ['basic', '', 1] },
  ResourceGroupId: ids,
  ClientToken: { good: ['a', a(64), '!~'], bad: [a(65), '令牌', '', 1] },
  OwnerAccount: ids,
  OwnerId: owners,
  ResourceOwnerAccount: ids,
  ResourceOwnerId: owners,
  ServiceManaged: { good: [true, false, 'true'], bad: ['yes', '', 1] },
};

const tagKeys: Pool = {
  good: ['team', a(65), a(128), 'my-aliyun'],
  bad: [a(129), 'aliyun', 'acs:x', 'http://x', '', 1],
};
const tagValues: Pool = { good: ['', 'web', a(128), 'aliyun', 'https://x'], bad: [a(129), 1, true] };

function pick({ good, bad }: Pool, mistakes: number): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1000 - mistakes, arbitrary: fc.constantFrom(...good) },
    { weight: mistakes, arbitrary: fc.constantFrom(...bad, ...anything) },
  );
}

/** An object with some of the optional fields and, mistakes aside, all required ones. */
function record(
  optional: Readonly<Record<string, Pool>>,
  required: Readonly<Record<string, Pool>>,
  mistakes: number,
): fc.Arbitrary<Record<string, unknown>> {
  const left = fc.constant(undefined);
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [key, pool] of Object.entries(required)) {
    const value = { weight: 1000 - mistakes, arbitrary: pick(pool, mistakes) };
    fields[key] = fc.oneof(value, { weight: mistakes, arbitrary: left });
  }
  for (const [key, pool] of Object.entries(optional)) {
    fields[key] = fc.oneof({ weight: 1, arbitrary: pick(pool, mistakes) }, { weight: 2, arbitrary: left });
  }
  return fc
    .record(fields)
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
}

/** A definition with `Product: ECS`. */
export function arbitraryEcsDefinition(mistakes: number): fc.Arbitrary<Definition> {
  const tag = record({ Value: tagValues, value: tagValues, key: tagKeys }, { Key: tagKeys }, mistakes);
  const odd = { weight: mistakes, arbitrary: fc.constantFrom<unknown>('x', 5, [], null) };
  const rule = record(ruleFields, requiredRuleFields, mistakes);
  return fc
    .record({
      group: record(groupFields, { RegionId: { good: ['cn-hangzhou', 'mars'], bad: ['', 1] } }, mistakes),
      tags: fc.array(fc.oneof({ weight: 2000, arbitrary: tag }, odd), { maxLength: 2 }),
      rules: fc.array(fc.oneof({ weight: 2000, arbitrary: rule }, odd), { maxLength: 2 }),
      manyTags: fc.oneof(
        { weight: 30, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.constantFrom(20, 21) },
      ),
    })
    .map(({ group, tags, rules, manyTags }) => ({
      Product: 'ECS',
      ...group,
      Tag: manyTags === 0 ? tags : Array.from({ length: manyTags }, (_, i) => ({ Key: `k${i}` })),
      Permissions: rules,
    }));
}
