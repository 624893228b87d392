/** Places in YAML, block style by lines and indentation, flow style by the last open brace. */
import type { Group } from '../../model/group.ts';
import { type SgFile, spanInFile } from '../../syntax/file.ts';
import { keysOf, keysOfTagBefore, noComma, type Place, ruleBefore } from './place.ts';

const linePattern =
  /^(?<indent> *)(?<dashes>(?:-(?: +|$))*)(?:(?<quote>["']?)(?<key>[\w$.-]+)\k<quote>\s*:(?<gap>\s+))?(?<rest>.*)$/;

/** The place in a block-style line. */
export function yamlPlace(file: SgFile, group: Group | null, offset: number): Place | null {
  const { line } = file.lines.positionAt(offset);
  // A byte order mark is no part of what is typed.
  const lineStart = file.lines.lineStart(line) + (line === 0 && file.text.startsWith('\uFEFF') ? 1 : 0);
  const before = file.text.slice(lineStart, offset);
  const g = linePattern.exec(before)?.groups;
  if (g === undefined || before.includes('\t')) return null;
  const indent = g.indent?.length ?? 0;
  const dashes = g.dashes ?? '';
  const column = indent + dashes.length;
  const rest = g.rest ?? '';
  const after = file.text.slice(offset, file.lines.lineEnd(line));
  const layout = layoutAt(group, lineStart);
  const inRule =
    dashes === '' ? column > 0 && layout !== null && column > layout.dashColumn : layout !== null;
  if (g.key !== undefined) {
    const token = /^[^\s#]*/.exec(after)?.[0] ?? '';
    const replace = { start: offset - rest.length, end: offset + token.length };
    if (!inRule && column > 0) return null;
    const view = inRule ? (ruleBefore(file, group, offset)?.view ?? null) : (group?.top ?? null);
    return {
      kind: 'value',
      in: inRule ? 'rule' : 'group',
      view,
      key: g.key,
      replace,
      comma: noComma,
      style: 'block',
    };
  }
  if (/[^\w$"'-]/.test(rest)) return null;
  const word = /^[\w$-]*/.exec(after)?.[0] ?? '';
  const hasColon = /^["']?\s*:/.test(after.slice(word.length));
  const behind = after.slice(word.length).trim();
  // In front of something else that stands on the line already, nothing can be written.
  if (!hasColon && behind !== '' && !behind.startsWith('#')) return null;
  const replace = { start: offset - rest.length, end: offset + word.length };
  const key = { kind: 'key', replace, hasColon, style: 'block', comma: noComma } as const;
  if (
    layout !== null &&
    !hasColon &&
    (dashes !== '' || (column > 0 && column <= layout.dashColumn) || !layout.hasItems)
  ) {
    const view = ruleBefore(file, group, offset)?.view ?? null;
    const hasKeys = (view?.fields.size ?? 0) > 0;
    if (dashes !== '' && (hasKeys || indent !== layout.dashColumn)) {
      return { ...key, in: 'rule', present: keysOf(view) };
    }
    const start = dashes === '' ? lineStart : offset - rest.length;
    if (column > 0 || dashes !== '') {
      const { dashColumn } = layout;
      return {
        kind: 'item',
        replace: { start, end: replace.end },
        dashColumn,
        hasDash: dashes !== '',
        comma: noComma,
        style: 'block',
      };
    }
  }
  if (layout === null && (column > 0 || dashes !== '') && keyAbove(group, lineStart) === 'Tag') {
    const present = dashes === '' ? keysOfTagBefore(group, offset) : new Set<string>();
    return { ...key, in: 'tag', present };
  }
  if (inRule) return { ...key, in: 'rule', present: keysOf(ruleBefore(file, group, offset)?.view) };
  return column === 0 && dashes === '' ? { ...key, in: 'group', present: keysOf(group?.top) } : null;
}

/** Where the dashes of `Permissions` stand, when a line lies below that key; null when it lies elsewhere. */
function layoutAt(group: Group | null, lineStart: number): { dashColumn: number; hasItems: boolean } | null {
  const field = group?.top?.fields.get('Permissions');
  if (group === null || field === undefined || field.origin !== null) return null;
  const key = spanInFile(group.document.skeleton, field.keySpan);
  if (lineStart <= key.start) return null;
  for (const other of group.top?.fields.values() ?? []) {
    const start = spanInFile(group.document.skeleton, other.keySpan).start;
    if (start > key.start && start < lineStart) return null;
  }
  const first = group.document.items[0];
  if (group.document.layout.dashColumn !== null && first !== undefined) {
    return { dashColumn: group.document.layout.dashColumn, hasItems: true };
  }
  return field.node?.kind === 'seq' && field.node.flow && field.node.end > field.node.start + 2
    ? null
    : { dashColumn: 2, hasItems: false };
}

/** The top-level key that a line stands below. */
function keyAbove(group: Group | null, lineStart: number): string | null {
  let above: string | null = null;
  let last = -1;
  for (const { name, keySpan } of group?.top?.fields.values() ?? []) {
    const start = group === null ? -1 : spanInFile(group.document.skeleton, keySpan).start;
    if (start >= lineStart || start <= last) continue;
    above = name;
    last = start;
  }
  return above;
}

/** The place inside `{ … }` on the lines of an item in flow style. */
export function yamlFlowPlace(file: SgFile, group: Group | null, offset: number): Place | null {
  const rule = ruleBefore(file, group, offset);
  const root = rule?.piece.fragment.root;
  const from = rule === null ? -1 : spanInFile(rule.piece, rule.span).start;
  if (rule === null || root?.kind !== 'map' || !root.flow || offset <= from) return null;
  const inside = file.text.slice(from, offset);
  if (closes(inside)) return null;
  const segment = /[{,]([^{,]*)$/.exec(inside)?.[1] ?? '';
  const g = /^\s*(?:(?<key>[\w$-]+)\s*:(?<gap>\s+))?(?<rest>\S*)$/.exec(segment)?.groups;
  if (g === undefined) return null;
  const rest = g.rest ?? '';
  const token = /^[^\s,}#]*/.exec(file.text.slice(offset))?.[0] ?? '';
  const replace = { start: offset - rest.length, end: offset + token.length };
  if (g.key !== undefined)
    return { kind: 'value', in: 'rule', view: rule.view, key: g.key, replace, comma: noComma, style: 'flow' };
  if (/\W/.test(rest)) return null;
  const word = /^[\w$-]*/.exec(file.text.slice(offset))?.[0] ?? '';
  const tail = file.text.slice(offset + word.length);
  return {
    kind: 'key',
    in: 'rule',
    // A half-typed key takes the next one along, so the text is asked too.
    present: new Set([...keysOf(rule.view), ...writtenKeys(rule.piece.fragment.text)]),
    replace: { start: replace.start, end: offset + word.length },
    hasColon: /^\s*:/.test(tail),
    style: 'flow',
    comma: { before: false, behind: /^\s*[\w$"']/.test(tail) },
  };
}

/** The words that stand where keys do in a text in flow style. */
function* writtenKeys(text: string): Iterable<string> {
  for (const match of text.matchAll(/(?<=[{,\n]\s*)["']?([\w$-]+)["']?\s*:(?=\s)/g)) yield match[1] ?? '';
}

/** Whether the braces opened in a text are closed again in it. Values of ours hold no braces. */
function closes(text: string): boolean {
  return (text.match(/\{/g)?.length ?? 0) <= (text.match(/\}/g)?.length ?? 0);
}
