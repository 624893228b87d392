/** What hover says about values: addresses, ports, priorities, whole rules. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../server/src/core/features/hover.ts';
import type { Locale } from '../../../server/src/core/i18n/locale.ts';
import { check } from '../../support/check.ts';
import { marked, place } from '../../support/marked.ts';

/** The first paragraphs of a hover, without the documentation of the field. */
function meaning(source: string, locale: Locale = 'en', syntax: 'yaml' | 'json' = 'yaml'): string | null {
  const text = marked(source);
  const found = hover(check(text.text, syntax), place(text), locale);
  return found === null ? null : (found.contents.split('\n\n---\n\n')[0] ?? null);
}

const rule = (fields: string) =>
  `Product: ENS\nPermissions:\n  - ${fields.trim().replaceAll('\n', '\n    ')}\n`;
const address = (field: string, value: string, locale?: Locale) =>
  meaning(rule(`Direction: ingress\n${field}: «»${value}`), locale);

test('an address tells its range, size and kind', () => {
  for (const [value, expected] of [
    ['10.0.0.0/8', '`10.0.0.0` – `10.255.255.255` · 16,777,216 addresses · private addresses (RFC 1918)'],
    ['192.0.2.7', '`192.0.2.7` · 1 address · documentation addresses, used by no host (RFC 5737)'],
    ['8.8.8.0/24', '`8.8.8.0` – `8.8.8.255` · 256 addresses · public addresses'],
    ['224.0.0.5/32', '`224.0.0.5` · 1 address · multicast (RFC 5771)'],
    ['172.32.0.0/12', '`172.32.0.0` – `172.47.255.255` · 1,048,576 addresses · public addresses'],
    [
      '100.127.0.0/16',
      '`100.127.0.0` – `100.127.255.255` · 65,536 addresses · addresses shared behind a carrier’s NAT (RFC 6598)',
    ],
    ['255.255.255.255', '`255.255.255.255` · 1 address · limited broadcast (RFC 919)'],
    [
      '0.0.0.0/0',
      '`0.0.0.0` – `255.255.255.255` · 4,294,967,296 addresses · every IPv4 address, the internet included',
    ],
  ] as const) {
    assert.equal(address('SourceCidrIp', value), expected, value);
  }
});

test('IPv6 addresses too; sizes that nobody can read are powers of two', () => {
  for (const [value, expected] of [
    [
      '"2001:db8::/32"',
      '`2001:db8::` – `2001:db8:ffff:ffff:ffff:ffff:ffff:ffff` · 2⁹⁶ addresses · documentation addresses, used by no host (RFC 3849)',
    ],
    ['fd00::1/128', '`fd00::1` · 1 address · unique local addresses (RFC 4193)'],
    [
      '"::/0"',
      '`::` – `ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff` · 2¹²⁸ addresses · every IPv6 address, the internet included',
    ],
    ['2400:3200::1', '`2400:3200::1` · 1 address · public addresses'],
  ] as const) {
    assert.equal(address('Ipv6SourceCidrIp', value), expected, value);
  }
});

test('a block that holds special blocks names them', () => {
  assert.match(
    address('DestCidrIp', '192.0.0.0/8') ?? '',
    /public addresses; contains `192\.0\.0\.0\/24`.*`192\.0\.2\.0\/24`.*…$/,
  );
});

test('host bits are said, with the network that is meant', () => {
  assert.equal(
    address('SourceCidrIp', '10.1.2.3/8'),
    '`10.0.0.0` – `10.255.255.255` · 16,777,216 addresses · private addresses (RFC 1918)\n\n' +
      'The address has bits set behind `/8`. As a network it is `10.0.0.0/8`.',
  );
  assert.match(address('Ipv6SourceCidrIp', '2400::1/64', 'zh-cn') ?? '', /作为网段即 `2400::\/64`/);
});

test('what is no address is not explained, its field still is', () => {
  assert.match(address('SourceCidrIp', '10.0.0.0/33') ?? '', /^\*\*SourceCidrIp\*\*/);
});

test('ports tell their services, of the protocol of the rule', () => {
  const ports = (protocol: string, value: string, locale?: Locale) =>
    meaning(rule(`Direction: ingress\nIpProtocol: ${protocol}\nPortRange: «»${value}`), locale);
  assert.equal(ports('TCP', '22/22'), 'port 22 (ssh)');
  assert.equal(ports('UDP', '22/22'), 'port 22');
  assert.equal(ports('UDP', '53/53', 'zh-cn'), '端口 53（dns）');
  assert.equal(ports('TCP', '1/65535'), 'every port');
  assert.equal(
    ports('TCP', '8000/8999'),
    '1,000 ports, among them http-alt (8080), https-alt (8443), mqtts (8883)',
  );
  assert.equal(ports('TCP', '20000/20001'), '2 ports');
  assert.match(ports('ALL', '-1/-1') ?? '', /^No ports/);
  assert.match(ports('TCP', '90/80') ?? '', /^\*\*PortRange\*\*/);
});

