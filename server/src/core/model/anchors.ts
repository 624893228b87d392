/** The anchors of a document, and which one an alias means: the latest of its name that stands before it. */
import { type DocumentSyntax, offsetInFile, type Piece } from '../syntax/file.ts';
import { childrenOf, type SgNode } from '../syntax/tree.ts';

/** A node together with the piece that it stands in. */
export interface PlacedNode {
  readonly piece: Piece;
  readonly node: SgNode;
}

/** Looks up aliases of one document. */
export class Anchors {
  readonly #anchors: { name: string; offset: number; placed: PlacedNode }[] = [];

  constructor(doc: DocumentSyntax) {
    for (const piece of [doc.skeleton, ...doc.items]) {
      if (piece.fragment.references && piece.fragment.root !== null)
        this.#collect(piece, piece.fragment.root);
    }
    this.#anchors.sort((a, b) => a.offset - b.offset);
  }

  #collect(piece: Piece, node: SgNode): void {
    if (node.anchor !== null) {
      this.#anchors.push({
        name: node.anchor,
        offset: offsetInFile(piece, node.start),
        placed: { piece, node },
      });
    }
    for (const child of childrenOf(node)) this.#collect(piece, child);
  }

  /** The node that an alias stands for; null when no anchor of its name precedes it. */
  find(piece: Piece, alias: SgNode & { kind: 'alias' }): PlacedNode | null {
    const offset = offsetInFile(piece, alias.start);
    return this.#anchors.findLast((a) => a.name === alias.name && a.offset <= offset)?.placed ?? null;
  }
}
