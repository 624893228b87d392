/**
 * Turns what a fix wants ("rename this key", "remove this item") into text edits of the file as it is now. Every
 * structural edit is computed from the tree, for block YAML, flow YAML and JSON.
 */
import type { Field } from '../model/view.ts';
import { type DocumentSyntax, type ItemPiece, type Piece, type SgFile, spanInFile } from '../syntax/file.ts';
import {
  childrenOf,
  type MapNode,
  type Pair,
  type ScalarStyle,
  type SgNode,
  type Span,
} from '../syntax/tree.ts';
import { writeScalar } from '../syntax/write-scalar.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { removeFromList } from './list-edit.ts';

/** Collects edits for one fix. Spans are those of the finding's piece. */
export class EditBuilder {
  readonly edits: TextEdit[] = [];
  readonly #file: SgFile;
  readonly #document: DocumentSyntax | null;
  readonly #piece: Piece | null;

  /** Without a piece (a finding of file scope), spans are offsets in the file. */
  constructor(file: SgFile, document: DocumentSyntax | null, piece: Piece | null) {
    this.#file = file;
    this.#document = document;
    this.#piece = piece;
  }

  get #eol(): string {
    return this.#file.text.includes('\r\n') ? '\r\n' : '\n';
  }

  #span(span: Span): Span {
    return this.#piece === null ? span : spanInFile(this.#piece, span);
  }

  /** The text of a span. */
  textOf(span: Span): string {
    const { start, end } = this.#span(span);
    return this.#file.text.slice(start, end);
  }

  /** Replaces a stretch of text. */
  replace(span: Span, newText: string): void {
    this.edits.push({ ...this.#span(span), newText });
  }

  /** Puts a value in the place of another, quoted as the old one was, or as the new one needs. */
  setValue(field: Field, value: string | number): void {
    const style: ScalarStyle = field.node?.kind === 'scalar' ? field.node.style : 'plain';
    this.replace(field.valueSpan, writeScalar(value, this.#file.syntax, style));
  }

  /** Gives a key another name. */
  renameKey(keySpan: Span, name: string): void {
    const { start, end } = this.#span(keySpan);
    const quote = /^["']/.exec(this.#file.text.slice(start, end))?.[0] ?? '';
    this.edits.push({ start, end, newText: `${quote}${name}${quote}` });
  }

  /** The map that stands at the root of the piece. */
  #root(): MapNode | null {
    const root = this.#piece?.fragment.root ?? null;
    return root?.kind === 'map' ? root : null;
  }

  /** The map that has a key, at the root of the piece or deeper down: a tag stands in the top-level object. */
  #mapWithKey(keySpan: Span, node: SgNode | null = this.#piece?.fragment.root ?? null): MapNode | null {
    if (node === null) return null;
    if (node.kind === 'map' && node.pairs.some((p) => p.key.start === keySpan.start)) return node;
    for (const child of childrenOf(node)) {
      const inside = child.start <= keySpan.start && keySpan.end <= child.end;
      const map = inside ? this.#mapWithKey(keySpan, child) : null;
      if (map !== null) return map;
    }
    return null;
  }

  /** Removes a field, its line included when it has one of its own. */
  removeField(keySpan: Span): void {
    const map = this.#mapWithKey(keySpan);
    const index = map?.pairs.findIndex((p) => p.key.start === keySpan.start) ?? -1;
    if (map === null || index < 0) return;
    const spans = map.pairs.map((p) => this.#span(pairSpan(p)));
    this.edits.push(removeFromList(this.#file.text, spans, index, map.flow ? 'flow' : 'block'));
  }

  /** Adds fields at the end of the object, or in front of its first field. */
  addFields(
    fields: readonly (readonly [name: string, value: string | number])[],
    where: 'first' | 'last' = 'last',
  ): void {
    const map = this.#root();
    const syntax = this.#file.syntax;
    const write = ([name, value]: readonly [string, string | number]) =>
      `${syntax === 'json' ? JSON.stringify(name) : name}: ${writeScalar(value, syntax)}`;
    const lines = fields.map(write);
    if (map === null || map.pairs.length === 0) {
      this.#addToEmpty(map, lines);
      return;
    }
    const first = this.#span(map.pairs[0] ?? map);
    const last = this.#span(map.pairs.at(-1) ?? map);
    if (map.flow) {
      const separator = this.#flowSeparator(map, first);
      if (where === 'first') this.#insert(first.start, lines.map((l) => `${l},${separator}`).join(''));
      else this.#insert(last.end, lines.map((l) => `,${separator}${l}`).join(''));
      return;
    }
    // A byte order mark on the first line takes no column.
    const indent = ' '.repeat(
      this.#file.text.slice(this.#lineStart(first.start), first.start).replace('\uFEFF', '').length,
    );
    if (where === 'first') this.#insert(first.start, lines.map((l) => l + this.#eol + indent).join(''));
    else this.#insert(this.#lineEnd(last.end), lines.map((l) => this.#eol + indent + l).join(''));
  }

  #addToEmpty(map: MapNode | null, lines: readonly string[]): void {
    if (map === null) return;
    const { start, end } = this.#span(map);
    this.edits.push({ start, end, newText: map.flow ? `{ ${lines.join(', ')} }` : lines.join(this.#eol) });
  }

  /** What stands between two fields of a flow map: a line break with its indentation, or a blank. */
  #flowSeparator(map: MapNode, first: Span): string {
    const open = this.#span(map).start;
    const between = this.#file.text.slice(open + 1, first.start);
    return between.includes('\n') ? this.#eol + (/[ \t]*$/.exec(between)?.[0] ?? '') : ' ';
  }

  /** Removes an item of `Permissions` whose list is not reached through an alias. */
  removeItem(item: ItemPiece): void {
    const items = this.#document?.items ?? [];
    const spans = items.map((i) => this.#itemSpan(i));
    const block = this.#document?.layout.dashColumn !== null;
    this.edits.push(
      removeFromList(this.#file.text, spans, items.indexOf(item), block ? 'block-item' : 'flow'),
    );
  }

  #itemSpan(item: ItemPiece): Span {
    const root: SgNode | null = item.fragment.root;
    return spanInFile(item, root ?? { start: 0, end: item.fragment.text.trimEnd().length });
  }

  #insert(at: number, newText: string): void {
    this.edits.push({ start: at, end: at, newText });
  }

  #lineStart(offset: number): number {
    return this.#file.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** End of the line of an offset, before its line break. */
  #lineEnd(offset: number): number {
    const text = this.#file.text;
    const end = text.indexOf('\n', offset);
    if (end < 0) return text.length;
    return text[end - 1] === '\r' ? end - 1 : end;
  }
}

function pairSpan(pair: Pair): Span {
  return { start: pair.start, end: pair.end };
}
