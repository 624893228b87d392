/** ECS definitions that the table of restricting sentences builds its examples from. Text only. */
import type { Fields } from './sentence-examples.ts';

const head: Fields = { RegionId: 'cn-hangzhou', VpcId: 'vpc-example' };

/** The rule that the examples start from; values are YAML source. */
const validRule: Fields = {
  Direction: 'ingress',
  IpProtocol: 'TCP',
  PortRange: '443/443',
  SourceCidrIp: '10.0.0.0/8',
};

const flow = (fields: Fields) =>
  `{ ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`;

const block = (fields: Fields) =>
  Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

const without = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));

/** An ECS definition with these keys of the group. */
export const ecsGroup = (fields: Fields) => block({ ...head, ...fields });

/** An ECS definition that lacks a key of the group. */
export const ecsGroupWithout = (key: string, fields: Fields = {}) =>
  `Product: ECS\n${block(without({ ...head, ...fields }, [key]))}`;

/** An ECS definition with one rule for each set of fields; `leftOut` are keys that no rule has. */
export function ecsRules(
  all: readonly Fields[],
  leftOut: readonly string[] = [],
  group: Fields = {},
): string {
  const items = all.map((f) => `  - ${flow(without({ ...validRule, ...f }, leftOut))}\n`).join('');
  return `${ecsGroup(group)}Permissions:\n${items}`;
}

/** An ECS definition with one rule. */
export const ecsRule = (fields: Fields, leftOut: readonly string[] = []) => ecsRules([fields], leftOut);

/** An ECS definition with tags. */
export const ecsTags = (...all: readonly Fields[]) =>
  `${ecsGroup({})}Tag:\n${all.map((f) => `  - ${flow(f)}\n`).join('')}`;

/** Rules that are all different. */
export const manyEcsRules = (count: number, fields: Fields = {}): Fields[] =>
  Array.from({ length: count }, (_, i) => ({ PortRange: `${i + 1}/${i + 1}`, ...fields }));
