/** Runs a shape on an object and gives every fault its field. */

import type { Fault, FaultKind } from './fault.ts';
import type { Shape } from './shapes.ts';
import { type Field, type ObjectView, plainValue } from './view.ts';

/** A fault of an object; `field` is null when it is about a key that is missing. */
export interface PlacedFault extends Fault {
  readonly field: Field | null;
}

/** Keys that are ours or nobody's business and never sent: `$schema`, `x-…`. */
export function isPrivateKey(name: string): boolean {
  return name === '$schema' || name.startsWith('x-');
}

/** Everything that the shape finds wrong with an object. */
export function shapeFaults(view: ObjectView, shape: Shape, allowPrivate: boolean): PlacedFault[] {
  const plain: Record<string, unknown> = Object.create(null);
  for (const [name, field] of view.fields) {
    if (field.node?.kind === 'alias' || (allowPrivate && isPrivateKey(name))) continue;
    plain[name] = plainValue(field);
  }
  const result = shape.schema.safeParse(plain);
  if (result.success) return [];
  const faults: PlacedFault[] = [];
  for (const issue of result.error.issues) {
    const key = String(issue.path[0] ?? '');
    const field = view.fields.get(key) ?? null;
    if (issue.code === 'unrecognized_keys') {
      for (const name of issue.keys) {
        faults.push({ kind: 'unknown-key', data: { key: name }, field: view.fields.get(name) ?? null });
      }
    } else if (issue.code === 'custom') {
      faults.push({ ...(issue.params?.fault as Fault), field });
    } else if (field === null) {
      faults.push({ kind: 'missing-key', data: { key }, field: null });
    } else if (field.node?.kind !== 'alias') {
      faults.push({ ...typeFault(key, plain[key], shape), field });
    }
  }
  return faults;
}

function typeFault(key: string, value: unknown, shape: Shape): Fault {
  if (value === null) return { kind: 'missing-value', data: { key } };
  const doc = shape.fields.get(key);
  const read = doc?.otherType?.(value);
  if (read) return read;
  if (value === '') return { kind: 'empty-string', data: {} };
  return {
    kind: 'wrong-type',
    data: { key, expected: doc?.type ?? '', actual: typeName(value), value: shown(value) },
  };
}

/** The kinds of values as the documents call them. */
function typeName(value: unknown): 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'integer';
  return typeof value === 'number' ? 'number' : 'object';
}

function shown(value: unknown): string {
  return typeof value === 'object' ? '' : String(value);
}

/** Faults by kind, so that a rule finds its own without a search. */
export function byKind(faults: readonly PlacedFault[]): ReadonlyMap<FaultKind, readonly PlacedFault[]> {
  const map = new Map<FaultKind, PlacedFault[]>();
  for (const fault of faults) {
    const list = map.get(fault.kind);
    if (list === undefined) map.set(fault.kind, [fault]);
    else list.push(fault);
  }
  return map;
}
