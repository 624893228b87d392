/**
 * Checks a file: runs every rule at its scope, keeps what depends on an item's text alone with that item, applies the
 * suppressions, and returns diagnostics in the order of the text. Pure: language and date are parameters.
 */
import { t } from '../i18n/catalog.ts';
import { fill, type Locale, type MessageData } from '../i18n/locale.ts';
import { type Group, groupsOf, type RuleEntry } from '../model/group.ts';
import { forProduct } from '../model/per-product.ts';
import { type RuleReading, readRule } from '../model/rule-reading.ts';
import { byKind, shapeFaults } from '../model/shape-faults.ts';
import { shapesOf } from '../model/shapes.ts';
import type { ObjectView, Place } from '../model/view.ts';
import type { Product } from '../plan/plan.ts';
import type { FileContext, GroupContext, ItemContext } from '../rules/context.ts';
import { EditBuilder } from '../rules/edit-builder.ts';
import { rules } from '../rules/registry.gen.ts';
import type { Finding, Report, Rule } from '../rules/rule.ts';
import { applySuppressions } from '../suppress/apply.ts';
import { type Piece, type SgFile, spanInFile } from '../syntax/file.ts';

import { childrenOf, type Fragment, type SgNode, type Span, type SyntaxFault } from '../syntax/tree.ts';

import type { Diagnostic } from './diagnostic.ts';

export interface CheckOptions {
  readonly locale: Locale;
  /** Today's date, `YYYY-MM-DD`: suppressions expire. */
  readonly today: string;
  /** Address of the page of a rule, for rules that no page of the vendor documents. */
  rulePage(rule: Rule, locale: Locale): string;
}

export interface FileCheck {
  readonly file: SgFile;
  readonly groups: readonly Group[];
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A finding with the piece that its spans are in; null for offsets of the file. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly piece: Piece | null;
  /** Zero-based number of the group. */
  readonly group: number;
  readonly product: Product;
}

/** Checks a file as it is. */
export function checkFile(file: SgFile, options: CheckOptions): FileCheck {
  const groups = groupsOf(file);
  const placed: PlacedFinding[] = [];
  for (const [number, group] of groups.entries()) {
    const { product } = group.product;
    for (const f of groupFindings(file, group)) placed.push({ ...f, group: number, product });
  }
  const atOffset = (finding: Finding, offset: number): PlacedFinding => {
    const number = groupAt(file, offset);
    return { finding, piece: null, group: number, product: groups[number]?.product.product ?? 'ens' };
  };
  for (const finding of fileFindings(file)) placed.push(atOffset(finding, finding.span.start));
  const diagnostics = placed.map((p) => toDiagnostic(file, p, options));
  const result = applySuppressions(file, diagnostics, options.today, (finding, span) =>
    toDiagnostic(file, atOffset(finding, span.start), options),
  );
  result.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1));
  return { file, groups, diagnostics: result };
}

/** Number of the group that an offset of the file is in. */
export function groupAt(file: SgFile, offset: number): number {
  return Math.max(
    0,
    file.documents.findLastIndex((d) => d.span.start <= offset),
  );
}

type GroupFinding = Omit<PlacedFinding, 'group' | 'product'>;

function groupFindings(file: SgFile, group: Group): GroupFinding[] {
  const found: GroupFinding[] = [];
  const product = group.product.product;
  const add = (piece: Piece, list: readonly Finding[]) => {
    for (const finding of list) found.push({ finding, piece });
  };
  const { skeleton } = group.document;
  add(skeleton, checkObject(file, 'group', product, skeleton.fragment, group.top));
  for (const tag of shapesOf(product).tag === null ? [] : group.tags) {
    add(tag.piece, checkObject(file, 'tag', product, tagFragment(tag), tag.view, tag));
  }
  const seen = new Set<Piece>([skeleton]);
  for (const entry of group.rules) {
    add(entry.piece, ruleFindings(file, product, entry, !seen.has(entry.piece)));
    seen.add(entry.piece);
  }
  for (const rule of rules) {
    if (rule.scope !== 'group' || !rule.products.includes(product)) continue;
    const context: GroupContext = {
      group,
      syntax: file.syntax,
      readingOf: ({ view }) => (view === null ? null : readingOfView(view, product)),
      report: (piece, report) => {
        const entry = group.rules.find((r) => r.span === report.span);
        found.push({ piece, finding: { ...report, ...anchorOf(entry?.view ?? null, report.span), rule } });
      },
    };
    rule.check(context);
  }
  return found;
}

/** Findings of items, by fragment and product: an unchanged item keeps its own. */
const kept = new WeakMap<Fragment, { product: Product; findings: readonly Finding[] }>();

function ruleFindings(
  file: SgFile,
  product: Product,
  entry: RuleEntry,
  ownPiece: boolean,
): readonly Finding[] {
  const { fragment } = entry.piece;
  const keep = ownPiece && !fragment.references;
  const known = keep ? kept.get(fragment) : undefined;
  if (known?.product === product) return known.findings;
  const findings = checkObject(file, 'rule', product, ownPiece ? fragment : emptyFragment, entry.view, entry);
  if (keep) kept.set(fragment, { product, findings });
  return findings;
}

/** What stands at an alias to a whole list has no text of its own. */
const emptyFragment: Fragment = { text: '', root: null, comments: [], faults: [], references: true };

