/** What can be folded: groups, lists, rules, objects, runs of comments. */
import type { SgFile } from '../syntax/file.ts';
import { spanInFile } from '../syntax/file.ts';
import type { FileCheck } from './check.ts';
import { allNodes, documentNode, type FileNode } from './nodes.ts';

export interface Fold {
  /** Zero-based first and last line; the first stays visible. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'comment' | null;
}

/** The folds of a file, by first line; of two that begin in one line the longer comes first and is the only one. */
export function folds({ file }: FileCheck): Fold[] {
  const found: Fold[] = [...commentFolds(file)];
  const line = (offset: number) => file.lines.positionAt(offset).line;
  for (const doc of file.documents) {
    const root = documentNode(doc);
    if (file.documents.length > 1 && root !== null) {
      found.push({ startLine: line(root.span.start), endLine: line(root.span.end), kind: null });
    }
    for (const node of allNodes(root)) {
      // The group itself folds only beside another one, or where it has a brace to fold behind.
      if (node.pair?.isKey || (node === root && !isFlow(node))) continue;
      const startLine = line(node.itemStart ?? node.pair?.key.start ?? node.span.start);
      // A closing bracket on a line of its own stays visible.
      const endLine = line(node.span.end) - (isFlow(node) ? 1 : 0);
      const foldable = node.node.kind === 'map' || node.node.kind === 'seq' || isBlockText(node);
      if (foldable && endLine > startLine) found.push({ startLine, endLine, kind: null });
    }
  }
  found.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  return found.filter((fold, i) => fold.startLine !== found[i - 1]?.startLine);
}

function isFlow({ node }: FileNode): boolean {
  return (node.kind === 'map' || node.kind === 'seq') && node.flow;
}

function isBlockText({ node }: FileNode): boolean {
  return node.kind === 'scalar' && node.style === 'block';
}

/** Comments that take several lines, and lines of comments that follow each other. */
function* commentFolds(file: SgFile): Iterable<Fold> {
  let run: { startLine: number; endLine: number } | null = null;
  const comments = file.documents
    .flatMap((doc) => [doc.skeleton, ...doc.items])
    .flatMap((piece) => piece.fragment.comments.map((c) => spanInFile(piece, c)))
    .sort((a, b) => a.start - b.start);
  for (const { start, end } of comments) {
    const startLine = file.lines.positionAt(start).line;
    const endLine = file.lines.positionAt(end).line;
    const ownLine = file.text.slice(file.lines.lineStart(startLine), start).trim() === '';
    if (!ownLine) continue;
    if (run !== null && startLine === run.endLine + 1) run.endLine = endLine;
    else {
      if (run !== null && run.endLine > run.startLine) yield { ...run, kind: 'comment' };
      run = { startLine, endLine };
    }
  }
  if (run !== null && run.endLine > run.startLine) yield { ...run, kind: 'comment' };
}
