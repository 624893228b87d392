/**
 * Errors and warnings for ENS: an error is what every source calls wrong, and what would be lost or mean two things; a
 * warning quotes the stricter source where sources differ. One test for each clause, boundary values on both sides.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Severity } from '../../server/src/core/rules/rule.ts';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { check } from '../support/check.ts';

type Fields = Record<string, unknown>;

const good: Fields = {
  Direction: 'ingress',
  IpProtocol: 'TCP',
  PortRange: '80/80',
  Policy: 'Accept',
  Priority: 1,
};

/** What is found in a group, as `SG1040 error`, from the same data written in JSON. */
function found(group: Fields): string[] {
  return inText(JSON.stringify({ Product: 'ENS', ...group }), 'json');
}

function inText(text: string, syntax: Syntax = 'yaml'): string[] {
  return check(text, syntax).diagnostics.map((d) => `${d.code} ${d.severity}`);
}

const inRule = (changes: Fields) => found({ Permissions: [{ ...good, ...changes }] });

/** A rule without some of its fields. */
function without(...keys: string[]): Fields {
  return Object.fromEntries(Object.entries(good).filter(([key]) => !keys.includes(key)));
}

function one(code: string, severity: Severity): string[] {
  return [`${code} ${severity}`];
}

describe('errors: what would be lost or mean two things', () => {
  test('an unknown key', () => {
    assert.deepEqual(found({ Color: 'red' }), one('SG1004', 'error'));
    assert.deepEqual(inRule({ Color: 'red' }), one('SG1004', 'error'));
  });

  test('a key of the other product', () => {
    assert.deepEqual(found({ RegionId: 'cn-hangzhou' }), one('SG1015', 'error'));
    assert.deepEqual(inRule({ SourceGroupId: 'sg-1' }), one('SG1015', 'error'));
  });

  test('a key without a value', () => {
    assert.deepEqual(inText('Product: ENS\nDescription:\n'), one('SG1006', 'error'));
    assert.deepEqual(inRule({ Description: null }), one('SG1006', 'error'));
    assert.deepEqual(inRule({ Policy: null }), one('SG1006', 'error'));
    assert.deepEqual(found({ Permissions: null }), one('SG1006', 'error'));
  });

  test('an empty string', () => {
    for (const key of ['SecurityGroupName', 'Description'])
      assert.deepEqual(found({ [key]: '' }), one('SG1008', 'error'));
    for (const key of ['Direction', 'IpProtocol', 'PortRange', 'SourcePortRange', 'Policy', 'Description'])
      assert.deepEqual(inRule({ [key]: '' }), one('SG1008', 'error'), key);
    for (const key of ['SourceCidrIp', 'Ipv6SourceCidrIp', 'DestCidrIp', 'Ipv6DestCidrIp', 'Priority'])
      assert.deepEqual(inRule({ [key]: '' }), one('SG1008', 'error'), key);
  });

  test('a duplicate key', () => {
    assert.deepEqual(inText('Product: ENS\nProduct: ENS\n'), one('SG1003', 'error'));
    assert.deepEqual(inText('{ "Product": "ENS", "Product": "ENS" }', 'json'), one('SG1003', 'error'));
  });

  test('a priority that is no integer', () => {
    for (const Priority of [1.5, true, [1], { a: 1 }])
      assert.deepEqual(inRule({ Priority }), one('SG1007', 'error'));
    assert.deepEqual(inRule({ Priority: '1' }), one('SG1051', 'error'));
    assert.deepEqual(inRule({ Priority: 'high' }), one('SG1007', 'error'));
  });

  test('rules that are equal in every field', () => {
    assert.deepEqual(found({ Permissions: [good, good] }), one('SG2001', 'error'));
    const written = { ...good, SourceCidrIp: '10.0.0.0/8', Ipv6DestCidrIp: undefined };
    const normal = (changes: Fields) => found({ Permissions: [written, { ...written, ...changes }] });
    assert.deepEqual(
      normal({ SourceCidrIp: '10.1.2.3/8' }),
      [],
      'the cloud keeps host bits, so it may take both',
    );
    assert.deepEqual(
      normal({ SourceCidrIp: '10.0.0.0/8', SourcePortRange: '1/65535' }),
      [],
      'what an absent source port range means is not documented',
    );
    assert.deepEqual(normal({ IpProtocol: 'tcp' }), ['SG2001 error', 'SG1031 warning'], 'nor letter case');
    assert.deepEqual(normal({ Priority: 2 }), []);
    assert.deepEqual(normal({ SourceCidrIp: '10.0.0.0/9' }), []);
    const six = { ...good, Ipv6SourceCidrIp: '2001:db8::/32' };
    assert.deepEqual(
      found({ Permissions: [six, { ...six, Ipv6SourceCidrIp: '2001:0DB8:0::0/32' }] }),
      one('SG2001', 'error'),
    );
  });
});

