/**
 * The tree of a file as a list of lines, `path = value @start-end`, from its pieces and from one parse of the whole
 * text by the `yaml` library, so that the two can be compared.
 */
import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, type Node as YamlNode } from 'yaml';
import {
  type DocumentSyntax,
  type Piece,
  type SgFile,
  spanInFile,
} from '../../server/src/core/syntax/file.ts';
import type { SgNode } from '../../server/src/core/syntax/tree.ts';

/** The lines of each document of a file that is read in pieces. */
export function treeOfPieces(file: SgFile): string[][] {
  return file.documents.map(linesOfDocument);
}

function linesOfDocument(document: DocumentSyntax): string[] {
  const lines: string[] = [];
  const { skeleton, items } = document;
  const add = (node: SgNode, piece: Piece, path: string) => {
    const { start, end } = spanInFile(piece, node);
    const anchor = node.anchor === null ? '' : `&${node.anchor} `;
    if (node.kind === 'scalar') {
      lines.push(`${path} = ${anchor}${typeof node.value} ${JSON.stringify(node.value)} @${start}-${end}`);
      return;
    }
    if (node.kind === 'alias') {
      lines.push(`${path} = *${node.name} @${start}-${end}`);
      return;
    }
    lines.push(`${path} = ${anchor}${node.kind}${node.flow ? ' flow' : ''}`);
    if (node.kind === 'seq') {
      // The items of Permissions are pieces of their own.
      const own = piece === skeleton && path === '/Permissions' && node.items.length === 0;
      if (own)
        for (const item of items)
          if (item.fragment.root) add(item.fragment.root, item, `${path}/${item.index}`);
      for (const [i, item] of node.items.entries()) add(item, piece, `${path}/${i}`);
      return;
    }
    for (const [i, pair] of node.pairs.entries()) {
      const name = pair.key.kind === 'scalar' ? String(pair.key.value ?? '') : '?';
      add(pair.key, piece, `${path}/${name}#${i}`);
      if (pair.value !== null) add(pair.value, piece, `${path}/${name}`);
    }
  };
  if (skeleton.fragment.root !== null) add(skeleton.fragment.root, skeleton, '');
  return lines;
}

export interface WholeParse {
  readonly valid: boolean;
  /** Per document with content. */
  readonly trees: string[][];
}

/** One parse of a whole text by the library. */
export function treeOfWhole(text: string): WholeParse {
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents)) return { valid: true, trees: [] };
  const trees: string[][] = [];
  for (const { contents } of documents) {
    if (contents === null || isEmptyScalar(contents)) continue;
    const lines: string[] = [];
    addYaml(contents, '', text, lines);
    trees.push(lines);
  }
  return { valid: documents.every((d) => d.errors.length === 0), trees };
}

function isEmptyScalar(node: unknown): boolean {
  return isScalar(node) && node.value === null && node.range?.[0] === node.range?.[1];
}

function addYaml(node: unknown, path: string, text: string, lines: string[]): void {
  const [start = 0, stop = 0] = (node as YamlNode | null)?.range ?? [];
  if (isAlias(node)) {
    lines.push(`${path} = *${node.source} @${start}-${stop}`);
    return;
  }
  const named = node as { anchor?: string; flow?: boolean } | null;
  const anchor = named?.anchor === undefined ? '' : `&${named.anchor} `;
  if (isMap(node) || isSeq(node)) {
    lines.push(`${path} = ${anchor}${isMap(node) ? 'map' : 'seq'}${named?.flow === true ? ' flow' : ''}`);
    for (const [i, item] of node.items.entries()) {
      if (!isPair(item)) addYaml(item, `${path}/${i}`, text, lines);
      else {
        const name = isScalar(item.key) ? String(item.key.value ?? '') : '?';
        addYaml(item.key, `${path}/${name}#${i}`, text, lines);
        if (item.value !== null) addYaml(item.value, `${path}/${name}`, text, lines);
      }
    }
    return;
  }
  const value = isScalar(node) ? (node.value ?? null) : null;
  // The library counts the line breaks behind a block scalar as its own.
  const isBlock = isScalar(node) && /^BLOCK_/.test(node.type ?? '');
  const end = isBlock ? start + text.slice(start, stop).trimEnd().length : stop;
  lines.push(`${path} = ${anchor}${typeof value} ${JSON.stringify(value)} @${start}-${end}`);
}
