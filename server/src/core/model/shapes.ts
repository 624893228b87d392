/** The shapes of each product. */
import type { Product } from '../plan/plan.ts';
import { ensGroupShape, ensRuleShape, type Shape } from './ens.ts';

export interface Shapes {
  readonly group: Shape;
  readonly rule: Shape;
}

const ens: Shapes = { group: ensGroupShape, rule: ensRuleShape };

/** The shapes of a product; null for a product whose fields are not described yet. */
export function shapesOf(product: Product): Shapes | null {
  return product === 'ens' ? ens : null;
}