describe('errors: what every source calls wrong', () => {
  test('a missing key', () => {
    for (const key of Object.keys(good))
      assert.deepEqual(found({ Permissions: [without(key)] }), one('SG1005', 'error'), key);
    assert.deepEqual(found({ Permissions: [{}] }), one('SG1005', 'error'));
  });

  test('a word outside the list', () => {
    for (const key of ['Direction', 'IpProtocol', 'Policy'])
      assert.deepEqual(inRule({ [key]: 'some' }), one('SG1030', 'error'), key);
    assert.deepEqual(inRule({ Direction: ' ingress' }), one('SG1030', 'error'));
  });

  test('a value of another type', () => {
    for (const value of [5, true, ['a'], { a: 1 }]) {
      assert.deepEqual(found({ SecurityGroupName: value }), one('SG1007', 'error'));
      assert.deepEqual(inRule({ SourceCidrIp: value }), one('SG1007', 'error'));
    }
    assert.deepEqual(found({ Permissions: 'none' }), one('SG1007', 'error'));
    assert.deepEqual(found({ Permissions: {} }), one('SG1007', 'error'));
    assert.deepEqual(found({ Permissions: ['web'] }), one('SG1007', 'error'));
  });

  test('ports: 1 to 65535, from/to, not reversed', () => {
    for (const PortRange of ['1/1', '1/65535', '65535/65535', '80/443'])
      assert.deepEqual(inRule({ PortRange }), [], PortRange);
    for (const PortRange of ['0/1', '1/65536', '0/0', '65536/65536', '01/02', '80/080'])
      assert.deepEqual(inRule({ PortRange }), one('SG1041', 'error'), PortRange);
    for (const PortRange of ['443/80', '65535/1'])
      assert.deepEqual(inRule({ PortRange }), one('SG1042', 'error'));
    for (const PortRange of [
      '80',
      '80-90',
      '80,90',
      'http',
      '80/',
      '/80',
      '80/90/100',
      ' 80/90',
      '-1',
      '+1/2',
    ])
      assert.deepEqual(inRule({ PortRange }), one('SG1040', 'error'), PortRange);
    for (const SourcePortRange of ['0/1', '1/65536'])
      assert.deepEqual(inRule({ SourcePortRange }), one('SG1041', 'error'));
  });

  test('ports that the protocol has or has not', () => {
    for (const IpProtocol of ['ICMP', 'ALL']) {
      assert.deepEqual(inRule({ IpProtocol, PortRange: '-1/-1' }), []);
      assert.deepEqual(inRule({ IpProtocol }), one('SG1012', 'error'));
      assert.deepEqual(
        inRule({ IpProtocol, PortRange: '-1/-1', SourcePortRange: '22/22' }),
        one('SG1012', 'error'),
      );
    }
    for (const IpProtocol of ['TCP', 'UDP'])
      assert.deepEqual(inRule({ IpProtocol, PortRange: '-1/-1' }), one('SG1012', 'error'));
  });

  test('priority: 1 to 100', () => {
    for (const Priority of [1, 100]) assert.deepEqual(inRule({ Priority }), []);
    for (const Priority of [0, 101, -1, 1e20]) assert.deepEqual(inRule({ Priority }), one('SG1050', 'error'));
  });

  test('addresses', () => {
    for (const [key, values] of [
      [
        'SourceCidrIp',
        ['10.0.0.256', '10.0.0', '010.0.0.1', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/255.0.0.0', 'any'],
      ],
      ['DestCidrIp', ['10.1', '1.2.3.4.5', ' 10.0.0.1', '10.0.0.1 ', '10.0.0.0/08', '0x0a.0.0.1']],
      ['Ipv6SourceCidrIp', ['2001:db8', ':::', '2001:db8::1%eth0', '2001:db8::/129', 'g::1', '1::2::3']],
      ['Ipv6DestCidrIp', ['12345::', '::1/', '[::1]', '1:2:3:4:5:6:7:8:9', '::/012']],
    ] as const) {
      for (const value of values) assert.deepEqual(inRule({ [key]: value }), one('SG1060', 'error'), value);
    }
    assert.deepEqual(inRule({ SourceCidrIp: '::1' }), one('SG1061', 'error'));
    assert.deepEqual(inRule({ Ipv6SourceCidrIp: '10.0.0.1' }), one('SG1061', 'error'));
  });

  test('two addresses at one end; an address that the protocol does not have', () => {
    assert.deepEqual(
      inRule({ SourceCidrIp: '10.0.0.0/8', Ipv6SourceCidrIp: '::/0' }),
      one('SG1062', 'error'),
    );
    assert.deepEqual(inRule({ DestCidrIp: '10.0.0.0/8', Ipv6DestCidrIp: '::/0' }), one('SG1063', 'error'));
    const icmp = { IpProtocol: 'ICMP', PortRange: '-1/-1' };
    assert.deepEqual(inRule({ ...icmp, Ipv6SourceCidrIp: '::/0' }), one('SG1064', 'error'));
    assert.deepEqual(
      inRule({ ...icmp, IpProtocol: 'ICMPv6', SourceCidrIp: '10.0.0.0/8' }).filter((f) =>
        f.includes('error'),
      ),
      one('SG1065', 'error'),
    );
  });

  test('names and descriptions', () => {
    for (const name of ['9web', '-web', ':web', '_web'])
      assert.deepEqual(found({ SecurityGroupName: name }), one('SG1021', 'error'), name);
    for (const name of ['we b', 'web.tier', 'web/tier', 'web,'])
      assert.deepEqual(found({ SecurityGroupName: name }), one('SG1022', 'error'), name);
    for (const prefix of ['http://', 'https://']) {
      assert.deepEqual(found({ SecurityGroupName: `${prefix}x` }), one('SG1023', 'error'));
      assert.deepEqual(found({ Description: `${prefix}x` }), one('SG1023', 'error'));
      assert.deepEqual(inRule({ Description: `${prefix}x` }), one('SG1023', 'error'));
    }
    for (const text of ['9 nodes', '(edge)', ' edge', '-edge'])
      assert.deepEqual(found({ Description: text }), one('SG1026', 'error'), text);
  });

  test('a custom tag, an alias of nothing, a text that does not parse', () => {
    assert.deepEqual(inText('Product: !mine ENS\n'), one('SG1011', 'error'));
    assert.deepEqual(inText('Product: ENS\nDescription: *none\n'), one('SG1014', 'error'));
    assert.deepEqual(inText('Product: ENS\nDescription: "open\n'), one('SG1001', 'error'));
  });
});

describe('warnings: where the sources differ', () => {
  test('letter case', () => {
    for (const changes of [
      { Direction: 'Ingress' },
      { IpProtocol: 'tcp' },
      { Policy: 'accept' },
      { Policy: 'DROP' },
      { IpProtocol: 'all', PortRange: '-1/-1' },
    ])
      assert.deepEqual(inRule(changes), one('SG1031', 'warning'));
  });

  test('ICMPv6 and GRE', () => {
    for (const IpProtocol of ['ICMPv6', 'icmpv6', 'GRE', 'gre'])
      assert.deepEqual(inRule({ IpProtocol, PortRange: '-1/-1' }), one('SG1032', 'warning'), IpProtocol);
  });

  test('a Chinese or other letter that is not English', () => {
    for (const text of ['网站', 'web网站', 'été', 'Ωmega'])
      assert.deepEqual(found({ SecurityGroupName: text }), one('SG1024', 'warning'), text);
    assert.deepEqual(found({ Description: '网站' }), one('SG1024', 'warning'));
    assert.deepEqual(found({ Description: 'edge 网站' }), [], 'only its first letter is in doubt');
    assert.deepEqual(inRule({ Description: '网站' }), [], 'no document restricts that of a rule');
  });

  test('an IPv4 end and an IPv6 end', () => {
    assert.deepEqual(
      inRule({ SourceCidrIp: '10.0.0.0/8', Ipv6DestCidrIp: '::/0' }),
      one('SG1066', 'warning'),
    );
    assert.deepEqual(
      inRule({ Ipv6SourceCidrIp: '::/0', DestCidrIp: '10.0.0.0/8' }),
      one('SG1066', 'warning'),
    );
  });

  test('the same rule again with another description', () => {
    const again = found({ Permissions: [good, { ...good, Description: 'again' }] });
    assert.deepEqual(again, one('SG2002', 'warning'));
  });

  test('a trailing comma in JSON', () => {
    assert.deepEqual(inText('{ "Product": "ENS", }', 'json'), one('SG1013', 'warning'));
  });

  test('an AccessKey id', () => {
    const key = ['LTAI', '5tExampleExample'].join('');
    assert.deepEqual(inText(`Product: ENS\nx-key: ${key}\n`), one('SG3001', 'warning'));
  });
});

test('an inferred product is a hint', () => {
  assert.deepEqual(inText('SecurityGroupName: web\n'), one('SG4001', 'hint'));
});
