/**
 * A definition file as syntax: documents (one security group each), and in each the head and tail of the text (the
 * *skeleton*) and the items of `Permissions`, every item a fragment of its own. Reading a file again reuses the
 * fragments of items whose text has not changed.
 *
 * Invariant: a file is a function of its text alone; `previous` only saves work.
 */
import { exceededLimit, type LimitFault } from '../text/limits.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Range } from '../text/position.ts';
import { readJsonDocument } from './json-document.ts';
import type { Fragment, Span } from './tree.ts';
import { readYamlDocuments } from './yaml-file.ts';

export type Syntax = 'yaml' | 'json';

/** One item of `Permissions`, at its place in this version of the file. */
export interface ItemPiece {
  readonly kind: 'item';
  /** Zero-based position in `Permissions` as written. */
  readonly index: number;
  /** Offset of the fragment's text in the file. */
  readonly start: number;
  readonly fragment: Fragment;
}

/** Everything of a document that is no item of `Permissions`. */
export interface SkeletonPiece {
  readonly kind: 'skeleton';
  readonly fragment: Fragment;
  /** Offset of the document in the file. */
  readonly start: number;
  /** Offsets of the fragment from `cut` on lie `shift` further in the document, where the items stand. */
  readonly cut: number;
  readonly shift: number;
}

export type Piece = ItemPiece | SkeletonPiece;

/** How the items of `Permissions` are written, for what inserts one. */
export interface ItemsLayout {
  /** Column of the dash of block items; null for flow style and JSON. */
  readonly dashColumn: number | null;
}

export interface DocumentSyntax {
  readonly skeleton: SkeletonPiece;
  readonly items: readonly ItemPiece[];
  readonly layout: ItemsLayout;
  /** Each item's fragment depends on its own text alone, so that another version of the file may take it over. */
  readonly reusable: boolean;
  /** Absolute offsets of the document's text in the file. */
  readonly span: Span;
}

export interface SgFile {
  readonly text: string;
  readonly syntax: Syntax;
  readonly lines: LineIndex;
  /** Documents with content; empty ones are left out. */
  readonly documents: readonly DocumentSyntax[];
  /** Set when the text is beyond a limit; then nothing else was read. */
  readonly limit: LimitFault | null;
}

/** Reads a file. `previous` is any earlier version of it; `maxLength` is in UTF-16 code units. */
export function readFile(text: string, syntax: Syntax, previous?: SgFile, maxLength?: number): SgFile {
  const lines = new LineIndex(text);
  const limit = exceededLimit(text, syntax, maxLength);
  if (limit !== null) return { text, syntax, lines, documents: [], limit };
  const known = knownItems(syntax, previous);
  const documents = syntax === 'json' ? readJsonDocument(text, known) : readYamlDocuments(text, known);
  return { text, syntax, lines, documents, limit: null };
}

/** Fragments of items by their text, to be taken over from the previous version. */
export type KnownItems = ReadonlyMap<string, Fragment>;

function knownItems(syntax: Syntax, previous: SgFile | undefined): KnownItems {
  const known = new Map<string, Fragment>();
  if (previous?.syntax !== syntax) return known;
  for (const doc of previous.documents) {
    if (!doc.reusable) continue;
    for (const item of doc.items) known.set(item.fragment.text, item.fragment);
  }
  return known;
}

/** The offset in the file of an offset in a piece. */
export function offsetInFile(piece: Piece, offset: number): number {
  if (piece.kind === 'item') return piece.start + offset;
  return piece.start + (offset < piece.cut ? offset : offset + piece.shift);
}

/** The span in the file of a span in a piece. */
export function spanInFile(piece: Piece, span: Span): Span {
  const start = offsetInFile(piece, span.start);
  // An empty span at the cut, or one that ends there, must not stretch over the items.
  const end = span.end === span.start ? start : offsetInFile(piece, span.end - 1) + 1;
  return { start, end };
}

/** The range in the file of a span in a piece. */
export function rangeInFile(file: SgFile, piece: Piece, span: Span): Range {
  const { start, end } = spanInFile(piece, span);
  return file.lines.rangeAt(start, end);
}
