/** Places in JSON, from the path that `jsonc-parser` finds for an offset. */
import { getLocation } from 'jsonc-parser';
import type { Group } from '../../model/group.ts';
import type { SgFile } from '../../syntax/file.ts';
import type { Span } from '../../syntax/tree.ts';
import type { Place } from './place.ts';

/** The place at an offset of a JSON file. */
export function jsonPlace(file: SgFile, group: Group | null, offset: number): Place | null {
  const { path, isAtPropertyKey, previousNode } = getLocation(file.text, offset);
  const inside = previousNode !== undefined && offset <= previousNode.offset + previousNode.length;
  const replace = inside
    ? { start: previousNode.offset, end: previousNode.offset + previousNode.length }
    : wordAround(file.text, offset);
  const [list, index] = path;
  const before = withoutComments(file.text.slice(Math.max(0, replace.start - 2000), replace.start)).trimEnd();
  const behind = withoutComments(file.text.slice(replace.end, replace.end + 2000));
  // Where a value ends, the next key or item begins, whether its comma is typed yet or not.
  const valueEnds = /["\]}\w]$/.test(before);
  const comma = { before: valueEnds, behind: /^\s*["{[\w]/.test(behind) };
  if (path.length === 2 && list === 'Permissions' && typeof index === 'number') {
    return valueEnds || /[[,]$/.test(before)
      ? { kind: 'item', replace, dashColumn: null, hasDash: false, comma, style: 'json' }
      : null;
  }
  const inItem = list === 'Permissions' ? 'rule' : list === 'Tag' ? 'tag' : null;
  const in_ = path.length === 1 ? 'group' : path.length === 3 ? inItem : null;
  const key = path.at(-1);
  if (in_ === null || typeof key !== 'string') return null;
  if (isAtPropertyKey || valueEnds) {
    const present = keysAround(file.text, replace.start);
    return { kind: 'key', in: in_, present, replace, hasColon: /^\s*:/.test(behind), style: 'json', comma };
  }
  // A value stands there already, or the values of a tag, which are anybody's choice.
  if (in_ === 'tag' || key === '' || (!inside && /^[ \t]*["{[\w-]/.test(behind))) return null;
  const view = in_ === 'group' ? group?.top : group?.rules[Number(index)]?.view;
  const missing = { before: false, behind: !inside && comma.behind };
  return { kind: 'value', in: in_, view: view ?? null, key, replace, comma: missing, style: 'json' };
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

function withoutComments(text: string): string {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (c) => ' '.repeat(c.length));
}
