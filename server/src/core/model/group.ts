/** One security group of a file as the checks see it: the product, the top-level object, the rules. */
import { type DocumentSyntax, type ItemPiece, type Piece, type SgFile, spanInFile } from '../syntax/file.ts';
import type { Fragment, SgNode, Span } from '../syntax/tree.ts';
import { Anchors, type PlacedNode } from './anchors.ts';
import { type ProductChoice, productOf } from './product.ts';
import {
  type ObjectView,
  type Place,
  type ReferenceFault,
  resolveNode,
  scalarOf,
  viewObject,
} from './view.ts';

/** An item of `Permissions`. `view` is null when it is no object. */
export interface RuleEntry {
  /** Zero-based position in `Permissions` as written. */
  readonly index: number;
  /** Where findings about the rule go: its own piece, or the skeleton when the list came through an alias. */
  readonly piece: Piece;
  readonly span: Span;
  readonly view: ObjectView | null;
  readonly referenceFault: ReferenceFault | null;
}

export interface Group {
  readonly document: DocumentSyntax;
  readonly product: ProductChoice;
  /** The top-level object; null when the document is something else. */
  readonly top: ObjectView | null;
  readonly rules: readonly RuleEntry[];
  /** The items of `Tag`; they are read like rules. */
  readonly tags: readonly RuleEntry[];
  readonly anchors: Anchors | null;
}

/** Views of items whose text holds no reference depend on that text alone and are kept with it. */
const itemViews = new WeakMap<Fragment, ObjectView>();

/** The groups of a file, in the order of the text. */
export function groupsOf(file: SgFile): Group[] {
  return file.documents.map(readGroup);
}

function readGroup(document: DocumentSyntax): Group {
  const { skeleton, items } = document;
  const references = skeleton.fragment.references || items.some((i) => i.fragment.references);
  const anchors = references ? new Anchors(document) : null;
  const root = skeleton.fragment.root;
  const top = root?.kind === 'map' ? viewObject({ piece: skeleton, node: root }, anchors, null) : null;
  const rules = top?.fields.get('Permissions')?.origin
    ? aliasedRules(skeleton, top, anchors)
    : items.map((item) => ruleEntry(item, anchors));
  const views = rules.flatMap((r) => (r.view === null ? [] : [r.view]));
  const tags = top === null ? [] : tagEntries(skeleton, top, anchors);
  return { document, product: productOf(top, views), top, rules, tags, anchors };
}

function ruleEntry(piece: ItemPiece, anchors: Anchors | null): RuleEntry {
  const { fragment, index } = piece;
  const node = fragment.root;
  if (node === null) return { index, piece, span: wholeLine(fragment), view: null, referenceFault: null };
  if (!fragment.references && node.kind === 'map') {
    let view = itemViews.get(fragment);
    if (view === undefined) {
      view = viewObject({ piece, node }, null, null);
      itemViews.set(fragment, view);
    }
    return { index, piece, span: node, view, referenceFault: null };
  }
  return resolvedEntry(index, { piece, span: node }, { piece, node }, anchors);
}

function resolvedEntry(index: number, at: Place, placed: PlacedNode, anchors: Anchors | null): RuleEntry {
  const resolved = resolveNode(placed, anchors);
  if ('kind' in resolved) return { index, ...at, view: null, referenceFault: { ...resolved, span: at.span } };
  const node = resolved.node;
  if (node.kind !== 'map') return { index, ...at, view: null, referenceFault: null };
  const alias = node === placed.node && placed.piece === at.piece && at.span === placed.node ? null : at;
  return {
    index,
    ...at,
    view: viewObject({ piece: resolved.piece, node }, anchors, alias),
    referenceFault: null,
  };
}

/** `Permissions: *rules`: every rule is shown at the alias. */
function aliasedRules(skeleton: Piece, top: ObjectView, anchors: Anchors | null): RuleEntry[] {
  const field = top.fields.get('Permissions');
  const list: SgNode | null = field?.node ?? null;
  const origin = field?.origin;
  if (!field || !origin || list?.kind !== 'seq') return [];
  const at = { piece: skeleton, span: field.valueSpan };
  return list.items.map((node, index) => resolvedEntry(index, at, { piece: origin.piece, node }, anchors));
}

/** The items of `Tag`, which stand in the skeleton. */
function tagEntries(piece: Piece, top: ObjectView, anchors: Anchors | null): RuleEntry[] {
  const field = top.fields.get('Tag');
  if (field?.node?.kind !== 'seq') return [];
  const { origin, valueSpan } = field;
  return field.node.items.map((node, index) => {
    const at = { piece, span: origin === null ? node : valueSpan };
    return resolvedEntry(index, at, { piece: origin?.piece ?? piece, node }, anchors);
  });
}

/** The first line of an item that could not be read at all. */
function wholeLine(fragment: Fragment): Span {
  const line = /^[ \t]*(?:-[ \t]*)?([^\r\n]*)/.exec(fragment.text);
  const end = line?.[0].length ?? 0;
  return { start: end - (line?.[1]?.length ?? 0), end };
}

/** `SecurityGroupName` as written; null without one. */
export function groupName(group: Group): string | null {
  const name = scalarOf(group.top?.fields.get('SecurityGroupName'));
  return typeof name === 'string' && name !== '' ? name : null;
}

/** The span of a group in the file: from its first to its last character that is neither blank nor a comment. */
export function groupSpan(group: Group): Span {
  const { skeleton, items, span } = group.document;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const piece of [skeleton, ...items]) {
    const root = piece.fragment.root;
    if (root === null) continue;
    const at = spanInFile(piece, root);
    starts.push(at.start);
    ends.push(at.end);
  }
  if (starts.length === 0) return span;
  return { start: Math.min(...starts), end: Math.max(...ends) };
}
