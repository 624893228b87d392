/** Places in JSON, from the path that `jsonc-parser` finds for an offset. */
import { getLocation } from 'jsonc-parser';
import type { Group } from '../../model/group.ts';
import type { ObjectView } from '../../model/view.ts';
import type { SgFile } from '../../syntax/file.ts';
import type { Span } from '../../syntax/tree.ts';
import type { KeyPlace, Place } from './place.ts';

/** The place at an offset of a JSON file. */
export function jsonPlace(file: SgFile, group: Group | null, offset: number): Place | null {
  const { path, isAtPropertyKey, previousNode } = getLocation(file.text, offset);
  const inside = previousNode !== undefined && offset <= previousNode.offset + previousNode.length;
  const replace = inside
    ? { start: previousNode.offset, end: previousNode.offset + previousNode.length }
    : wordAround(file.text, offset);
  const [list, index] = path;
  const before = withoutComments(file.text.slice(0, replace.start)).trimEnd();
  const gap = gapBehind(before, replace.start);
  // Behind a whole field, what can follow is the next one, with the comma that is missing.
  const afterField = !inside && typeof path.at(-1) === 'string' && gap?.commaAt !== null;
  if (isAtPropertyKey || (gap !== null && afterField)) {
    const inItem = list === 'Permissions' ? 'rule' : list === 'Tag' ? 'tag' : null;
    const in_ = path.length === 1 ? 'group' : path.length === 3 ? inItem : null;
    if (in_ === null) return null;
    const tail = withoutComments(file.text.slice(replace.end, replace.end + 2000));
    const hasColon = /^\s*:/.test(tail);
    if (gap === null) return null;
    return {
      kind: 'key',
      in: in_,
      present: keysAround(file.text, replace.start),
      view: viewOf(group, in_, Number(index)),
      replace,
      lead: '',
      hasColon,
      style: 'json',
      needsComma: /^\s*["{[\w]/.test(tail),
      commaAt: gap.commaAt,
    };
  }
  if (path.length === 2 && list === 'Permissions' && typeof index === 'number') {
    const needsComma = /^\s*\{/.test(withoutComments(file.text.slice(replace.end, replace.end + 2000)));
    if (gap === null) return null;
    const { commaAt } = gap;
    return {
      kind: 'item',
      replace,
      lead: '',
      dashColumn: null,
      hasDash: false,
      needsComma,
      commaAt,
      style: 'json',
    };
  }
  // A value that follows already is completed where it stands, not in front of it.
  const { line } = file.lines.positionAt(replace.end);
  if (!/^[ \t]*(?:[,}\]]|$)/.test(withoutComments(file.text.slice(replace.end, file.lines.lineEnd(line)))))
    return null;
  if (!before.endsWith(':')) return null;
  const key = path.at(-1);
  if (typeof key !== 'string' || key === '') return null;
  if (path.length === 1)
    return { kind: 'value', in: 'group', view: group?.top ?? null, key, replace, style: 'json' };
  if (path.length !== 3 || list !== 'Permissions') return null;
  return {
    kind: 'value',
    in: 'rule',
    view: group?.rules[Number(index)]?.view ?? null,
    key,
    replace,
    style: 'json',
  };
}

function viewOf(group: Group | null, place: KeyPlace['in'], index: number): ObjectView | null {
  if (place === 'group') return group?.top ?? null;
  const entries = place === 'rule' ? group?.rules : group?.tags;
  return entries?.[index]?.view ?? null;
}

const token = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\]:,]/g;

/** The keys of the innermost object around an offset, read token by token: a missing comma or colon hides none. */
function keysAround(text: string, offset: number): ReadonlySet<string> {
  const open: Set<string>[] = [];
  let around: Set<string> | undefined;
  let word = '';
  for (const { 0: found, index } of text.matchAll(token)) {
    if (around === undefined && index >= offset) around = open.at(-1);
    if (found.startsWith('/')) continue;
    if (found === ':' && word !== '') open.at(-1)?.add(word);
    word = found.startsWith('"') ? found.slice(1, -1) : '';
    if (found === '{' || found === '[') open.push(new Set());
    if ((found === '}' || found === ']') && open.pop() === around && around !== undefined) break;
  }
  return around ?? open.at(-1) ?? new Set();
}

/** The unquoted word that is being typed. */
function wordAround(text: string, offset: number): Span {
  const before = /[\w$-]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^[\w$-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}

/** Whether a field or item can begin behind a text, and where the comma in front of it is missing; null: it cannot. */
function gapBehind(before: string, offset: number): { commaAt: number | null } | null {
  const last = before.at(-1) ?? '';
  if (/[{[,]/.test(last)) return { commaAt: null };
  return /["}\]\w]/.test(last) && before.length < offset ? { commaAt: before.length } : null;
}

/** Blanks in the place of comments; what looks like one within a string stays. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (found) =>
    found.startsWith('"') ? found : ' '.repeat(found.length),
  );
}
