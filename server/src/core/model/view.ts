/**
 * Objects of a definition as the checks see them: fields by key with aliases and merge keys resolved, and for each
 * the span at which a finding about it is shown. What comes through an alias is shown at the alias.
 */
import type { Piece } from '../syntax/file.ts';
import { keyText, type MapNode, type ScalarValue, type SgNode, type Span } from '../syntax/tree.ts';
import type { Anchors, PlacedNode } from './anchors.ts';

/** A place in another piece, for related locations. */
export interface Place {
  readonly piece: Piece;
  readonly span: Span;
}

/** One field of an object. Spans are in the piece of the object. */
export interface Field {
  readonly name: string;
  readonly keySpan: Span;
  /** Where the value stands; the key's span when there is no value. */
  readonly valueSpan: Span;
  /** The value with aliases resolved; null for a key without one. */
  readonly node: SgNode | null;
  /** Where the anchored text stands, for a value that came through an alias or merge key. */
  readonly origin: Place | null;
}

/** Something wrong with the references of an object. */
export interface ReferenceFault {
  readonly kind: 'undefined-alias' | 'cyclic-alias' | 'merge-of-non-map';
  readonly name: string;
  readonly span: Span;
}

/** A view holds no piece of its own: an item keeps its view while it moves. Spans are in the piece it is shown in. */
export interface ObjectView {
  /** The whole object. */
  readonly span: Span;
  readonly fields: ReadonlyMap<string, Field>;
  /** Second and later fields of one name, with the span of the first. */
  readonly duplicates: readonly { readonly field: Field; readonly first: Span }[];
  /** Keys that are no plain text: `? [a]: b`. */
  readonly oddKeys: readonly Span[];
  readonly referenceFaults: readonly ReferenceFault[];
  /** Where the object as a whole was anchored, when it came through an alias. */
  readonly origin: Place | null;
}

/** How far aliases may lead before they are taken for a circle. */
const maxAliasSteps = 64;
/** Merges within merges deeper than anybody writes them; the limit spares the stack. */
const maxMergeDepth = 500;

/** Follows aliases to a node; a fault when one has no anchor or they lead in a circle. */
export function resolveNode(start: PlacedNode, anchors: Anchors | null): PlacedNode | ReferenceFault {
  let at = start;
  for (let step = 0; step < maxAliasSteps; step++) {
    if (at.node.kind !== 'alias') return at;
    const target = anchors?.find(at.piece, at.node) ?? null;
    if (target === null) return { kind: 'undefined-alias', name: at.node.name, span: start.node };
    at = target;
  }
  return { kind: 'cyclic-alias', name: start.node.kind === 'alias' ? start.node.name : '', span: start.node };
}

function isFault(x: PlacedNode | ReferenceFault): x is ReferenceFault {
  return 'kind' in x;
}

/** Reads a map node as an object. `shown` is where findings go when the map came through an alias. */
export function viewObject(
  placed: PlacedNode & { node: MapNode },
  anchors: Anchors | null,
  alias: Place | null,
): ObjectView {
  const builder = new ViewBuilder(anchors);
  builder.addPairs(placed, alias?.span ?? null, 0);
  return {
    span: alias?.span ?? placed.node,
    fields: builder.fields,
    duplicates: builder.duplicates,
    oddKeys: builder.oddKeys,
    referenceFaults: builder.faults,
    origin: alias === null ? null : { piece: placed.piece, span: placed.node },
  };
}

/** `<<` merges when it is written plain; in quotes, and so in JSON, it is a key like any other. */
function isMergeKey(key: SgNode): boolean {
  return key.kind === 'scalar' && key.style === 'plain' && key.value === '<<';
}

class ViewBuilder {
  readonly fields = new Map<string, Field>();
  readonly duplicates: { field: Field; first: Span }[] = [];
  readonly oddKeys: Span[] = [];
  readonly faults: ReferenceFault[] = [];
  readonly #anchors: Anchors | null;
  /** Collections that are being read: one that is met again within itself makes a circle. */
  readonly #open = new Set<SgNode>();
  /** Collections that were merged. Once more would add nothing, and lists of aliases of lists double at every step. */
  readonly #merged = new Set<SgNode>();

