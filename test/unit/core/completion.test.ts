/** What completion offers, from what the rest of the file says. That it fits is proved in test/property. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { complete } from '../../../server/src/core/features/complete/complete.ts';
import type { Locale } from '../../../server/src/core/i18n/locale.ts';
import type { Syntax } from '../../../server/src/core/syntax/file.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { check } from '../../support/check.ts';
import { expandSnippet } from '../../support/expand-snippet.ts';
import { marked, place } from '../../support/marked.ts';

function offered(source: string, syntax: Syntax = 'yaml', locale: Locale = 'en') {
  const text = marked(source);
  return complete(check(text.text, syntax), place(text), locale).map((item) => ({
    ...item,
    written: applyEdits(text.text, [{ ...item.replace, newText: expandSnippet(item.snippet) }, ...item.also]),
  }));
}
const labels = (source: string, syntax: Syntax = 'yaml') => offered(source, syntax).map((i) => i.label);
const rule = (fields: string) => `Product: ENS\nPermissions:\n  - ${fields.replaceAll('\n', '\n    ')}\n`;

describe('ports', () => {
  const ports = (protocol: string) => offered(rule(`IpProtocol: ${protocol}\nPortRange: «»`));

  test('are found by the name of their service', () => {
    const ssh = ports('TCP').find((i) => i.filterText.includes('ssh'));
    assert.deepEqual([ssh?.label, ssh?.detail], ['22/22', 'ssh']);
  });

  test('are those of the protocol, the usual ones first', () => {
    assert.deepEqual(
      ports('UDP')
        .slice(0, 2)
        .map((i) => i.label),
      ['443/443', '53/53'],
    );
    assert.ok(!ports('UDP').some((i) => i.label === '22/22'));
    assert.deepEqual(
      ports('ICMP').map((i) => i.label),
      ['-1/-1'],
    );
  });
});

describe('priorities', () => {
  const other = (n: number, direction = 'ingress') => `  - { Direction: ${direction}, Priority: ${n} }\n`;
  const priorities = (...others: string[]) =>
    offered(`Permissions:\n${others.join('')}  - Direction: ingress\n    Priority: «»\n`).map((i) =>
      `${i.label} ${i.detail}`.trim(),
    );

  test('after and before the other rules, then what is free', () => {
    assert.deepEqual(priorities(other(10), other(20), other(3, 'egress')), [
      '21 after every other rule',
      '9 before every other rule',
      '1 free',
      '10 used by #1',
      '50',
      '100 tried last',
    ]);
  });

  test('stay between 1 and 100', () => {
    assert.deepEqual(priorities(other(1), other(100), other(100)), [
      '2 free',
      '1 used by #1',
      '10',
      '50',
      '100 used by #2, #3',
    ]);
  });

  test('without other rules: the usual ones', () => {
    assert.deepEqual(priorities(), ['1 tried first', '10', '50', '100 tried last']);
  });
});

describe('addresses', () => {
  test('say what they mean; those of the file come before the usual ones', () => {
    const text = `Permissions:\n  - SourceCidrIp: 192.0.2.0/24\n  - DestCidrIp: «»\n`;
    assert.deepEqual(
      offered(text)
        .slice(0, 2)
        .map((i) => [i.label, i.detail]),
      [
        ['192.0.2.0/24', 'used in this file · documentation addresses, used by no host (RFC 5737)'],
        ['10.0.0.0/8', 'private addresses (RFC 1918)'],
      ],
    );
  });

  test('the networks around what is typed come first', () => {
    assert.deepEqual(labels(rule('SourceCidrIp: 10.1.2.3«»')).slice(0, 2), ['10.1.2.3/32', '10.1.2.0/24']);
    assert.equal(labels(rule('SourceCidrIp: "10.1.2.3/16«»"'))[0], '10.1.0.0/16');
    assert.equal(labels(rule('Ipv6SourceCidrIp: 2400:3200::1«»'))[1], '2400:3200::/64');
  });

  test('only fields that still make sense are offered', () => {
    const fields = (before: string) => labels(rule(`${before}\n«»`)).filter((l) => l.endsWith('CidrIp'));
    assert.deepEqual(fields('SourceCidrIp: 10.0.0.0/8'), ['DestCidrIp']);
    assert.deepEqual(fields('Ipv6DestCidrIp: "::/0"'), ['Ipv6SourceCidrIp']);
    assert.deepEqual(fields('IpProtocol: ICMP'), ['SourceCidrIp', 'DestCidrIp']);
    assert.deepEqual(fields('IpProtocol: ICMPv6'), ['Ipv6SourceCidrIp', 'Ipv6DestCidrIp']);
    assert.equal(fields('IpProtocol: TCP').length, 4);
  });
});

describe('whole rules', () => {
  for (const locale of ['en', 'zh-cn'] as const) {
    test(`are in order as they are written (${locale})`, () => {
      for (const [source, syntax] of [
        ['Product: ENS\nSecurityGroupName: web\nPermissions:\n  - «»\n', 'yaml'],
        ['Product: ENS\nSecurityGroupName: web\nPermissions:\n  «»\n', 'yaml'],
        ['Product: ECS\nRegionId: cn-hangzhou\nVpcId: vpc-example\nPermissions:\n  - «»\n', 'yaml'],
        [
          '{ "Product": "ECS", "RegionId": "cn-hangzhou", "VpcId": "vpc-example", "Permissions": [«»] }',
          'json',
        ],
        [
          '{\n  "Product": "ENS",\n  "SecurityGroupName": "web",\n  "Permissions": [\n    «»\n  ]\n}\n',
          'json',
        ],
      ] as const) {
        const rules = offered(source, syntax, locale).filter((i) => i.kind === 'snippet');
        assert.equal(rules.length, 10);
        for (const { written, label } of rules) {
          const { diagnostics, groups } = check(written, syntax);
          const serious = diagnostics.filter((d) => !d.code.startsWith('SG3'));
          assert.deepEqual(
            serious.map((d) => d.message),
            [],
            `${label}:\n${written}`,
          );
          assert.equal(groups[0]?.rules.length, 1, label);
        }
      }
    });
  }

  test('are in the spelling of the product, what can be chosen too', () => {
    const snippet = (product: string) =>
      offered(`Product: ${product}\nPermissions:\n  - «»\n`)[0]?.snippet ?? '';
    assert.match(snippet('ENS'), /Policy: \$\{4\|Accept,Drop\|\}/);
    assert.match(snippet('ECS'), /Policy: \$\{4\|accept,drop\|\}/);
  });

  test('are found by what they are for', () => {
    const found = offered('Permissions:\n  - «»\n', 'yaml', 'zh-cn').find((i) =>
      i.filterText.includes('HTTPS'),
    );
    assert.equal(found?.label, '允许任意来源访问 HTTPS');
    assert.match(found?.written ?? '', /PortRange: 443\/443\n {4}Policy: Accept/);
  });
});

describe('names of rules', () => {
  test('behind sg-ignore, those that are reported at the place first', () => {
    const [first, second] = offered('Product: ens # sg-ignore «»\n');
    assert.deepEqual([first?.label, first?.detail], ['letter-case', 'SG1031, reported here']);
    assert.equal(second?.detail, 'SG1001');
    assert.match(first?.written ?? '', /# sg-ignore letter-case$/m);
    assert.equal(labels('# sg-ignore «»\nProduct: ens\n')[0], 'letter-case');
  });

  test('a further name behind a comma; nothing in other comments or in the reason', () => {
    assert.ok(labels('Product: ens # sg-ignore SG1031, por«»\n').includes('port-range-format'));
    assert.deepEqual(labels('Product: ens # see «»\n'), []);
    assert.deepEqual(labels('Product: ens # sg-ignore SG1031 reason="a «»"\n'), []);
  });

  test('in JSON', () => {
    assert.equal(labels('{ "Product": "ens" // sg-ignore «»\n}', 'json')[0], 'letter-case');
  });
});

describe('tags of an ECS group', () => {
  const written = (source: string, key: string) => offered(source).find((i) => i.label === key)?.written;
  const head = 'Product: ECS\nTag:\n';

  test('a new one comes with its dash, at the column of the others', () => {
    assert.equal(written(`${head}  «»\n`, 'Key'), `${head}  - Key: \n`);
    assert.equal(written(`${head}    - Key: a\n  «»\n`, 'Key'), `${head}    - Key: a\n    - Key: \n`);
  });

  test('a further key stands below the first, whatever the indentation of the line', () => {
    assert.equal(written(`${head}  - Key: a\n       «»\n`, 'Value'), `${head}  - Key: a\n    Value: \n`);
  });

  test('nothing below a list in flow style, nor between the keys of a tag at the column of its dash', () => {
    assert.deepEqual(labels('Product: ECS\nTag: [{ Key: a }]\n  «»\n'), []);
    assert.deepEqual(labels(`${head}  - Key: a\n  «»\n    Value: b\n`), []);
  });

  test('no key of the group in the midst of the list', () => {
    assert.deepEqual(labels(`${head}«»\n  - Key: a\n`), []);
    assert.ok(labels(`${head}  - Key: a\n«»\n`).includes('VpcId'));
  });
});

test('a comma that is missing in front is written too', () => {
  const [item] = offered('{\n  "Product": "ENS"\n  «»\n}\n', 'json');
  assert.match(item?.written ?? '', /"ENS",\n {2}"SecurityGroupName": ""/);
});
