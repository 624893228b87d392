/**
 * Puts the keys of rules, or of the group, into the order of the document. Known keys change places among themselves;
 * what is not known (`x-…`, merges, mistakes) keeps its place. A field takes its comments along: those above it, and
 * the one behind it in its line.
 */
import { groupsOf } from '../../model/group.ts';
import { shapesOf } from '../../model/shapes.ts';
import type { SgFile } from '../../syntax/file.ts';
import { spanInFile } from '../../syntax/file.ts';
import type { Span } from '../../syntax/tree.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import { documentNode, type FileNode } from '../nodes.ts';

/** The text with the keys of every rule, or of every group, in order. */
export function reorderKeys(file: SgFile, place: 'rule' | 'group'): string {
  const edits: TextEdit[] = [];
  for (const group of groupsOf(file)) {
    const shape = shapesOf(group.product.product)[place];
    const root = documentNode(group.document);
    if (root === null) continue;
    const order = [...shape.fields.keys()];
    const comments = [group.document.skeleton, ...group.document.items].flatMap((piece) =>
      piece.fragment.comments.map((c) => spanInFile(piece, c)),
    );
    const maps = place === 'group' ? [root] : itemsOf(root);
    for (const map of maps) edits.push(...reorderMap(file, map, order, comments));
  }
  return applyEdits(file.text, edits);
}

function itemsOf(root: FileNode): FileNode[] {
  return root.children.flatMap((child) =>
    child.pair?.isKey === false && child.node.kind === 'seq'
      ? child.children.filter((c) => c.piece.kind === 'item')
      : [],
  );
}

function reorderMap(
  file: SgFile,
  map: FileNode,
  order: readonly string[],
  comments: readonly Span[],
): TextEdit[] {
  if (map.node.kind !== 'map') return [];
  const flow = map.node.flow;
  // Between braces it is not clear to which field a comment belongs.
  if (flow && comments.some((c) => c.start > map.span.start && c.end < map.span.end)) return [];
  const keys = map.children.filter((c) => c.pair?.isKey);
  const fields = keys.map((key, i) => ({
    name: key.node.kind === 'scalar' ? String(key.node.value) : '',
    slot: flow ? wholeOf(key) : withComments(file, key, keys[i - 1] ?? null, comments),
  }));
  const known = fields.filter((f) => order.includes(f.name));
  if (new Set(known.map((f) => f.name)).size < known.length) return [];
  const sorted = known.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return known.flatMap(({ slot }, i): TextEdit[] => {
    const source = sorted[i]?.slot ?? slot;
    return source === slot ? [] : [{ ...slot, newText: file.text.slice(source.start, source.end) }];
  });
}

function wholeOf(key: FileNode): Span {
  return key.pair?.whole ?? key.span;
}

/** A field of a block map from the first comment above it to the comment behind it. */
function withComments(file: SgFile, key: FileNode, before: FileNode | null, comments: readonly Span[]): Span {
  let { start, end } = wholeOf(key);
  const lineEnd = file.lines.lineEnd(file.lines.positionAt(Math.max(start, end - 1)).line);
  for (const comment of comments) {
    if (comment.start >= end && comment.end <= lineEnd) end = comment.end;
  }
  if (before === null) return { start, end };
  const above = file.lines.lineEnd(file.lines.positionAt(wholeOf(before).end - 1).line);
  for (const comment of comments) {
    if (comment.start > above && comment.start < start) start = Math.min(start, comment.start);
  }
  return { start, end };
}
