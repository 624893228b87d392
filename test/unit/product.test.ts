/** Which product a definition is for, why, and the keys that are never sent. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { check } from '../support/check.ts';
import { checkFindings, codesOf } from '../support/check-findings.ts';

function product(text: string, syntax: Syntax = 'yaml') {
  return check(text, syntax).groups[0]?.product;
}

describe('stated', () => {
  test('in any letter case; another case is a warning', () => {
    assert.deepEqual(product('Product: ENS\n'), { product: 'ens', stated: true, because: null });
    assert.deepEqual(product('Product: ECS\n'), { product: 'ecs', stated: true, because: null });
    assert.equal(product('Product: ecs\n')?.product, 'ecs');
    checkFindings('Product: ens\n#        ^^^ SG1031\n');
  });

  test('it wins over every key', () => {
    assert.equal(product('Product: ENS\nRegionId: cn-hangzhou\n')?.product, 'ens');
    checkFindings(`Product: ENS
RegionId: cn-hangzhou
#<^^^^^^ SG1015
Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
    Policy: Accept
    Priority: 1
    SourceGroupId: sg-1
  # ^^^^^^^^^^^^^ SG1015
`);
  });

  test('a product that is none is an error', () => {
    checkFindings('Product: OSS\n#        ^^^ SG1030\n');
    checkFindings('Product: ""\n#        ^^ SG1008\n');
    checkFindings('Product:\n#<^^^^^ SG1006\n');
    checkFindings('Product: 5\n#        ^ SG1007\n');
  });
});

describe('inferred', () => {
  const ecsOnly = ['RegionId', 'VpcId', 'Tag', 'ResourceGroupId', 'SecurityGroupType', 'ClientToken'];

  test('ECS from each key that only ECS has', () => {
    for (const key of [...ecsOnly, 'OwnerAccount', 'ServiceManaged']) {
      const choice = product(`Description: edge\n${key}: x\n`);
      assert.deepEqual(choice, { product: 'ecs', stated: false, because: key });
    }
    for (const key of [
      'SourceGroupId',
      'DestGroupId',
      'SourcePrefixListId',
      'DestPrefixListId',
      'PortRangeListId',
      'NicType',
      'SourceGroupOwnerAccount',
      'SourceGroupOwnerId',
    ]) {
      const choice = product(`Permissions:\n  - Direction: ingress\n  - ${key}: x\n`);
      assert.deepEqual(choice, { product: 'ecs', stated: false, because: key });
      assert.equal(product(`{"Permissions":[{"${key}":"x"}]}`, 'json')?.product, 'ecs');
    }
  });

  test('ENS otherwise', () => {
    for (const text of [
      'Description: edge\n',
      'Permissions: []\n',
      '[]',
      'Color: red\n',
      'x-RegionId: x\n',
    ]) {
      assert.deepEqual(product(text), { product: 'ens', stated: false, because: null }, text);
    }
  });

  test('through aliases and merges', () => {
    const base = 'x-r: &r { SourceGroupId: sg-1 }\n';
    assert.equal(product(`${base}Permissions:\n  - *r\n`)?.product, 'ecs');
    assert.equal(product(`${base}Permissions:\n  - <<: *r\n    Policy: accept\n`)?.product, 'ecs');
    assert.equal(product(`${base}Permissions: []\n`)?.product, 'ens', 'what nobody uses decides nothing');
  });

  test('each document for itself', () => {
    const { groups } = check('RegionId: x\n---\nDescription: edge\n---\nProduct: ECS\n');
    assert.deepEqual(
      groups.map((g) => g.product.product),
      ['ecs', 'ens', 'ecs'],
    );
  });

  test('a hint with a safe fix writes it as the first key', () => {
    for (const [before, after, syntax] of [
      ['SecurityGroupName: web\n', 'Product: ENS\nSecurityGroupName: web\n', 'yaml'],
      ['# web\nRegionId: x\n', '# web\nProduct: ECS\nRegionId: x\n', 'yaml'],
      ['---\nDescription: edge\r\n', '---\nProduct: ENS\r\nDescription: edge\r\n', 'yaml'],
      ['{ "Description": "edge" }', '{ "Product": "ENS", "Description": "edge" }', 'json'],
    ] as const) {
      const hint = check(before, syntax).diagnostics.find((d) => d.code === 'SG4001');
      assert.equal(hint?.severity, 'hint');
      assert.equal(hint.fixes[0]?.safety, 'safe');
      assert.equal(applyEdits(before, hint.fixes[0].edits()), after);
      assert.ok(!codesOf(check(after, syntax)).includes('SG4001'));
    }
  });
});

describe('keys that are never sent', () => {
  test('x-… and $schema at the top level', () => {
    checkFindings('Product: ENS\nx-note: anything\nx-: [1, { a: b }]\n$schema: ./ens.json\n');
    checkFindings('{ "Product": "ENS", "x-note": null, "$schema": "./ens.json" }', { syntax: 'json' });
  });

  test('anywhere else they are unknown', () => {
    checkFindings(`Product: ENS
X-note: a
#<^^^^ SG1004
Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
    Policy: Accept
    Priority: 1
    x-note: a
  # ^^^^^^ SG1004
    $schema: a
  # ^^^^^^^ SG1004
`);
  });

  test('what stands in them is not checked, but has to be YAML', () => {
    checkFindings('Product: ENS\nx-note: { Policy: nonsense, Priority: 500 }\n');
    checkFindings('Product: ENS\nx-note: "open\n#       ^^^^^ SG1001\n');
  });
});
