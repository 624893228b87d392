/**
 * Reads a YAML file: splits it into documents, cuts each into skeleton and items, composes the pieces one by one.
 * Parses a document as a whole whenever the cut is not sure, and cuts the resulting tree instead.
 */
import type { DocumentSyntax, ItemPiece, KnownItems } from './file.ts';
import { shiftNode } from './shift.ts';
import { type Fragment, keyText, type SeqNode, type SgNode, type Span } from './tree.ts';
import { type Composed, composeYaml, type Patch } from './yaml-compose.ts';
import { type Cut, cutItems } from './yaml-cut.ts';
import { repairLines } from './yaml-repair.ts';

/** Reads every document with content. */
export function readYamlDocuments(text: string, known: KnownItems): DocumentSyntax[] {
  const documents: DocumentSyntax[] = [];
  for (const { start, end } of splitDocuments(text)) {
    const source = text.slice(start, end);
    const cut = cutItems(source);
    const doc = (cut === null ? null : readCut(source, start, cut, known)) ?? readWhole(source, start);
    if (
      doc.items.length > 0 ||
      !isEmpty(doc.skeleton.fragment.root) ||
      doc.skeleton.fragment.faults.length > 0
    ) {
      documents.push(doc);
    }
  }
  return documents;
}

/** What the parser makes of a document without content: an empty plain scalar. */
function isEmpty(root: SgNode | null): boolean {
  return root === null || (root.kind === 'scalar' && root.value === null && root.start === root.end);
}

/**
 * A document marker at the start of a line, a byte order mark in front of the first aside. Only LF ends a line in YAML
 * as it is read here. What stands in front is asked last: asked at every character, it takes 70 times as long.
 */
const markerLine = /(?:---|\.\.\.)(?<=(?:^\uFEFF?|\n)...)(?=[ \t\r\n]|$)[^\n]*\n?/g;

/**
 * `---` and `...` at the start of a line end a document wherever they stand, block scalars and quotes included. What
 * stands before `---` without being content (comments, directives) belongs to the document that begins there.
 */
function splitDocuments(text: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const marker of text.matchAll(markerLine)) {
    const opens = marker[0].startsWith('---');
    const end = opens ? marker.index : marker.index + marker[0].length;
    if (opens && prologueEnd(text, start, end) === end) continue;
    if (end > start) parts.push({ start, end });
    start = end;
  }
  parts.push({ start, end: text.length });
  return parts;
}

