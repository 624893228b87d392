/** The shapes of each product: the schema that is run, with the documentation of its fields by key. */
import * as z from 'zod/mini';
import type { Product } from '../plan/plan.ts';
import { ensGroup, ensRule } from './ens.ts';
import { type FieldDoc, fieldDocs } from './field.ts';

/** A shape as completion and the shape checks see it. */
export interface Shape {
  readonly schema: z.ZodMiniType;
  /** Documentation by key, in the order of the document. */
  readonly fields: ReadonlyMap<string, FieldDoc>;
}

export interface Shapes {
  readonly group: Shape;
  readonly rule: Shape;
}

function shapeOf(schema: { shape: Record<string, z.ZodMiniType> } & z.ZodMiniType): Shape {
  const fields = new Map<string, FieldDoc>();
  for (const [key, field] of Object.entries(schema.shape)) {
    const inner = field instanceof z.ZodMiniOptional ? (field.def.innerType as z.ZodMiniType) : field;
    const doc = fieldDocs.get(inner);
    if (doc === undefined) throw new Error(`The field ${key} has no documentation`);
    fields.set(key, doc);
  }
  return { schema, fields };
}

export const ensShapes: Shapes = { group: shapeOf(ensGroup), rule: shapeOf(ensRule) };

/** The shapes of a product; null for a product whose fields are not described yet. */
export function shapesOf(product: Product): Shapes | null {
  return product === 'ens' ? ensShapes : null;
}
