/** Which product a definition is for: what it says, or what its keys imply. */
import type { Product } from '../plan/plan.ts';
import { type Field, type ObjectView, scalarOf } from './view.ts';

/** Keys that only ECS has, at the top level and in a rule. Source: ECS CreateSecurityGroup and AuthorizeSecurityGroup. */
const ecsGroupKeys = [
  'RegionId',
  'VpcId',
  'Tag',
  'ResourceGroupId',
  'SecurityGroupType',
  'ClientToken',
  'OwnerAccount',
  'ServiceManaged',
];
const ecsRuleKeys =
  /^(?:(?:Source|Dest)(?:GroupId|PrefixListId|GroupOwnerId|GroupOwnerAccount)|PortRangeListId|NicType)$/;

export interface ProductChoice {
  readonly product: Product;
  /** The definition has a `Product` key that could be read. */
  readonly stated: boolean;
  /** The ECS-only key from which ECS was inferred. */
  readonly because: string | null;
}

/** Whether a key belongs to the product that a definition is not for. ENS has no key that ECS lacks. */
export function isKeyOfOtherProduct(
  name: string,
  place: 'group' | 'rule' | 'tag',
  product: Product,
): boolean {
  return product === 'ens' && place !== 'tag' && isEcsOnlyKey(name, place);
}

/** Whether only ECS has this key. */
function isEcsOnlyKey(name: string, place: 'group' | 'rule'): boolean {
  return place === 'group' ? ecsGroupKeys.includes(name) : ecsRuleKeys.test(name);
}

/** The product of a definition, from `Product` or from the first key that only ECS has. */
export function productOf(group: ObjectView | null, rules: Iterable<ObjectView>): ProductChoice {
  const stated = statedProduct(group?.fields.get('Product'));
  if (stated !== null) return { product: stated, stated: true, because: null };
  // A product that is none is an error of its own; nothing is inferred from the other keys beside it.
  if (group?.fields.has('Product')) return { product: 'ens', stated: false, because: null };
  for (const name of group?.fields.keys() ?? []) {
    if (isEcsOnlyKey(name, 'group')) return { product: 'ecs', stated: false, because: name };
  }
  for (const rule of rules) {
    for (const name of rule.fields.keys()) {
      if (isEcsOnlyKey(name, 'rule')) return { product: 'ecs', stated: false, because: name };
    }
  }
  return { product: 'ens', stated: false, because: null };
}

function statedProduct(field: Field | undefined): Product | null {
  const value = scalarOf(field);
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  return word === 'ens' || word === 'ecs' ? word : null;
}
