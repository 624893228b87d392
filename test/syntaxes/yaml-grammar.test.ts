/** The YAML grammar: what a reader sees as key, value, comment and directive before the language server answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopesOf, tokenise } from './tokenise.ts';

const definition = `# Public web servers
Product: ENS
SecurityGroupName: web:1_2-3
x-office: &office 203.0.113.0/24
Permissions:
  - Direction: ingress # from outside
    IpProtocol: TCP
    PortRange: 80/80
    SourcePortRange: "1/65535"
    SourceCidrIp: *office
    Policy: Accept
    Priority: 1
    Description: Office Accept 80/80
  - {Direction: egress, IpProtocol: 'ALL', PortRange: -1/-1, Policy: Drop, Ipv6DestCidrIp: "2001:db8::/32"}
  - Ipv6SourceCidrIp: ::/0
    DestCidrIp: 10.0.0.5
    SourceGroupId: sg-bp1fg655nh68xyz9i
---
Product: ECS`;

test('keys, also after a dash and in a flow mapping, are tags', async () => {
  const tokens = await tokenise('yaml', definition);
  for (const [key, line] of [
    ['SecurityGroupName', 2],
    ['x-office', 3],
    ['Permissions', 4],
    ['Direction', 5],
    ['PortRange', 7],
    ['Direction', 13],
    ['Ipv6DestCidrIp', 13],
    ['Ipv6SourceCidrIp', 14],
  ] as const) {
    assert.match(scopesOf(tokens, key, line), /entity\.name\.tag\.yaml$/, `${key} in line ${line}`);
  }
});

test('values that only a security group has get a colour of their own', async () => {
  const tokens = await tokenise('yaml', definition);
  const expected: [string, number, string][] = [
    ['ENS', 1, 'constant.language.product.alicloud-sg'],
    ['ingress', 5, 'constant.language.direction.alicloud-sg'],
    ['TCP', 6, 'constant.language.protocol.alicloud-sg'],
    ['80/80', 7, 'constant.numeric.port-range.alicloud-sg'],
    ['1/65535', 8, 'constant.numeric.port-range.alicloud-sg'],
    ['office', 9, 'variable.other.alias.yaml'],
    ['Accept', 10, 'constant.language.policy.accept.alicloud-sg'],
    ['1', 11, 'constant.numeric.integer.yaml'],
    ['egress', 13, 'constant.language.direction.alicloud-sg'],
    ['ALL', 13, 'constant.language.protocol.alicloud-sg'],
    ['-1/-1', 13, 'constant.numeric.port-range.alicloud-sg'],
    ['Drop', 13, 'constant.language.policy.drop.alicloud-sg'],
    ['2001:db8::/32', 13, 'constant.numeric.address.ipv6.alicloud-sg'],
    ['::/0', 14, 'constant.numeric.address.ipv6.alicloud-sg'],
    ['10.0.0.5', 15, 'constant.numeric.address.ipv4.alicloud-sg'],
    ['sg-bp1fg655nh68xyz9i', 16, 'constant.other.resource-id.alicloud-sg'],
    ['---', 17, 'entity.other.document.begin.yaml'],
    ['ECS', 18, 'constant.language.product.alicloud-sg'],
  ];
  for (const [text, line, scope] of expected) {
    assert.ok(
      scopesOf(tokens, text, line).split(' ').includes(scope),
      `${text}: ${scopesOf(tokens, text, line)}`,
    );
  }
});

test('the same words in free text are plain text', async () => {
  const tokens = await tokenise('yaml', definition);
  assert.equal(scopesOf(tokens, 'Office Accept 80/80'), 'string.unquoted.plain.out.yaml');
  assert.equal(scopesOf(tokens, 'web:1_2-3'), 'string.unquoted.plain.out.yaml');
});

test('a value that the key does not know is not coloured as if it did', async () => {
  const tokens = await tokenise(
    'yaml',
    'Direction: sideways\nPolicy: Accepted\nPortRange: 80\nIpProtocol: TCPX',
  );
  for (const value of ['sideways', 'Accepted', 'TCPX']) {
    assert.equal(scopesOf(tokens, value), 'string.unquoted.plain.out.yaml', value);
  }
  assert.equal(scopesOf(tokens, '80'), 'constant.numeric.integer.yaml');
});

test('a number sign inside a word or a string begins no comment', async () => {
  const tokens = await tokenise('yaml', 'SecurityGroupName: a#b\nDescription: "x # y" # real');
  assert.equal(scopesOf(tokens, 'a#b'), 'string.unquoted.plain.out.yaml');
  assert.match(scopesOf(tokens, 'x # y'), /string\.quoted\.double\.yaml$/);
  assert.match(scopesOf(tokens, 'real'), /comment\.line/);
});

test('a block scalar reaches as far as its indentation, also in a list item', async () => {
  const text = [
    'Description: |',
    '  Direction: ingress',
    '',
    '  # not a comment',
    'Permissions:',
    '  - Description: >-',
    '      Policy: Drop',
    '    Policy: Drop',
    '  - Direction: egress',
  ].join('\n');
  const tokens = await tokenise('yaml', text);
  assert.equal(scopesOf(tokens, 'Direction: ingress', 1), 'string.unquoted.block.yaml');
  assert.equal(scopesOf(tokens, '# not a comment', 3), 'string.unquoted.block.yaml');
  assert.equal(scopesOf(tokens, 'Policy: Drop', 6), 'string.unquoted.block.yaml');
  assert.equal(scopesOf(tokens, 'Policy', 7), 'entity.name.tag.yaml');
  assert.match(scopesOf(tokens, 'Drop', 7), /policy\.drop/);
  assert.equal(scopesOf(tokens, 'Direction', 8), 'entity.name.tag.yaml');
});

test('a flow list over several lines keeps its keys and values', async () => {
  const text = 'Permissions: [\n  {Direction: ingress,\n   Policy: Drop},\n]\nProduct: ENS';
  const tokens = await tokenise('yaml', text);
  assert.match(scopesOf(tokens, 'Direction'), /meta\.flow-mapping\.yaml entity\.name\.tag\.yaml$/);
  assert.match(scopesOf(tokens, 'ingress'), /direction/);
  assert.match(scopesOf(tokens, 'Drop'), /policy\.drop/);
  assert.equal(scopesOf(tokens, 'Product'), 'entity.name.tag.yaml');
});

test('suppression comments show rule, reason and date', async () => {
  const tokens = await tokenise(
    'yaml',
    'PortRange: 22/22 # sg-ignore SG3001, shadowed-rule reason="jump host" expires=2026-12-31\n# sg-ignore-file SG4002',
  );
  assert.match(scopesOf(tokens, 'sg-ignore'), /comment\.line.*keyword\.other\.directive\.alicloud-sg$/);
  assert.match(scopesOf(tokens, 'SG3001'), /variable\.other\.constant\.rule\.alicloud-sg$/);
  assert.match(scopesOf(tokens, 'shadowed-rule'), /variable\.other\.constant\.rule\.alicloud-sg$/);
  assert.match(scopesOf(tokens, '"jump host"'), /string\.quoted\.double\.alicloud-sg$/);
  assert.match(scopesOf(tokens, '2026-12-31'), /constant\.numeric\.date\.alicloud-sg$/);
  assert.match(scopesOf(tokens, 'sg-ignore-file', 1), /keyword\.other\.directive/);
  assert.match(scopesOf(tokens, 'SG4002', 1), /constant\.rule/);
});

test('expectations show verdict, protocol and addresses', async () => {
  const tokens = await tokenise('yaml', '# sg-expect: deny ingress tcp from internet to 10.0.0.5 port 22-23');
  assert.match(scopesOf(tokens, 'deny'), /keyword\.control\.expectation/);
  assert.match(scopesOf(tokens, 'ingress'), /language\.direction/);
  assert.match(scopesOf(tokens, 'tcp'), /language\.protocol/);
  assert.match(scopesOf(tokens, 'internet'), /language\.address/);
  assert.match(scopesOf(tokens, '10.0.0.5'), /numeric\.address\.ipv4/);
  assert.match(scopesOf(tokens, '22-23'), /numeric\.port/);
});

test('an ordinary comment that mentions a directive is a comment', async () => {
  const tokens = await tokenise('yaml', '# about sg-ignore SG3001');
  assert.equal(scopesOf(tokens, 'about sg-ignore SG3001'), 'comment.line.number-sign.yaml');
});
