/** Anchors and the aliases that stand for them: where one is defined, where it is used. */
import { spanInFile } from '../syntax/file.ts';
import type { Span } from '../syntax/tree.ts';
import { type FileCheck, groupAt } from './check.ts';
import { allNodes, documentNode, type FileNode } from './nodes.ts';

/** An anchor with every alias that means it; spans are offsets of the file, marks (`&`, `*`) included. */
export interface AnchorUse {
  readonly name: string;
  readonly anchor: Span;
  /** What is anchored, without the mark. */
  readonly value: Span;
  readonly aliases: readonly Span[];
}

/** The anchor that an offset is about, at itself or at one of its aliases; null anywhere else. */
export function anchorAt(check: FileCheck, offset: number): AnchorUse | null {
  const doc = check.file.documents[groupAt(check.file, offset)];
  if (doc === undefined) return null;
  const covers = ({ start, end }: Span) => offset >= start && offset <= end;
  const uses = anchorUses([...allNodes(documentNode(doc))]);
  return uses.find((use) => covers(use.anchor) || use.aliases.some(covers)) ?? null;
}

/** An alias means the latest anchor of its name that stands before it. */
function anchorUses(nodes: readonly FileNode[]): AnchorUse[] {
  const uses = nodes.flatMap((node): (AnchorUse & { aliases: Span[] })[] => {
    const anchor = anchorSpan(node);
    return anchor === null ? [] : [{ name: node.node.anchor ?? '', anchor, value: node.span, aliases: [] }];
  });
  uses.sort((a, b) => a.anchor.start - b.anchor.start);
  for (const { node, span } of nodes) {
    if (node.kind !== 'alias') continue;
    uses.findLast((use) => use.name === node.name && use.anchor.start < span.start)?.aliases.push(span);
  }
  return uses;
}

/** Where `&name` stands in front of a node. */
function anchorSpan({ piece, node }: FileNode): Span | null {
  if (node.anchor === null) return null;
  const mark = `&${node.anchor}`;
  const before = piece.fragment.text.slice(0, node.start);
  const start = before.lastIndexOf(mark);
  return start < 0 ? null : spanInFile(piece, { start, end: start + mark.length });
}
