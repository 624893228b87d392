/** The calls that create a group: what is sent, what is not, and where each parameter stands in the text. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { acceptFromAnywhere } from '../../server/src/core/plan/build-plan.ts';
import { check } from '../support/check.ts';
import { planOf } from '../support/planned.ts';

/** The examples of the parameters in the document of CreateSecurityGroup, in its order. */
const sample = `SecurityGroupName: Dcdn1:2_3-4
Description: testDescription
Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
    SourcePortRange: 22/22
    Policy: Accept
    DestCidrIp: 0.0.0.0/0
    Description: testDescription
    Priority: 1
    SourceCidrIp: 0.0.0.0/0
`;

const sampleRule = {
  Direction: 'ingress',
  IpProtocol: 'TCP',
  PortRange: '80/80',
  SourcePortRange: '22/22',
  Policy: 'Accept',
  Priority: 1,
  SourceCidrIp: '0.0.0.0/0',
  DestCidrIp: '0.0.0.0/0',
  Description: 'testDescription',
};

describe('what is sent', () => {
  test('the sample of the document, rules as one JSON text', () => {
    const { plan, parameters } = planOf(sample);
    assert.deepEqual([plan.product, plan.groupName, plan.ruleCount], ['ens', 'Dcdn1:2_3-4', 1]);
    assert.deepEqual(
      plan.calls.map((c) => [c.action, c.version]),
      [['CreateSecurityGroup', '2017-11-10']],
    );
    assert.deepEqual(Object.keys(parameters), ['SecurityGroupName', 'Description', 'Permissions']);
    assert.equal(parameters.SecurityGroupName, 'Dcdn1:2_3-4');
    assert.equal(parameters.Description, 'testDescription');
    assert.deepEqual(JSON.parse(parameters.Permissions ?? ''), [sampleRule]);
    assert.equal(parameters.Permissions, JSON.stringify([sampleRule]));
  });

  test('the same for the same definition in JSON, in flow style, with keys in another order', () => {
    const { Permissions } = planOf(sample).parameters;
    const shuffled = Object.fromEntries(Object.entries(sampleRule).reverse());
    const json = JSON.stringify({ Permissions: [shuffled], SecurityGroupName: 'Dcdn1:2_3-4' });
    assert.equal(planOf(json, 'json').parameters.Permissions, Permissions);
    assert.equal(planOf(`Permissions: [${JSON.stringify(shuffled)}]`).parameters.Permissions, Permissions);
  });

  test('rules in the order of the text; keys that are not there are not sent', () => {
    const rule = (n: number) =>
      `  - { Priority: ${n}, Direction: egress, IpProtocol: ALL, PortRange: -1/-1, Policy: Drop }\n`;
    const { plan, parameters } = planOf(`Permissions:\n${rule(3)}${rule(1)}${rule(2)}`);
    const minimal = { Direction: 'egress', IpProtocol: 'ALL', PortRange: '-1/-1', Policy: 'Drop' };
    assert.deepEqual(
      JSON.parse(parameters.Permissions ?? ''),
      [3, 1, 2].map((Priority) => ({ ...minimal, Priority })),
    );
    assert.deepEqual(Object.keys(parameters), ['Permissions']);
    assert.deepEqual([plan.groupName, plan.ruleCount], [null, 3]);
  });

  test('nothing at all for a group without parameters, and no empty list', () => {
    for (const text of ['Product: ENS\n', 'Permissions: []\n', 'Permissions:\n', 'SecurityGroupName:\n'])
      assert.deepEqual(planOf(text).parameters, {}, text);
  });

  test('ours, private and unknown keys stay here', () => {
    const text = `Product: ENS
$schema: ./ens.json
x-note: secret
RegionId: cn-hangzhou
Color: red
SecurityGroupName: web
Permissions:
  - { ${Object.entries(sampleRule)
    .map(([k, v]) => `${k}: ${v}`)
    .join(', ')}, Color: red, NicType: intranet, "<<": { Priority: 9 } }
`;
    const { parameters } = planOf(text);
    assert.deepEqual(Object.keys(parameters), ['SecurityGroupName', 'Permissions']);
    assert.deepEqual(JSON.parse(parameters.Permissions ?? ''), [sampleRule]);
  });

  test('values as written: letter case, host bits, Chinese, quotes, blocks of text', () => {
    const text = `Description: |-
  two
  lines
Permissions:
  - Direction: ingress
    IpProtocol: tcp
    PortRange: '80/80'
    Policy: ACCEPT
    Priority: 1
    SourceCidrIp: 10.1.2.3/8
    Description: "网页 \\"edge\\" \\u4e2d 🦊"
`;
    const { parameters } = planOf(text);
    assert.equal(parameters.Description, 'two\nlines');
    assert.deepEqual(JSON.parse(parameters.Permissions ?? ''), [
      {
        Direction: 'ingress',
        IpProtocol: 'tcp',
        PortRange: '80/80',
        Policy: 'ACCEPT',
        Priority: 1,
        SourceCidrIp: '10.1.2.3/8',
        Description: '网页 "edge" 中 🦊',
      },
    ]);
  });

  test('through anchors, aliases and merge keys', () => {
    const text = `x-base: &base { Direction: ingress, IpProtocol: TCP, Policy: Accept }
x-rules: &rules
  - { <<: *base, PortRange: 80/80, Priority: 1 }
  - { <<: *base, PortRange: 81/81, Priority: 2, Policy: Drop }
Permissions: *rules
`;
    assert.deepEqual(JSON.parse(planOf(text).parameters.Permissions ?? ''), [
      { Direction: 'ingress', IpProtocol: 'TCP', PortRange: '80/80', Policy: 'Accept', Priority: 1 },
      { Direction: 'ingress', IpProtocol: 'TCP', PortRange: '81/81', Policy: 'Drop', Priority: 2 },
    ]);
  });

  test('each group of a file for itself', () => {
    const text = `${sample}---\nSecurityGroupName: two\n`;
    assert.deepEqual(planOf(text, 'yaml', 1).parameters, { SecurityGroupName: 'two' });
  });

  test('200 rules', () => {
    const rules = Array.from({ length: 200 }, (_, i) => `  - { PortRange: ${i + 1}/${i + 1} }\n`);
    const { plan, parameters } = planOf(`Permissions:\n${rules.join('')}`);
    assert.equal(plan.ruleCount, 200);
    assert.equal((JSON.parse(parameters.Permissions ?? '') as unknown[]).length, 200);
  });
});

