/** Moves nodes: the same tree at other offsets. */
import type { SgNode } from './tree.ts';

/** A copy of a node with `by` added to every offset in it. */
export function shiftNode(node: SgNode, by: number): SgNode {
  const at = { start: node.start + by, end: node.end + by };
  switch (node.kind) {
    case 'map':
      return {
        ...node,
        ...at,
        pairs: node.pairs.map((p) => ({
          key: shiftNode(p.key, by),
          value: p.value === null ? null : shiftNode(p.value, by),
          start: p.start + by,
          end: p.end + by,
        })),
      };
    case 'seq':
      return { ...node, ...at, items: node.items.map((item) => shiftNode(item, by)) };
    default:
      return { ...node, ...at };
  }
}