  constructor(anchors: Anchors | null) {
    this.#anchors = anchors;
  }

  /** Adds the pairs of a map; `shown` replaces all spans when the map came through an alias. */
  addPairs(placed: PlacedNode & { node: MapNode }, shown: Span | null, depth: number): void {
    const merges: PlacedNode[] = [];
    this.#open.add(placed.node);
    for (const pair of placed.node.pairs) {
      const name = keyText(pair);
      if (name === null) {
        if (shown === null) this.oddKeys.push(pair.key);
        continue;
      }
      if (isMergeKey(pair.key)) {
        if (pair.value === null)
          this.faults.push({ kind: 'merge-of-non-map', name: '<<', span: shown ?? pair.key });
        else merges.push({ piece: placed.piece, node: pair.value });
        continue;
      }
      this.#add(this.#field(name, placed.piece, pair.key, pair.value, shown), shown !== null);
    }
    // Explicit keys win over merged ones, wherever the merge stands.
    for (const merge of merges) this.#merge(merge, shown, depth);
    this.#open.delete(placed.node);
  }

  #field(name: string, piece: Piece, key: SgNode, value: SgNode | null, shown: Span | null): Field {
    // A span of its own for each field, so that a finding can be told by the span that it was given.
    const own = shown === null ? null : { start: shown.start, end: shown.end };
    const keySpan = own ?? key;
    const valueSpan = own ?? value ?? key;
    if (value === null) return { name, keySpan, valueSpan, node: null, origin: null };
    const resolved = resolveNode({ piece, node: value }, this.#anchors);
    if (isFault(resolved)) {
      this.faults.push({ ...resolved, span: valueSpan });
      return { name, keySpan, valueSpan, node: value, origin: null };
    }
    const indirect = shown !== null || resolved.node !== value;
    const origin = indirect ? { piece: resolved.piece, span: resolved.node } : null;
    return { name, keySpan, valueSpan, node: resolved.node, origin };
  }

  #add(field: Field, merged: boolean): void {
    const first = this.fields.get(field.name);
    if (first === undefined) this.fields.set(field.name, field);
    else if (!merged) this.duplicates.push({ field, first: first.keySpan });
  }

  #merge(source: PlacedNode, shown: Span | null, depth: number): void {
    const span = shown ?? source.node;
    const resolved = resolveNode(source, this.#anchors);
    if (isFault(resolved)) {
      this.faults.push({ ...resolved, span });
      return;
    }
    const { piece, node } = resolved;
    if (depth > maxMergeDepth || this.#open.has(node)) {
      this.faults.push({ kind: 'cyclic-alias', name: '<<', span });
    } else if (node.kind !== 'seq' && node.kind !== 'map') {
      this.faults.push({ kind: 'merge-of-non-map', name: '<<', span });
    } else if (!this.#merged.has(node)) {
      this.#merged.add(node);
      if (node.kind === 'map') {
        this.addPairs({ piece, node }, span, depth + 1);
        return;
      }
      this.#open.add(node);
      for (const item of node.items) this.#merge({ piece, node: item }, shown, depth + 1);
      this.#open.delete(node);
    }
  }
}

/** The value of a field as plain data; collections deeper down are reduced to their kind. */
export function plainValue(field: Field): ScalarValue | readonly unknown[] | object {
  const node = field.node;
  if (node === null || node.kind === 'alias') return null;
  if (node.kind === 'scalar') return node.value;
  return node.kind === 'seq' ? [] : {};
}

/** The scalar of a field; undefined when it has none or the field is absent. */
export function scalarOf(field: Field | undefined): ScalarValue | undefined {
  return field?.node?.kind === 'scalar' ? field.node.value : undefined;
}
