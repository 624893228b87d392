/** The model knows every parameter that the vendor's metadata lists, of the same type, and requires the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { FieldDoc } from '../../server/src/core/model/field.ts';
import { ecsShapes, ensShapes, type Shape } from '../../server/src/core/model/shapes.ts';
import { check } from '../support/check.ts';
import { ecsRule } from './ecs-examples.ts';

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly sub_parameters?: readonly Parameter[];
}

function parametersOf(call: string): readonly Parameter[] {
  const text = readFileSync(`test/fixtures/metadata/${call}.json`, 'utf8');
  return (JSON.parse(text) as { parameters: readonly Parameter[] }).parameters;
}

const types: Readonly<Record<string, readonly FieldDoc['type'][]>> = {
  String: ['string'],
  Integer: ['integer'],
  Long: ['integer'],
  Boolean: ['boolean'],
  Json: ['array'],
  Array: ['array'],
  RepeatList: ['array'],
};

/** What describes the request and not the definition: the group of the rules, and repeated protection. */
const ofTheRequest = ['ClientToken', 'RegionId', 'SecurityGroupId', 'Permissions'];

function assertKnown(parameters: readonly Parameter[], shape: Shape, lenient: readonly string[] = []): void {
  assert.ok(parameters.length > 0);
  for (const { name, type, required } of parameters) {
    const doc = shape.fields.get(name);
    assert.ok(doc !== undefined, `the model knows ${name}`);
    if (!lenient.includes(name))
      assert.ok(types[type]?.includes(doc.type), `${name}: ${type} is ${doc.type}`);
    if (required) assert.equal(doc.required, true, `${name} is required`);
  }
}

/** Parameters of an object: the metadata may list them beside it (`Permissions.N.X`) or within it. */
function members(call: string, name: string): readonly Parameter[] {
  return parametersOf(call).find((p) => p.name === name)?.sub_parameters ?? [];
}

describe('the model knows what the metadata lists', () => {
  test('ENS CreateSecurityGroup', () => {
    assertKnown(parametersOf('ens/CreateSecurityGroup'), ensShapes.group);
    assertKnown(members('ens/CreateSecurityGroup', 'Permissions'), ensShapes.rule);
  });
  test('ECS CreateSecurityGroup', () => {
    assertKnown(parametersOf('ecs/CreateSecurityGroup'), ecsShapes.group);
    const { tag } = ecsShapes;
    assert.ok(tag !== null);
    assertKnown(members('ecs/CreateSecurityGroup', 'Tag'), tag);
  });
  for (const call of ['AuthorizeSecurityGroup', 'AuthorizeSecurityGroupEgress']) {
    test(`ECS ${call}`, () => {
      const own = parametersOf(`ecs/${call}`).filter((p) => !ofTheRequest.includes(p.name));
      // A text for the API; a number is as good on the wire.
      assertKnown(own, ecsShapes.rule, ['Priority']);
    });
  }
});

describe('a rule takes exactly the members of the call of its direction', () => {
  for (const [direction, call] of [
    ['ingress', 'AuthorizeSecurityGroup'],
    ['egress', 'AuthorizeSecurityGroupEgress'],
  ] as const) {
    const listed = new Set(parametersOf(`ecs/${call}`).map((p) => p.name));
    for (const key of ecsShapes.rule.fields.keys()) {
      // Ours, and the one that is younger than the parameters without prefix.
      if (key === 'Direction' || key === 'PortRangeListId') continue;
      test(`${direction}: ${key}`, () => {
        const { diagnostics } = check(ecsRule({ Direction: direction, [key]: '1' }));
        assert.equal(
          diagnostics.some((d) => d.code === 'SG1016'),
          !listed.has(key),
        );
      });
    }
  }
});
