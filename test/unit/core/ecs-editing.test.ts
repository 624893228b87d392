/** Completion, hover and outline of ECS definitions. `|` marks the place of the cursor. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { complete } from '../../../server/src/core/features/complete/complete.ts';
import { hover } from '../../../server/src/core/features/hover.ts';
import { documentSymbols } from '../../../server/src/core/features/symbols.ts';
import type { Locale } from '../../../server/src/core/i18n/locale.ts';
import type { Syntax } from '../../../server/src/core/syntax/file.ts';
import { check } from '../../support/check.ts';

function atCursor(marked: string, syntax: Syntax) {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'a cursor');
  return { offset, checked: check(marked.replace('|', ''), syntax) };
}

function offered(marked: string, syntax: Syntax = 'yaml', locale: Locale = 'en') {
  const { checked, offset } = atCursor(marked, syntax);
  return complete(checked, offset, locale);
}

const labels = (marked: string, syntax: Syntax = 'yaml') => offered(marked, syntax).map((i) => i.label);

function hovered(marked: string, locale: Locale = 'en'): string {
  const { checked, offset } = atCursor(marked, 'yaml');
  return hover(checked, offset, locale)?.contents ?? '';
}

describe('completion', () => {
  test('keys of an ECS group; RegionId first, because it is required', () => {
    const keys = labels('Product: ECS\n|\n');
    assert.equal(keys[0], 'RegionId');
    for (const key of ['VpcId', 'Tag', 'SecurityGroupType', 'Permissions'])
      assert.ok(keys.includes(key), key);
    assert.ok(!keys.includes('Product'));
  });
  test('regions by id, with their names in the language of the reader, and found by name', () => {
    const regions = offered('Product: ECS\nRegionId: |\n');
    const frankfurt = regions.find((i) => i.label === 'eu-central-1');
    assert.equal(frankfurt?.detail, 'Germany (Frankfurt)');
    assert.ok(frankfurt?.filterText.includes('Frankfurt'));
    const chinese = offered('Product: ECS\nRegionId: |\n', 'yaml', 'zh-cn');
    assert.equal(chinese.find((i) => i.label === 'eu-central-1')?.detail, '德国（法兰克福）');
    assert.ok(labels('{ "Product": "ECS", "RegionId": "|" }', 'json').includes('cn-hangzhou'));
  });
  test('the key RegionId brings no region with it', () => {
    const item = offered('Product: ECS\n|\n').find((i) => i.label === 'RegionId');
    assert.equal(item?.plain, 'RegionId: ');
    assert.equal(item?.snippet, 'RegionId: $1');
  });
  test('members of an ECS rule, and their values', () => {
    const rule = 'Product: ECS\nPermissions:\n  - Direction: ingress\n';
    const keys = labels(`${rule}    |\n`);
    for (const key of ['IpProtocol', 'SourceGroupId', 'PortRangeListId', 'NicType'])
      assert.ok(keys.includes(key), key);
    assert.deepEqual(labels(`${rule}    Policy: |\n`), ['accept', 'drop']);
    assert.deepEqual(labels(`${rule}    IpProtocol: gre\n    PortRange: |\n`), ['-1/-1']);
  });
  test('references of the direction alone', () => {
    const egress = 'Product: ECS\nPermissions:\n  - Direction: egress\n    |\n';
    for (const keys of [
      labels(egress),
      labels(
        '{ "Product": "ECS", "Permissions": [{ "Direction": "ingress" }, { "Direction": "egress", "|" }] }',
        'json',
      ),
    ]) {
      assert.ok(keys.includes('DestGroupId') && keys.includes('SourceCidrIp'));
      assert.ok(!keys.includes('SourceGroupId') && !keys.includes('SourcePrefixListId'));
    }
    assert.ok(labels(egress.replace('egress', 'ingress')).includes('SourceGroupId'));
  });
  test('members of a tag, without the deprecated ones and those that are there', () => {
    const head = 'Product: ECS\nTag:\n';
    assert.deepEqual(labels(`${head}  - |\n`), ['Key', 'Value']);
    assert.deepEqual(labels(`${head}  - Key: team\n    |\n`), ['Value']);
    assert.deepEqual(labels(`${head}  - Key: team\n    |\nPermissions: []\n`), ['Value']);
    assert.deepEqual(labels('{ "Product": "ECS", "Tag": [{ "Key": "team", "|" }] }', 'json'), ['Value']);
  });
  test('ENS has no tags', () => {
    assert.deepEqual(labels('Product: ENS\nTag:\n  - |\n'), []);
  });
});

describe('hover', () => {
  test('a region says its name, and no list of all others', () => {
    const text = hovered('Product: ECS\nRegionId: eu-|central-1\n');
    assert.match(text, /`eu-central-1`: Germany \(Frankfurt\)/);
    assert.doesNotMatch(text, /cn-beijing/);
    assert.match(hovered('Product: ECS\nRegionId: eu-|central-1\n', 'zh-cn'), /德国（法兰克福）/);
  });
  test('the members of a tag', () => {
    assert.match(hovered('Product: ECS\nTag:\n  - K|ey: team\n'), /The key of the tag/);
    assert.match(hovered('Product: ECS\nTag:\n  - Key: team\n    va|lue: x\n'), /deprecated/);
  });
  test('one key, two products', () => {
    const rule = (product: string) => `Product: ${product}\nPermissions:\n  - Pri|ority: 1\n`;
    assert.match(hovered(rule('ENS')), /integer · required/);
    assert.match(hovered(rule('ECS')), /integer · optional/);
  });
});

test('the outline names references', () => {
  const text = `Product: ECS
RegionId: cn-hangzhou
Permissions:
  - { Direction: ingress, IpProtocol: TCP, PortRange: 22/22, SourceGroupId: sg-bastion }
  - { Direction: egress, IpProtocol: UDP, PortRangeListId: prl-dns, DestPrefixListId: pl-dns, Policy: drop }
`;
  const rules = documentSymbols(check(text), 'en')[0]
    ?.children.at(-1)
    ?.children.map((c) => c.name);
  assert.deepEqual(rules, ['#1 ingress TCP 22 ← sg-bastion', '#2 Drop egress UDP prl-dns → pl-dns']);
});

describe('findings that only a whole definition shows', () => {
  const codes = (text: string, syntax: Syntax = 'yaml') =>
    check(text, syntax)
      .diagnostics.filter((d) => d.severity !== 'hint')
      .map((d) => d.code);
  const head = 'RegionId: cn-hangzhou\nVpcId: vpc-example\n';

  test('changing the product changes what is known of the same rules', () => {
    const rules =
      'Permissions:\n  - { Direction: ingress, IpProtocol: TCP, PortRange: 1/1, SourceCidrIp: 10.0.0.1 }\n';
    assert.deepEqual(codes(`Product: ECS\n${head}${rules}`), []);
    assert.deepEqual(codes(`Product: ENS\n${rules}`), ['SG1005']);
    assert.deepEqual(codes(`Product: ECS\n${head}${rules}`), []);
  });
  test('equal rules in other words are duplicates; one protocol as name and as number is not known to be', () => {
    const rule = (fields: string) =>
      `  - { Direction: ingress, PortRange: 1/1, SourceCidrIp: 10.0.0.1, ${fields} }\n`;
    const two = (a: string, b: string) =>
      `${head}Permissions:\n${rule(a)}${rule(b)}`.replace('hangzhou', 'qingdao');
    assert.deepEqual(codes(two('IpProtocol: TCP', 'IpProtocol: tcp, Policy: Accept, Priority: "1"')), [
      'SG2001',
    ]);
    assert.deepEqual(codes(two('IpProtocol: TCP', 'IpProtocol: 6')), []);
    assert.deepEqual(codes(two('IpProtocol: TCP', 'IpProtocol: TCP, Priority: 2')), []);
  });
  test('tags behind an alias are checked where they are used', () => {
    const found = check(`x-tags: &tags [{ Key: acs:team }]\n${head}Tag: *tags\n`).diagnostics.find(
      (d) => d.code === 'SG1081',
    );
    assert.equal(found?.range.start.line, 3);
    assert.equal(found?.related.length, 1);
  });
  test('a tag that is no object, a list that is none, an unknown member', () => {
    assert.deepEqual(codes(`${head}Tag:\n  - team\n`), ['SG1007']);
    assert.deepEqual(codes(`${head}Tag: team\n`), ['SG1007']);
    assert.deepEqual(codes(`${head}Tag: [{ Key: team, Name: x }]\n`), ['SG1004']);
    assert.deepEqual(codes(`${head}Tag: [{ Key: team, Key: x }]\n`), ['SG1003']);
  });
  test('numbers beyond every range are out of range', () => {
    const rule =
      '{ "Direction": "ingress", "IpProtocol": "TCP", "PortRange": "1/1", "SourceCidrIp": "10.0.0.1", "Priority": 1e30 }';
    assert.deepEqual(
      codes(
        `{ "Product": "ECS", "RegionId": "cn-hangzhou", "VpcId": "v", "Permissions": [${rule}] }`,
        'json',
      ),
      ['SG1050'],
    );
  });
  test('a misspelt policy is offered in the spelling of the product', () => {
    const rule =
      '  - { Direction: ingress, IpProtocol: TCP, PortRange: 1/1, SourceCidrIp: 10.0.0.1, Policy: allow }\n';
    const found = check(`${head}Permissions:\n${rule}`).diagnostics.find((d) => d.code === 'SG1030');
    assert.deepEqual(
      found?.fixes.map((f) => f.title),
      ['Change to accept', 'Change to drop'],
    );
  });
  test('the page of the product is linked', () => {
    const href = (text: string) => check(text).diagnostics.find((d) => d.code === 'SG1020')?.href;
    assert.match(href(`${head}SecurityGroupName: a\n`) ?? '', /ecs.*createsecuritygroup$/);
    assert.match(href('SecurityGroupName: a\n') ?? '', /ens.*createsecuritygroup$/);
  });
});
