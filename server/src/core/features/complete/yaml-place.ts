/** Places in YAML, block style by lines and indentation, flow style by the last open brace. */
import type { Group, RuleEntry } from '../../model/group.ts';
import { type SgFile, spanInFile } from '../../syntax/file.ts';
import { keysOf, type Place, ruleBefore } from './place.ts';
import { tagListAt, yamlTagPlace } from './yaml-tag-place.ts';

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
    // Behind a value, or in front of one that follows, nothing more can stand.
    if (/\S\s+$/.test(rest) || !/^(?:\s*$|\s+#)/.test(after.slice(token.length))) return null;
    const view = inRule ? (ruleBefore(file, group, offset)?.view ?? null) : (group?.top ?? null);
    return { kind: 'value', in: inRule ? 'rule' : 'group', view, key: g.key, replace, style: 'block' };
  }
  if (!/^["']?[\w$-]*$/.test(rest)) return null;
  const quote = /^["']/.exec(rest)?.[0] ?? '';
  const word = /^[\w$-]*/.exec(after)?.[0] ?? '';
  const closing = quote !== '' && after.startsWith(quote, word.length) ? 1 : 0;
  const wordEnd = offset + word.length + closing;
  const tail = file.text.slice(wordEnd, file.lines.lineEnd(line));
  const hasColon = /^\s*:/.test(tail);
  // What follows on the line would become part of the new field.
  if (!hasColon && !/^\s*(?:$|\s#)/.test(tail)) return null;
  const blanks = hasColon ? 0 : (/^[ \t]*(?=$)/.exec(tail)?.[0].length ?? 0);
  const end = wordEnd + blanks;
  const key = { kind: 'key', hasColon, style: 'block', needsComma: false, commaAt: null } as const;
  const item = { kind: 'item', needsComma: false, commaAt: null, style: 'block' } as const;
  const rule = ruleBefore(file, group, offset);
  const tags = layout === null ? tagListAt(file, group, lineStart) : null;
  if (tags !== null && column > 0) {
    const start = offset - rest.length;
    return yamlTagPlace(file, tags, { offset, lineStart, indent, dashes, start, end, hasColon });
  }
  if (dashes !== '') {
    if (layout === null) return null;
    const start = offset - rest.length;
    const at = { replace: { start, end }, lead: /-$/.test(dashes) && start === offset ? ' ' : '' };
    const hasKeys = (rule?.view?.fields.size ?? 0) > 0;
    if (hasColon || hasKeys || indent !== layout.dashColumn) {
      return { ...key, ...at, in: 'rule', present: keysOf(rule?.view), view: rule?.view ?? null };
    }
    return { ...item, ...at, dashColumn: layout.dashColumn, hasDash: true };
  }
  const replace = { start: column === 0 && !inRule ? offset - rest.length : lineStart, end };
  const list = layout ?? tags;
  const inside = list !== null && continues(file, line + 1, list.dashColumn);
  if (inRule) {
    const keyColumn = keyColumnOf(file, rule);
    if (keyColumn === null || hasColon) {
      return {
        ...key,
        in: 'rule',
        present: keysOf(rule?.view),
        view: rule?.view ?? null,
        replace: { start: offset - rest.length, end },
        lead: '',
      };
    }
    return {
      ...key,
      in: 'rule',
      present: keysOf(rule?.view),
      view: rule?.view ?? null,
      replace,
      lead: ' '.repeat(keyColumn),
    };
  }
  if (layout !== null && !hasColon && (column > 0 || inside)) {
    const lead = ' '.repeat(layout.dashColumn);
    return {
      ...item,
      replace: { start: lineStart, end },
      lead,
      dashColumn: layout.dashColumn,
      hasDash: false,
    };
  }
  return column === 0 && !inside
    ? { ...key, in: 'group', present: keysOf(group?.top), view: group?.top ?? null, replace, lead: '' }
    : null;
}

/** Whether the next line with content belongs to the items whose dashes stand at a column. */
function continues(file: SgFile, from: number, dashColumn: number | null): boolean {
  for (let line = from; line < file.lines.lineCount; line++) {
    const text = file.lines.lineText(line);
    if (!/^\s*(?:#|$)/.test(text)) return /^ +\S/.test(text) || (dashColumn === 0 && /^-(?:\s|$)/.test(text));
  }
  return false;
}

/** Column of the keys of a rule in block style; null when it has none yet. */
function keyColumnOf(file: SgFile, rule: RuleEntry | null): number | null {
  const root = rule?.piece.fragment.root;
  const first = root?.kind === 'map' && !root.flow ? root.pairs[0] : undefined;
  if (rule === null || first === undefined) return null;
  return file.lines.positionAt(spanInFile(rule.piece, first.key).start).character;
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
    return { kind: 'value', in: 'rule', view: rule.view, key: g.key, replace, style: 'flow' };
  if (/\W/.test(rest)) return null;
  const word = /^[\w$-]*/.exec(file.text.slice(offset))?.[0] ?? '';
  const tail = file.text.slice(offset + word.length);
  return {
    kind: 'key',
    in: 'rule',
    // A half-typed key takes the next one along, so the text is asked too.
    view: rule.view,
    present: new Set([...keysOf(rule.view), ...writtenKeys(rule.piece.fragment.text)]),
    replace: { start: replace.start, end: offset + word.length },
    lead: '',
    hasColon: /^\s*:/.test(tail),
    style: 'flow',
    needsComma: /^\s*[\w$"']/.test(tail),
    commaAt: null,
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