describe('where each parameter stands', () => {
  test('in block style', () => {
    const text = `# web\n${sample}  - { Direction: egress, Priority: 2 } # last\nx-note: a\n`;
    const { textOf } = planOf(text);
    assert.equal(textOf('SecurityGroupName'), 'Dcdn1:2_3-4');
    assert.equal(textOf('Description'), 'testDescription');
    assert.equal(textOf('Permissions[0].Priority'), '1');
    assert.equal(textOf('Permissions[0].DestCidrIp'), '0.0.0.0/0');
    assert.equal(textOf('Permissions[1].Direction'), 'egress');
    assert.match(textOf('Permissions[0]') ?? '', /^Direction: ingress[\s\S]*SourceCidrIp: 0\.0\.0\.0\/0$/);
    assert.equal(textOf('Permissions[1]'), '{ Direction: egress, Priority: 2 }');
    assert.match(textOf('Permissions') ?? '', /^- Direction: ingress[\s\S]*Priority: 2 }$/);
    assert.match(textOf('') ?? '', /^SecurityGroupName[\s\S]*x-note: a$/);
    assert.equal(textOf('x-note'), undefined);
  });

  test('in JSON', () => {
    const text = '{ "SecurityGroupName": "web", "Permissions": [{ "Priority": 1 }] }';
    const { textOf } = planOf(text, 'json');
    assert.equal(textOf('SecurityGroupName'), '"web"');
    assert.equal(textOf('Permissions'), '[{ "Priority": 1 }]');
    assert.equal(textOf('Permissions[0]'), '{ "Priority": 1 }');
    assert.equal(textOf('Permissions[0].Priority'), '1');
    assert.equal(textOf(''), text);
  });

  test('at the alias', () => {
    const { textOf } = planOf('x-r: &r { Priority: 1 }\nPermissions:\n  - *r\n  - { Priority: 2, <<: *r }\n');
    assert.equal(textOf('Permissions[0]'), '*r');
    assert.equal(textOf('Permissions[0].Priority'), '*r');
    assert.equal(textOf('Permissions[1].Priority'), '2');
    const list = planOf('x-l: &l [{ Priority: 1 }]\nPermissions: *l\n');
    assert.equal(list.textOf('Permissions'), '*l');
    assert.equal(list.textOf('Permissions[0].Priority'), '*l');
  });
});

test('rules that accept from everywhere are counted from the rules alone', () => {
  const rule = (fields: string) => `  - { IpProtocol: TCP, PortRange: 1/1, Priority: 1, ${fields} }\n`;
  const text = `# sg-ignore-file SG3001
Permissions:
${rule('Direction: ingress, Policy: Accept, SourceCidrIp: 0.0.0.0/0')}${rule(
  'Direction: ingress, Policy: Drop, SourceCidrIp: 0.0.0.0/0',
)}${rule('Direction: egress, Policy: Accept, DestCidrIp: 0.0.0.0/0')}${rule(
  "Direction: INGRESS, Policy: accept, Ipv6SourceCidrIp: '::/0'",
)}${rule('Direction: ingress, Policy: Accept, SourceCidrIp: 10.0.0.0/8')}${rule(
  'Direction: ingress, Policy: Accept, SourceCidrIp: 192.0.2.1/0',
)}`;
  const [group] = check(text).groups;
  assert.deepEqual(group && acceptFromAnywhere(group), [0, 3, 5]);
});
