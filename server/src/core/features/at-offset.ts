/** What stands at a place in a file: the group, the object, the field. Shared by hover, completion and actions. */

import type { Group, RuleEntry } from '../model/group.ts';
import type { Shape } from '../model/shapes.ts';
import { shapesOf } from '../model/shapes.ts';
import type { Field, ObjectView } from '../model/view.ts';
import { type Piece, spanInFile } from '../syntax/file.ts';
import type { Span } from '../syntax/tree.ts';
import { type FileCheck, groupAt } from './check.ts';

export interface ObjectAt {
  readonly group: Group;
  readonly piece: Piece;
  readonly view: ObjectView;
  /** Null at the top level. */
  readonly rule: RuleEntry | null;
  readonly shape: Shape | null;
}

export interface FieldAt extends ObjectAt {
  readonly field: Field;
  readonly on: 'key' | 'value';
  /** What the place lies on, at offsets of the file. */
  readonly span: Span;
}

/** The field whose key or value covers an offset. */
export function fieldAt(check: FileCheck, offset: number): FieldAt | null {
  const group = check.groups[groupAt(check.file, offset)];
  if (group === undefined) return null;
  for (const at of objects(group)) {
    for (const field of at.view.fields.values()) {
      // What came through a merge key has no key of its own here.
      if (field.keySpan === field.valueSpan && field.origin !== null) continue;
      const key = spanInFile(at.piece, field.keySpan);
      const value = spanInFile(at.piece, field.valueSpan);
      if (covers(key, offset)) return { ...at, field, on: 'key', span: key };
      if (field.node?.kind !== 'seq' && field.node?.kind !== 'map' && covers(value, offset)) {
        return { ...at, field, on: 'value', span: value };
      }
    }
  }
  return null;
}

/** The rule whose dash, opening brace or alias covers an offset, with that mark at offsets of the file. */
export function ruleMarkAt(
  check: FileCheck,
  offset: number,
): { group: Group; entry: RuleEntry; mark: Span } | null {
  const group = check.groups[groupAt(check.file, offset)];
  if (group === undefined) return null;
  for (const entry of group.rules) {
    if (entry.piece.kind !== 'item') continue;
    const { start, end } = spanInFile(entry.piece, entry.span);
    const dash =
      /-[ \t]*(?:&\S+\s+)?$/.exec(check.file.text.slice(entry.piece.start, start))?.[0].length ?? 0;
    const { root } = entry.piece.fragment;
    const flow = root?.kind === 'map' && root.flow ? 1 : 0;
    const mark = { start: start - dash, end: root?.kind === 'alias' ? end : start + flow };
    if (offset >= mark.start && offset < Math.max(mark.end, mark.start + 1)) return { group, entry, mark };
  }
  return null;
}

function* objects(group: Group): Iterable<ObjectAt> {
  const shapes = shapesOf(group.product.product);
  const { skeleton } = group.document;
  for (const rule of group.rules) {
    if (rule.view !== null && rule.piece !== skeleton) {
      yield { group, piece: rule.piece, view: rule.view, rule, shape: shapes.rule };
    }
  }
  for (const tag of group.tags) {
    if (tag.view !== null && tag.view.origin === null && group.top?.fields.get('Tag')?.origin === null)
      yield { group, piece: skeleton, view: tag.view, rule: null, shape: shapes.tag };
  }
  if (group.top !== null) yield { group, piece: skeleton, view: group.top, rule: null, shape: shapes.group };
}

function covers(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}
