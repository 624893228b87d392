/**
 * The one node tree that YAML and JSON are read into. Offsets are relative to the text of the fragment that holds
 * the node, so that an unchanged list item keeps its nodes wherever it moves. Pure data.
 */

/** A half-open stretch of a fragment's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface NodeBase extends Span {
  /** `&name` in front of the node; YAML only. */
  readonly anchor: string | null;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly pairs: readonly Pair[];
  /** Written in braces: JSON, or YAML flow style. */
  readonly flow: boolean;
}

/** `key: value`. A pair without a value has `value: null`; `key:` written with nothing after it has a null scalar. */
export interface Pair extends Span {
  readonly key: SgNode;
  readonly value: SgNode | null;
}

export interface SeqNode extends NodeBase {
  readonly kind: 'seq';
  readonly items: readonly SgNode[];
  /** Written in brackets: JSON, or YAML flow style. */
  readonly flow: boolean;
}

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'block';

export type ScalarValue = string | number | bigint | boolean | null;

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  readonly style: ScalarStyle;
}

/** `*name`. */
export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
}

export type SgNode = MapNode | SeqNode | ScalarNode | AliasNode;

/** A comment with its marks (`# …`, `// …`, `/* … *\/`). */
export interface Comment extends Span {
  readonly text: string;
}

/** What the parser could not read as the language demands. Data: the words are the rules' business. */
export interface SyntaxFault extends Span {
  readonly kind:
    | 'syntax'
    | 'unclosed-quote'
    | 'plain-scalar-colon'
    | 'custom-tag'
    | 'trailing-comma'
    | 'too-deep'
    | 'tab-indentation'
    | 'missing-colon';
  /** The parser's code for it; empty for the kinds that need none. */
  readonly detail: string;
}

/** More errors of one parse than a person reads; a broken flow collection yields one per line. */
export const maxFaults = 50;

/** A piece of text with its tree. Immutable and a function of the text alone. */
export interface Fragment {
  readonly text: string;
  readonly root: SgNode | null;
  readonly comments: readonly Comment[];
  readonly faults: readonly SyntaxFault[];
  /** An anchor, an alias or a merge key occurs: what the fragment means depends on other fragments, or others on it. */
  readonly references: boolean;
}

/** The nodes directly below a node. */
export function childrenOf(node: SgNode): readonly SgNode[] {
  if (node.kind === 'map') return node.pairs.flatMap((p) => (p.value === null ? [p.key] : [p.key, p.value]));
  return node.kind === 'seq' ? node.items : [];
}

/** The text of a key; null when the key is no scalar. */
export function keyText(pair: Pair): string | null {
  return pair.key.kind === 'scalar' ? String(pair.key.value ?? '') : null;
}
