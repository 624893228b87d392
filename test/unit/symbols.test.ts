/** The outline: groups, fields, rules, and the text that each covers. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { outlineOf, outlineTexts } from '../support/outline.ts';

const yaml = `Product: ENS
SecurityGroupName: web
Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 443/443
    Policy: Accept
    Priority: 1
    SourceCidrIp: 0.0.0.0/0
    Description: HTTPS for everybody
  - Direction: egress
    IpProtocol: UDP
    PortRange: 8000/8999
    Policy: Drop
    Priority: 2
    Ipv6DestCidrIp: ::/0
    Ipv6SourceCidrIp: fe80::1
  - { Direction: ingress, IpProtocol: ALL, PortRange: -1/-1, Policy: Accept, Priority: 3 }
`;

const expected = [
  'web | ENS',
  '  Product | ENS',
  '  SecurityGroupName | web',
  '  Permissions | 3 rules',
  '    #1 ingress TCP 443 ← 0.0.0.0/0 | HTTPS for everybody',
  '    #2 Drop egress UDP 8000-8999 → ::/0 (from fe80::1)',
  '    #3 ingress ALL',
];

test('a group with its fields and rules', () => {
  assert.deepEqual(outlineOf(yaml), expected);
});

test('the same in JSON', () => {
  const json = JSON.stringify({
    Product: 'ENS',
    SecurityGroupName: 'web',
    Permissions: [
      {
        Direction: 'ingress',
        IpProtocol: 'TCP',
        PortRange: '443/443',
        SourceCidrIp: '0.0.0.0/0',
        Description: 'HTTPS for everybody',
      },
      {
        Direction: 'egress',
        IpProtocol: 'UDP',
        PortRange: '8000/8999',
        Policy: 'Drop',
        Ipv6DestCidrIp: '::/0',
        Ipv6SourceCidrIp: 'fe80::1',
      },
      { Direction: 'ingress', IpProtocol: 'ALL', PortRange: '-1/-1' },
    ],
  });
  assert.deepEqual(outlineOf(json, 'json'), expected);
});

test('in Chinese', () => {
  assert.deepEqual(outlineOf('Permissions: []\n', 'yaml', 'zh-cn'), [
    '（未命名的安全组） | ENS',
    '  Permissions | 0 条规则',
  ]);
});

test('each entry covers its text and selects its name', () => {
  const texts = outlineTexts(yaml);
  assert.equal(texts[0]?.whole, yaml.trimEnd());
  assert.deepEqual(texts[2], { whole: 'SecurityGroupName: web', selected: 'SecurityGroupName' });
  assert.ok(texts[3]?.whole.startsWith('Permissions:') && texts[3].whole.endsWith('Priority: 3 }'));
  assert.equal(texts[3]?.selected, 'Permissions');
  assert.ok(texts[5]?.whole.startsWith('Direction: egress') && texts[5].whole.endsWith('fe80::1'));
});

/** The outline without the group and the number of rules. */
function rulesOf(text: string): string[] {
  return outlineOf(text)
    .filter((line) => /^ {2,4}(?:Permissions|#)/.test(line))
    .map((line) => line.replace(/ \| \d+ rules?$/, ''));
}

describe('what is unusual', () => {
  test('several documents, empty ones left out', () => {
    assert.deepEqual(
      outlineOf('SecurityGroupName: one\n---\n---\n# nothing\n---\nSecurityGroupName: two\n'),
      ['one | ENS', '  SecurityGroupName | one', 'two | ENS', '  SecurityGroupName | two'],
    );
  });

  test('an aliased rule, an aliased list, a merged list', () => {
    const base = 'x-web: &web { Direction: ingress, IpProtocol: TCP, PortRange: 80/80 }\n';
    assert.deepEqual(rulesOf(`${base}Permissions:\n  - *web\n  - <<: *web\n    PortRange: 81/81\n`), [
      '  Permissions',
      '    #1 ingress TCP 80',
      '    #2 ingress TCP 81',
    ]);
    const list = 'x-rules: &r\n  - { Direction: egress }\n';
    assert.deepEqual(rulesOf(`${list}Permissions: *r\n`), ['  Permissions', '    #1 egress']);
    assert.deepEqual(rulesOf('x-base: &b\n  Permissions:\n    - { Direction: egress }\n<<: *b\n'), [
      '  Permissions',
      '    #1 egress',
    ]);
  });

  test('rules that are none, and texts that do not parse', () => {
    assert.deepEqual(rulesOf('Permissions:\n  - web\n  -\n  - [a]\n'), [
      '  Permissions',
      '    #1',
      '    #2',
      '    #3',
    ]);
    assert.deepEqual(rulesOf('Permissions:\n  - Direction: "ingress\n    PortRange: 80\n'), [
      '  Permissions',
      '    #1 ingress 80',
    ]);
    assert.deepEqual(outlineOf('- a\n- b\n'), ['(security group without a name) | ENS']);
    assert.deepEqual(outlineOf(''), []);
  });
});
