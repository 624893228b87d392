/**
 * Turns YAML source into the node tree with the `yaml` library: composes, collects comments, converts nodes. Throws
 * nothing: what the library cannot stand (its recursion overflows) becomes a fault.
 */
import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  Scalar,
  type YAMLError,
  type Node as YamlNode,
} from 'yaml';
import {
  type Comment,
  maxFaults,
  type Pair,
  type ScalarStyle,
  type ScalarValue,
  type SgNode,
  type SyntaxFault,
} from './tree.ts';

/** What a stretch of YAML source contains. Offsets are those of the source plus the `shift` given. */
export interface Composed {
  readonly root: SgNode | null;
  readonly comments: Comment[];
  readonly faults: SyntaxFault[];
  readonly references: boolean;
}

/** A place where the source given to the parser differs from the text, with the value that stands in the text. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  /** Null: what stands there is to be ignored. */
  readonly value: string | null;
}

/** Composes a source that holds at most one document. `shift` is added to every offset. */
export function composeYaml(source: string, shift: number, patches: readonly Patch[] = []): Composed {
  const comments: Comment[] = [];
  const faults: SyntaxFault[] = [];
  const openQuotes: SyntaxFault[] = [];
  let root: SgNode | null = null;
  let references = false;
  try {
    // Duplicate keys are ours to report, with both places; merge keys ours to resolve, with theirs.
    const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
    const tokens = [...new Parser().parse(source)];
    for (const token of tokens) collectComments(token, shift, comments);
    for (const doc of composer.compose(tokens, true, source.length)) {
      for (const error of doc.errors.slice(0, maxFaults)) faults.push(faultOf(error, source, shift));
      for (const warning of doc.warnings) {
        if (warning.code === 'TAG_RESOLVE_FAILED')
          faults.push({ ...spanOf(warning, shift), kind: 'custom-tag', detail: '' });
      }
      if (root === null && doc.contents !== null) {
        const convert = new Converter(source, shift, patches);
        root = convert.node(doc.contents);
        references = convert.references;
        openQuotes.push(...convert.openQuotes);
        faults.push(...convert.otherTags);
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    faults.push({ kind: 'too-deep', detail: '', start: shift, end: shift + source.length });
  }
  const told = openQuotes.length === 0 ? faults : atOpenQuotes(faults, openQuotes);
  told.sort((a, b) => a.start - b.start);
  const seen = patches.length === 0 ? comments : written(comments, patches);
  return { root, comments: seen, faults: told, references };
}

/** The library reports an open quote where the text ends that it took along. What it finds behind one is no news. */
function atOpenQuotes(faults: readonly SyntaxFault[], openQuotes: readonly SyntaxFault[]): SyntaxFault[] {
  const reported = faults.some((f) => f.kind === 'unclosed-quote');
  const first = Math.min(...openQuotes.map((f) => f.start));
  const others = faults.filter(
    (f) => f.kind !== 'unclosed-quote' && !(reported && f.kind === 'syntax' && f.start >= first),
  );
  return [...others, ...openQuotes];
}

/** Comments as they stand in the text: what fills the place of something ignored looks like one to the parser. */
function written(comments: readonly Comment[], patches: readonly Patch[]): Comment[] {
  return comments.flatMap((comment) => {
    const patch = patches.find((p) => p.value === null && p.start === comment.start);
    if (patch === undefined) return comment;
    const text = comment.text.slice(patch.end - patch.start).trimStart();
    return text.startsWith('#') ? { text, start: comment.end - text.length, end: comment.end } : [];
  });
}

function spanOf(error: YAMLError, shift: number): { start: number; end: number } {
  return { start: error.pos[0] + shift, end: Math.max(error.pos[1], error.pos[0] + 1) + shift };
}

function faultOf(error: YAMLError, source: string, shift: number): SyntaxFault {
  if (error.code === 'MISSING_CHAR' && /quote/.test(error.message)) {
    return { kind: 'unclosed-quote', detail: '', ...spanOf(error, shift) };
  }
  const lineStart = source.lastIndexOf('\n', error.pos[0] - 1) + 1;
  if (/^ *\t/.test(source.slice(lineStart, error.pos[0] + 1))) {
    return { kind: 'tab-indentation', detail: '', start: lineStart + shift, end: error.pos[0] + shift };
  }
  return { kind: 'syntax', detail: error.code, ...spanOf(error, shift) };
}

/** Comments are tokens wherever the parser meets them: between nodes, in separators, after values. */
function collectComments(token: unknown, shift: number, into: Comment[]): void {
  if (typeof token !== 'object' || token === null) return;
  const t = token as Partial<CST.SourceToken> & Record<string, unknown>;
  if (t.type === 'comment' && typeof t.source === 'string' && typeof t.offset === 'number') {
    into.push({ text: t.source, start: t.offset + shift, end: t.offset + t.source.length + shift });
    return;
  }
  for (const part of ['start', 'props', 'items', 'key', 'sep', 'value', 'end'] as const) {
    const child = t[part];
    if (Array.isArray(child)) for (const c of child) collectComments(c, shift, into);
    else collectComments(child, shift, into);
  }
}

const styles: Partial<Record<string, ScalarStyle>> = {
  [Scalar.QUOTE_SINGLE]: 'single-quoted',
  [Scalar.QUOTE_DOUBLE]: 'double-quoted',
  [Scalar.BLOCK_FOLDED]: 'block',
  [Scalar.BLOCK_LITERAL]: 'block',
};

const otherTag = /^tag:yaml\.org,2002:(?:binary|timestamp|set|omap|pairs)$/;

/** Converts the library's nodes to ours, which are smaller, relative and free of the library. */
class Converter {
  references = false;
  /** Quotes that never close. The library accepts some: its lexer looks for the next one in the rest of the text. */
  readonly openQuotes: SyntaxFault[] = [];
  /** Tags that the library knows from YAML 1.1 and that make of a text what no definition holds: bytes, dates, sets. */
  readonly otherTags: SyntaxFault[] = [];
  readonly #source: string;
  readonly #shift: number;
  readonly #patches: readonly Patch[];

  constructor(source: string, shift: number, patches: readonly Patch[]) {
    this.#source = source;
    this.#shift = shift;
    this.#patches = patches;
  }

  node(node: YamlNode): SgNode {
    const [from = 0, to = 0] = node.range ?? [];
    const start = from + this.#shift;
    const end = to + this.#shift;
    if (isAlias(node)) {
      this.references = true;
      return { kind: 'alias', name: node.source, anchor: null, start, end };
    }
    const anchor = ('anchor' in node ? node.anchor : undefined) ?? null;
    if (anchor !== null) this.references = true;
    if (node.tag !== undefined && otherTag.test(node.tag)) this.#tag(from);
    if (isMap(node)) {
      const pairs = node.items.map((pair) => this.#pair(pair as { key: YamlNode; value: YamlNode | null }));
      return {
        kind: 'map',
        pairs,
        flow: node.flow === true,
        anchor,
        start,
        end: pairs.at(-1)?.end ?? end,
        ...flowEnd(node, end),
      };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.node(item as YamlNode));
      return {
        kind: 'seq',
        items,
        flow: node.flow === true,
        anchor,
        start,
        end: items.at(-1)?.end ?? end,
        ...flowEnd(node, end),
      };
    }
    return this.#scalar(isScalar(node) ? node : null, anchor, start, end);
  }

  /** Reports the tag in front of a node; an anchor may stand between them. */
  #tag(from: number): void {
    const before = this.#source.slice(Math.max(0, from - 500), from);
    const tag = /!\S*(?=\s+(?:&\S+\s+)?$)/.exec(before);
    if (tag === null) return;
    const start = from - before.length + tag.index + this.#shift;
    this.otherTags.push({ kind: 'custom-tag', detail: '', start, end: start + tag[0].length });
  }

  #pair(pair: { key: YamlNode; value: YamlNode | null }): Pair {
    const key = this.node(pair.key);
    const value = pair.value === null ? null : this.node(pair.value);
    if (key.kind === 'scalar' && key.value === '<<') this.references = true;
    return { key, value, start: key.start, end: Math.max(key.end, value?.end ?? 0) };
  }

  #scalar(node: Scalar | null, anchor: string | null, start: number, end: number): SgNode {
    const patch = this.#patches.find((p) => p.start === start);
    if (patch !== undefined) {
      return { kind: 'scalar', value: patch.value, style: 'plain', anchor, start, end: patch.end };
    }
    const style = styles[node?.type ?? ''] ?? 'plain';
    const raw = this.#source.slice(start - this.#shift, end - this.#shift);
    if ((style === 'double-quoted' || style === 'single-quoted') && !isClosed(raw)) {
      const line = /^[^\r\n]*/.exec(raw)?.[0].trimEnd().length ?? 0;
      this.openQuotes.push({ kind: 'unclosed-quote', detail: '', start, end: start + Math.max(line, 1) });
    }
    // The library counts the line breaks behind a block scalar as its own; an edit of the value must not take them.
    const last = style === 'block' ? start + raw.trimEnd().length : end;
    return { kind: 'scalar', value: scalarValue(node), style, anchor, start, end: last };
  }
}

/** A flow collection ends at its bracket, a block collection at the end of its last child. */
function flowEnd(node: { flow?: boolean }, end: number): { end?: number } {
  return node.flow === true ? { end } : {};
}

function isClosed(raw: string): boolean {
  return /^(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')$/.test(raw);
}

/** The value; of what a tag has made into an object (bytes, a date), the text as written. */
function scalarValue(node: Scalar | null): ScalarValue {
  const value: unknown = node?.value ?? null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  return typeof value === 'boolean' || value === null ? value : (node?.source ?? String(value));
}
