/** Places in the list `Tag` of a YAML file in block style: a new tag, or a further key of one. */
import type { Group, RuleEntry } from '../../model/group.ts';
import { type SgFile, spanInFile } from '../../syntax/file.ts';
import { type KeyPlace, keysOf } from './place.ts';

/** The list `Tag` that a line lies in. */
export interface TagList {
  readonly tags: readonly RuleEntry[];
  /** Column of its dashes; null when it has none yet. */
  readonly dashColumn: number | null;
}

/** A line in that list, cut into what stands there. */
export interface TagLine {
  readonly offset: number;
  readonly lineStart: number;
  readonly indent: number;
  readonly dashes: string;
  /** Offsets of the word that is being typed. */
  readonly start: number;
  readonly end: number;
  readonly hasColon: boolean;
}

/** Column of the dashes of a list that has none yet. */
const usualDashColumn = 2;

/** The list `Tag` that a line stands below; null where another key is nearer, and for a list in flow style. */
export function tagListAt(file: SgFile, group: Group | null, lineStart: number): TagList | null {
  const field = group?.top?.fields.get('Tag');
  if (group === null || field === undefined || field.origin !== null) return null;
  if (keyAbove(group, lineStart) !== 'Tag') return null;
  if (field.node?.kind === 'seq' && field.node.flow) return null;
  const tags = group.tags.filter((tag) => tag.view !== null);
  const first = tags[0];
  if (first === undefined) return { tags, dashColumn: null };
  const { line } = file.lines.positionAt(startOf(first));
  return { tags, dashColumn: /^ *(?=-)/.exec(file.lines.lineText(line))?.[0].length ?? null };
}

/** The place in a line of the list that is indented or has a dash. */
export function yamlTagPlace(file: SgFile, { tags, dashColumn }: TagList, line: TagLine): KeyPlace | null {
  const { offset, lineStart, indent, dashes, start, end, hasColon } = line;
  const key = { kind: 'key', in: 'tag', hasColon, style: 'block', needsComma: false, commaAt: null } as const;
  if (dashes !== '') {
    if (dashes.trimEnd() !== '-' || (dashColumn !== null && indent !== dashColumn)) return null;
    // The keys of the new tag may begin in a line below.
    const own = tags.find((tag) => startOf(tag) >= lineStart);
    const between = own === undefined ? '-' : file.text.slice(end, Math.max(end, startOf(own)));
    const view = between.trim() === '' ? (own?.view ?? null) : null;
    const lead = dashes === '-' && start === offset ? ' ' : '';
    return { ...key, present: keysOf(view), view, replace: { start, end }, lead };
  }
  const current = tags.findLast((tag) => startOf(tag) < lineStart);
  if (current === undefined || indent <= (dashColumn ?? 0)) {
    // A dash in the midst of a tag would take the keys below away from it.
    if (hasColon || (current !== undefined && endOf(current) > end)) return null;
    const lead = `${' '.repeat(dashColumn ?? usualDashColumn)}- `;
    return { ...key, present: new Set(), view: null, replace: { start: lineStart, end }, lead };
  }
  const { view } = current;
  const keyColumn = keyColumnOf(file, current);
  if (keyColumn === null) return null;
  const at = hasColon
    ? { replace: { start, end }, lead: '' }
    : { replace: { start: lineStart, end }, lead: ' '.repeat(keyColumn) };
  return { ...key, ...at, present: keysOf(view), view };
}

/** Column of the keys of a tag in block style; null for one in flow style or behind an alias. */
function keyColumnOf(file: SgFile, tag: RuleEntry): number | null {
  const first = [...(tag.view?.fields.values() ?? [])].find((field) => field.origin === null);
  if (first === undefined || file.text.startsWith('{', startOf(tag))) return null;
  return file.lines.positionAt(spanInFile(tag.piece, first.keySpan).start).character;
}

function startOf({ piece, span }: RuleEntry): number {
  return spanInFile(piece, span).start;
}

function endOf({ piece, span }: RuleEntry): number {
  return spanInFile(piece, span).end;
}

/** The top-level key that a line stands below. */
function keyAbove(group: Group, lineStart: number): string | null {
  let above: string | null = null;
  let last = -1;
  for (const { name, keySpan } of group.top?.fields.values() ?? []) {
    const start = spanInFile(group.document.skeleton, keySpan).start;
    if (start >= lineStart || start <= last) continue;
    above = name;
    last = start;
  }
  return above;
}
