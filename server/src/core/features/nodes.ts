/** The tree of a file as a whole: every node with its place in the file, whatever piece it stands in. */
import { type DocumentSyntax, type Piece, spanInFile } from '../syntax/file.ts';
import { keyText, type Pair, type SgNode, type Span } from '../syntax/tree.ts';

/** A node of a document; spans are offsets of the file. */
export interface FileNode {
  readonly piece: Piece;
  readonly node: SgNode;
  readonly span: Span;
  /** The pair that the node is the key or value of. */
  readonly pair: { readonly key: Span; readonly whole: Span; readonly isKey: boolean } | null;
  /** An item of `Permissions`: where it begins with its dash; null for every other node. */
  readonly itemStart: number | null;
  readonly children: readonly FileNode[];
}

/** The root of a document with the items of `Permissions` back in their place; null when nothing could be read. */
export function documentNode(doc: DocumentSyntax): FileNode | null {
  const { root } = doc.skeleton.fragment;
  return root === null ? null : build(doc.skeleton, root, null, doc);
}

/** `doc` is given for the nodes among which `Permissions` can be: the root alone. */
function build(piece: Piece, node: SgNode, pair: FileNode['pair'], doc: DocumentSyntax | null): FileNode {
  const children: FileNode[] = [];
  if (node.kind === 'seq') children.push(...node.items.map((item) => build(piece, item, null, null)));
  if (node.kind === 'map') for (const p of node.pairs) children.push(...pairNodes(piece, p, doc));
  const own = spanInFile(piece, node);
  const last = children.at(-1)?.span.end ?? own.end;
  return {
    piece,
    node,
    span: { start: own.start, end: Math.max(own.end, last) },
    pair,
    itemStart: null,
    children,
  };
}

function pairNodes(piece: Piece, pair: Pair, doc: DocumentSyntax | null): FileNode[] {
  const key = spanInFile(piece, pair.key);
  const permissions = doc !== null && keyText(pair) === 'Permissions' && pair.value?.kind === 'seq';
  const list = permissions ? itemNodes(doc) : [];
  const valueEnd = pair.value === null ? key.end : spanInFile(piece, pair.value).end;
  const whole = { start: key.start, end: Math.max(key.end, valueEnd, list.at(-1)?.span.end ?? 0) };
  const nodes = [build(piece, pair.key, { key, whole, isKey: true }, null)];
  if (pair.value === null) return nodes;
  const value = build(piece, pair.value, { key, whole, isKey: false }, null);
  if (list.length === 0) return [...nodes, value];
  const flow = pair.value.kind === 'seq' && pair.value.flow;
  const start = flow ? value.span.start : (list[0]?.itemStart ?? value.span.start);
  return [...nodes, { ...value, span: { start, end: whole.end }, children: list }];
}

function itemNodes(doc: DocumentSyntax): FileNode[] {
  return doc.items.flatMap((item) => {
    const { root, text } = item.fragment;
    if (root === null) return [];
    const node = build(item, root, null, null);
    const first = text.search(/\S/);
    const dashed = first < root.start && text[first] === '-';
    return [{ ...node, itemStart: dashed ? item.start + first : node.span.start }];
  });
}

/** The nodes around an offset, the widest first. */
export function nodesAround(root: FileNode | null, offset: number): FileNode[] {
  const path: FileNode[] = [];
  let at: FileNode | undefined = root ?? undefined;
  while (at !== undefined) {
    path.push(at);
    at = at.children.find((c) => offset >= (c.itemStart ?? c.span.start) && offset <= c.span.end);
  }
  return path;
}

/** Every node of a tree, a node before its children. */
export function* allNodes(root: FileNode | null): Iterable<FileNode> {
  if (root === null) return;
  yield root;
  for (const child of root.children) yield* allNodes(child);
}