/** A tag as a text of its own. What the parser could not read is reported with the text around it. */
function tagFragment({ piece, span, view }: RuleEntry): Fragment {
  const { text, root, references } = piece.fragment;
  const node = view !== null && view.origin === null && root !== null ? nodeAt(root, span) : null;
  return { text, root: node, comments: [], faults: [], references };
}

/** The node of a span in a tree. */
function nodeAt(node: SgNode, span: Span): SgNode | null {
  if (node.start === span.start && node.end === span.end) return node;
  for (const child of childrenOf(node)) {
    const found = child.start <= span.start && span.end <= child.end ? nodeAt(child, span) : null;
    if (found !== null) return found;
  }
  return null;
}

function checkObject(
  file: SgFile,
  place: ItemContext['place'],
  product: Product,
  fragment: Fragment,
  view: ObjectView | null,
  entry: RuleEntry | null = null,
): readonly Finding[] {
  const shape = shapesOf(product)[place];
  const shapeFound = view === null || shape === null ? [] : shapeFaults(view, shape, place === 'group');
  const faults = byKind(
    shapeFound.filter(({ field }) => field === null || !garbled(field.valueSpan, fragment)),
  );
  const findings: Finding[] = [];
  let current: Rule | null = null;
  const context: ItemContext = {
    place,
    product,
    syntax: file.syntax,
    fragment,
    view,
    entry,
    reading: place === 'rule' && view !== null ? readingOfView(view, product) : null,
    fields: shape?.fields ?? new Map(),
    faults: (kind) => faults.get(kind) ?? [],
    report: (report: Report) => {
      if (current !== null) findings.push({ ...report, ...anchorOf(view, report.span), rule: current });
    },
  };
  for (const rule of rules) {
    if (rule.scope !== 'item' || !rule.products.includes(product)) continue;
    current = rule;
    rule.check(context);
  }
  return findings;
}

/** Whether a value is part of what the parser could not read, so that nothing more can be said about it. */
function garbled(span: Span, fragment: Fragment): boolean {
  return fragment.faults.some((f) => !isReadable(f.kind) && f.start < span.end && f.end > span.start);
}

/** Faults that leave no doubt about the value; each has a safe fix. */
function isReadable(kind: SyntaxFault['kind']): boolean {
  return kind === 'plain-scalar-colon' || kind === 'trailing-comma';
}

/** The anchored text that a finding at an alias is really about. */
function anchorOf(view: ObjectView | null, span: Span): { anchor?: Place } {
  if (view === null) return {};
  for (const { origin, keySpan, valueSpan } of view.fields.values()) {
    if (origin !== null && (span === valueSpan || span === keySpan)) return { anchor: origin };
  }
  return view.origin !== null && span.start === view.span.start ? { anchor: view.origin } : {};
}

const readings = { ens: new WeakMap<ObjectView, RuleReading>(), ecs: new WeakMap<ObjectView, RuleReading>() };

function readingOfView(view: ObjectView, product: Product): RuleReading {
  let reading = readings[product].get(view);
  if (reading === undefined) {
    reading = readRule(view, product);
    readings[product].set(view, reading);
  }
  return reading;
}

function fileFindings(file: SgFile): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (rule.scope !== 'file') continue;
    const context: FileContext = { file, report: (report) => findings.push({ ...report, rule }) };
    rule.check(context);
  }
  return findings;
}

/** Gives a finding its place and its words. */
export function toDiagnostic(file: SgFile, placed: PlacedFinding, options: CheckOptions): Diagnostic {
  const { finding, piece, group, product } = placed;
  const { rule } = finding;
  const messages: Readonly<Record<string, string>> = rule.messages[options.locale];
  const named = Object.entries(finding.words ?? {}).map(([place, name]) => [place, messages[name] ?? name]);
  const own: MessageData = { ...finding.data, ...Object.fromEntries(named) };
  const words = (name: string, data = own) =>
    fill(messages[name] ?? rule.messages[options.locale].main, data, options.locale);
  const place = (at: Span, in_: Piece | null) => (in_ === null ? at : spanInFile(in_, at));
  const span = place(finding.span, piece);
  const document = file.documents[group] ?? null;
  return {
    rule,
    code: rule.id,
    name: rule.name,
    severity: finding.severity ?? forProduct(rule.severity, product),
    message: words(finding.message ?? 'main'),
    group,
    span,
    range: file.lines.rangeAt(span.start, span.end),
    href: forProduct(rule.source, product)?.[options.locale] ?? options.rulePage(rule, options.locale),
    related: [
      ...(finding.related ?? []).map((r) => ({ at: r.at, message: words(r.message, r.data ?? own) })),
      ...(finding.anchor === undefined
        ? []
        : [{ at: finding.anchor, message: t(options.locale, 'anchored') }]),
    ].map(({ at, message }) => {
      const { start, end } = isPlace(at) ? spanInFile(at.piece, at.span) : place(at, piece);
      return { message, range: file.lines.rangeAt(start, end) };
    }),
    fixes: (finding.fixes ?? []).map((fix) => ({
      title: words(fix.title, { ...own, ...fix.data }),
      safety: fix.safety,
      edits: () => {
        const edit = new EditBuilder(file, document, piece);
        fix.edit(edit);
        return edit.edits;
      },
    })),
    // A piece begins at the dash where its text can be cut by lines.
    itemLine: piece?.kind === 'item' ? file.lines.positionAt(piece.start).line : null,
  };
}

function isPlace(at: Span | Place): at is Place {
  return 'piece' in at;
}