/** Where the lines of a stretch end that are blank, comments or directives. */
function prologueEnd(text: string, start: number, end: number): number {
  const line = /\uFEFF?(?:[ \t\r]*(?:#[^\n]*)?|%[^\n]*)(?:\n|$)/y;
  let at = start;
  while (at < end) {
    line.lastIndex = at;
    if (!line.test(text)) break;
    at = line.lastIndex;
  }
  return Math.min(at, end);
}

/** Directives (`%YAML 1.2`) before `---` say nothing that we need; blanked, they leave all offsets as they are. */
function withoutDirectives(source: string): string {
  const end = source.includes('%') ? prologueEnd(source, 0, source.length) : 0;
  if (!source.startsWith('---', end)) return source;
  return (
    source.slice(0, end).replace(/(?<=^\uFEFF?|\n)%[^\n]*/g, (d) => ' '.repeat(d.length)) + source.slice(end)
  );
}

/** Composes block-style source; what does not parse is tried again with its broken lines patched. */
function composeWithRepair(
  source: string,
  compose: (source: string, patches: readonly Patch[]) => Composed,
): Composed {
  const first = compose(source, []);
  if (first.faults.every((f) => f.kind === 'custom-tag')) return first;
  const repair = repairLines(
    source,
    first.faults.some((f) => f.kind === 'tab-indentation'),
  );
  if (repair === null) return first;
  const second = compose(repair.text, repair.patches);
  return { ...second, faults: [...repair.faults, ...second.faults].sort((a, b) => a.start - b.start) };
}

function fragmentOf(text: string, composed: Composed): Fragment {
  return { text, ...composed };
}

/** Reads skeleton and items separately; null when the skeleton does not have the shape that the cut supposes. */
function readCut(source: string, start: number, cut: Cut, known: KnownItems): DocumentSyntax | null {
  const cutAt = cut.starts[0] ?? 0;
  const placeholder = `${' '.repeat(cut.dashColumn)}- 0\n`;
  const text = source.slice(0, cutAt) + placeholder + source.slice(cut.end);
  const composed = composeWithRepair(withoutDirectives(text), (s, patches) => composeYaml(s, 0, patches));
  const sequence = permissionsOf(composed.root);
  const fits =
    sequence !== null &&
    sequence.items.length === 1 &&
    sequence.items[0]?.start === cutAt + cut.dashColumn + 2 &&
    sequence.items[0].end === cutAt + cut.dashColumn + 3;
  // With an error in it, the head or tail is broken and says so; the items are still what their lines say.
  if (!fits && composed.faults.length === 0) return null;
  const root = composed.root === null ? null : withoutItems(composed.root);
  const pieces = cut.starts.map((from, index): ItemPiece => {
    const itemText = source.slice(from, cut.starts[index + 1] ?? cut.end);
    return {
      kind: 'item',
      index,
      start: start + from,
      fragment: known.get(itemText) ?? readItem(itemText, cut.dashColumn),
    };
  });
  return {
    skeleton: {
      kind: 'skeleton',
      fragment: fragmentOf(text, { ...composed, root }),
      start,
      cut: cutAt + placeholder.length,
      shift: cut.end - cutAt - placeholder.length,
    },
    items: pieces,
    layout: { dashColumn: cut.dashColumn },
    reusable: true,
    span: { start, end: start + source.length },
  };
}

const itemPrefix = '_:\n';

/**
 * Reads one item of a block sequence on its own. A sequence item follows it in the source given to the parser, so
 * that an item reads the same wherever it stands.
 */
function readItem(text: string, dashColumn: number): Fragment {
  const sentinel = text.endsWith('\n') ? `${' '.repeat(dashColumn)}- 0\n` : '';
  const composed = composeWithRepair(text, (source, patches) => {
    const plain = composeYaml(itemPrefix + source + sentinel, -itemPrefix.length, patches);
    // An unclosed quote must not swallow the sentinel: this line closes it at the end of the item.
    return plain.faults.some((f) => f.kind === 'unclosed-quote') && text.endsWith('\n')
      ? composeYaml(`${itemPrefix}${source}#"'\n${sentinel}`, -itemPrefix.length, patches)
      : plain;
  });
  const sequence = composed.root?.kind === 'map' ? (composed.root.pairs[0]?.value ?? null) : null;
  const root = sequence?.kind === 'seq' ? (sequence.items[0] ?? null) : null;
  const inside = <T extends { start: number; end: number }>(x: T): T => ({
    ...x,
    start: Math.max(0, Math.min(x.start, text.length)),
    end: Math.max(0, Math.min(x.end, text.length)),
  });
  return {
    text,
    root,
    comments: composed.comments.filter((c) => c.start >= 0 && c.start < text.length),
    faults: composed.faults.map(inside),
    references: composed.references,
  };
}

/** Parses a document as a whole and takes the items of `Permissions` out of the tree. */
function readWhole(source: string, start: number): DocumentSyntax {
  const composed = composeWithRepair(withoutDirectives(source), (s, patches) => composeYaml(s, 0, patches));
  return cutTree(source, start, fragmentOf(source, composed), null);
}

/** Makes pieces of a tree that was read as a whole: JSON, flow style, or a text that does not cut by lines. */
export function cutTree(
  source: string,
  start: number,
  whole: Fragment,
  known: KnownItems | null,
): DocumentSyntax {
  const sequence = permissionsOf(whole.root);
  const nodes = sequence?.items ?? [];
  // A comment between two items belongs to neither: their fragments must not depend on it.
  const comments = distribute(whole.comments, nodes);
  const regions = itemRegions(sequence, endOfList(whole.root, sequence, source.length));
  const faults = distribute(whole.faults, regions);
  const items = nodes.map((node, index): ItemPiece => {
    // The text holds every fault; one that may be taken over by its text holds none and nothing but the item.
    const text = source.slice(node.start, known === null ? regions[index]?.end : node.end);
    const fragment = known?.get(text) ?? {
      text,
      root: shiftNode(node, -node.start),
      comments: moved(comments.inside.get(index), -node.start),
      faults: moved(faults.inside.get(index), -node.start),
      references: whole.references,
    };
    return { kind: 'item', index, start: start + node.start, fragment };
  });
  return {
    skeleton: {
      kind: 'skeleton',
      fragment: {
        ...whole,
        root: whole.root === null ? null : withoutItems(whole.root),
        comments: comments.outside,
        faults: faults.outside,
      },
      start,
      cut: source.length + 1,
      shift: 0,
    },
    items,
    layout: { dashColumn: sequence === null || sequence.flow ? null : dashColumn(source, sequence) },
    reusable: known !== null,
    span: { start, end: start + source.length },
  };
}

/** From each item to the next: what cannot be read behind an item's last value still belongs to it. */
function itemRegions(sequence: SeqNode | null, end: number): Span[] {
  const items = sequence?.items ?? [];
  return items.map((item, i) => ({ start: item.start, end: items[i + 1]?.start ?? Math.max(item.end, end) }));
}

/** Where the text ends that may belong to the list: at its bracket, at the next key, or at the end. */
function endOfList(root: SgNode | null, sequence: SeqNode | null, length: number): number {
  if (sequence === null || sequence.flow) return sequence?.end ?? length;
  const pairs = root?.kind === 'map' ? root.pairs : [];
  return pairs.find((p) => p.start >= sequence.end)?.start ?? length;
}

/** Sorts spans into the regions that hold them, by number of the region; regions are in order and do not overlap. */
function distribute<T extends Span>(spans: readonly T[], regions: readonly Span[]) {
  const inside = new Map<number, T[]>();
  const outside: T[] = [];
  for (const span of spans) {
    let low = 0;
    let high = regions.length;
    while (high - low > 1) {
      const mid = (low + high) >>> 1;
      if ((regions[mid]?.start ?? 0) <= span.start) low = mid;
      else high = mid;
    }
    const region = regions[low];
    if (region === undefined || span.start < region.start || span.end > region.end) outside.push(span);
    else if (inside.get(low)?.push(span) === undefined) inside.set(low, [span]);
  }
  return { inside, outside };
}

function moved<T extends Span>(spans: readonly T[] | undefined, by: number): T[] {
  return (spans ?? []).map((x) => ({ ...x, start: x.start + by, end: x.end + by }));
}

function dashColumn(source: string, sequence: SeqNode): number {
  return sequence.start - (source.lastIndexOf('\n', sequence.start - 1) + 1);
}

/** The sequence below `Permissions`; null when there is none. */
function permissionsOf(root: SgNode | null): SeqNode | null {
  if (root?.kind !== 'map') return null;
  for (const pair of root.pairs) {
    if (keyText(pair) === 'Permissions' && pair.value?.kind === 'seq') return pair.value;
  }
  return null;
}

/** The tree with the items of `Permissions` left out, since they are pieces of their own. */
function withoutItems(root: SgNode): SgNode {
  const sequence = permissionsOf(root);
  if (root.kind !== 'map' || sequence === null) return root;
  const pairs = root.pairs.map((p) =>
    p.value === sequence ? { ...p, value: { ...sequence, items: [] } } : p,
  );
  return { ...root, pairs };
}
