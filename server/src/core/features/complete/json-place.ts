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
  if (isAtPropertyKey) {
    const in_ = path.length === 1 ? 'group' : path.length === 3 && list === 'Permissions' ? 'rule' : null;
    if (in_ === null) return null;
    const view = in_ === 'group' ? (group?.top ?? null) : (group?.rules[Number(index)]?.view ?? null);
    const tail = withoutComments(file.text.slice(replace.end, replace.end + 2000));
    const hasColon = /^\s*:/.test(tail);
    return {
      kind: 'key',
      in: in_,
      view,
      replace,
      hasColon,
      style: 'json',
      needsComma: /^\s*["{[\w]/.test(tail),
    };
  }
  if (path.length === 2 && list === 'Permissions' && typeof index === 'number') {
    const opened = /[[,]\s*$/.test(withoutComments(file.text.slice(0, replace.start)));
    return opened ? { kind: 'item', replace, dashColumn: null, hasDash: false, style: 'json' } : null;
  }
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

/** The unquoted word that is being typed. */
function wordAround(text: string, offset: number): Span {
  const before = /[\w$-]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^[\w$-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}

function withoutComments(text: string): string {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (c) => ' '.repeat(c.length));
}
