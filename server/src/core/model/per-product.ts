/** What may differ between the two products: one value for both, or one for each. */
import type { Product } from '../plan/plan.ts';

export type PerProduct<T> = T | Readonly<Record<Product, T>>;

/** The value for a product. */
export function forProduct<T>(value: PerProduct<T>, product: Product): T {
  const each = typeof value === 'object' && value !== null && 'ens' in value && 'ecs' in value;
  return each ? (value as Readonly<Record<Product, T>>)[product] : (value as T);
}
