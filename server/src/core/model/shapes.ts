/** The shapes of each product: the schema that is run, with the documentation of its fields by key. */
import * as z from 'zod/mini';
import type { Product } from '../plan/plan.ts';
import { ecsGroup } from './ecs.ts';
import { ecsRule } from './ecs-rule.ts';
import { ecsTag } from './ecs-tag.ts';
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
  /** An item of `Tag`; null for a product without tags. */
  readonly tag: Shape | null;
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

export const ensShapes: Shapes = { group: shapeOf(ensGroup), rule: shapeOf(ensRule), tag: null };
export const ecsShapes: Shapes = {
  group: shapeOf(ecsGroup),
  rule: shapeOf(ecsRule),
  tag: shapeOf(ecsTag),
};

/** The shapes of a product. */
export function shapesOf(product: Product): Shapes {
  return product === 'ens' ? ensShapes : ecsShapes;
}