const three = (mark: number) => `Product: ENS
Permissions:
${[10, 20, 20]
  .map(
    (priority, i) =>
      `  - {Direction: ingress, IpProtocol: TCP, PortRange: ${i + 1}/${i + 1}, Policy: Accept, Priority: ${mark === i ? '«»' : ''}${priority}}\n`,
  )
  .join(
    '',
  )}  - {Direction: egress, IpProtocol: ALL, PortRange: -1/-1, Policy: Accept, Priority: ${mark === 3 ? '«»' : ''}1}
`;

test('a priority tells the place in the order of its direction', () => {
  assert.equal(meaning(three(0)), 'Tried after 0 and before 2 of the 3 ingress rules.');
  assert.equal(
    meaning(three(1)),
    'Tried after 1 and before 0 of the 3 ingress rules. The same priority: #3.',
  );
  assert.equal(meaning(three(3)), 'The only egress rule.');
  assert.equal(meaning(three(3), 'zh-cn'), '唯一的出方向规则。');
});

const sentences: readonly [fields: string, en: string, zh: string][] = [
  [
    'Direction: ingress\nIpProtocol: TCP\nPortRange: 443/443\nPolicy: Accept\nPriority: 1\nSourceCidrIp: 0.0.0.0/0',
    'Accepts TCP traffic from every IPv4 address to the instances of the group, port 443 (https).',
    '允许来自所有 IPv4 地址、到组内实例的 443 端口（https）的 TCP 流量。',
  ],
  [
    'Direction: egress\nIpProtocol: all\nPortRange: -1/-1\nPolicy: Drop\nPriority: 1\nDestCidrIp: 10.0.0.0/8',
    'Drops all traffic from the instances of the group to 10.0.0.0/8.',
    '拒绝从组内实例到 10.0.0.0/8 的所有协议流量。',
  ],
  [
    'Direction: ingress\nIpProtocol: UDP\nPortRange: 5000/5010\nSourcePortRange: 53/53\nPolicy: Accept\nPriority: 1',
    'Accepts UDP traffic from addresses that the rule does not state to the instances of the group, ports 5000 to 5010, from source port 53.',
    '允许来自规则未指明的地址、到组内实例的 5000~5010 端口、源端口为 53 的 UDP 流量。',
  ],
];

test('a rule is one sentence, at its dash and at its policy', () => {
  for (const [fields, en, zh] of sentences) {
    const text = rule(fields);
    assert.equal(meaning(text.replace('Policy: ', 'Policy: «»')), en);
    assert.equal(meaning(text.replace('  - ', '  «»- ')), `**#1** ${en}`);
    assert.equal(meaning(text.replace('  - ', '  «»- '), 'zh-cn'), `**#1** ${zh}`);
  }
});

test('at the brace of a rule in flow style and in JSON, and at an alias', () => {
  const fields =
    '"Direction": "ingress", "IpProtocol": "ICMP", "PortRange": "-1/-1", "Policy": "Accept", "Priority": 1, "SourceCidrIp": "10.0.0.0/8"';
  const expected = '**#1** Accepts ICMP traffic from 10.0.0.0/8 to the instances of the group.';
  assert.equal(meaning(`{"Permissions": [«»{ ${fields} }]}`, 'en', 'json'), expected);
  assert.equal(meaning(`Permissions:\n  - «»{ ${fields} }\n`), expected);
  assert.equal(meaning(`x-a: &a { ${fields} }\nPermissions:\n  - *«»a\n`), expected);
});

test('of a rule that cannot be read nothing is said', () => {
  assert.equal(meaning(rule('Direction: sideways').replace('  - ', '  «»- ')), null);
  assert.equal(
    meaning(
      rule('Direction: ingress\nIpProtocol: TCP\nPortRange: -1/-1\nPolicy: Accept').replace('  - ', '  «»- '),
    ),
    null,
  );
});

test('an ECS rule is read as ECS reads it: with defaults, with texts for numbers, with references', () => {
  const ecs = (fields: string) => rule(fields).replace('Product: ENS', 'Product: ECS');
  assert.equal(
    meaning(
      ecs('«»Direction: ingress\nIpProtocol: tcp\nPortRange: 22/22\nSourceGroupId: sg-bastion').replace(
        '- «»',
        '«»- ',
      ),
    ),
    '**#1** Accepts TCP traffic from sg-bastion to the instances of the group, port 22 (ssh).',
  );
  const other = '\n  - { Direction: ingress, IpProtocol: ALL }';
  assert.equal(
    meaning(`${ecs('Direction: ingress\nPriority: «»"2"').trimEnd()}${other}\n`),
    'Tried after 1 and before 0 of the 2 ingress rules.',
  );
});
