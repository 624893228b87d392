/**
 * What may be written at a place: a key of an object, the value of a key, a whole new rule. Decided from the lines
 * around the place and the pieces of the file, so that it works while the text there does not parse.
 */
import type { Group, RuleEntry } from '../../model/group.ts';
import type { ObjectView } from '../../model/view.ts';
import { type SgFile, spanInFile } from '../../syntax/file.ts';
import type { Span } from '../../syntax/tree.ts';
import { type FileCheck, groupAt } from '../check.ts';
import { jsonPlace } from './json-place.ts';
import { yamlFlowPlace, yamlPlace } from './yaml-place.ts';

export interface KeyPlace {
  readonly kind: 'key';
  readonly in: 'group' | 'rule' | 'tag';
  /** The keys that the object has, as far as they can be read. */
  readonly present: ReadonlySet<string>;
  /** The object as far as it is written; null for one that is not begun. */
  readonly view: ObjectView | null;
  /** What is written already and will be replaced, at offsets of the file. */
  readonly replace: Span;
  /** Blanks to be written in front, where those of the text are replaced or missing. */
  readonly lead: string;
  /** A colon follows already: only the name is to be written. */
  readonly hasColon: boolean;
  readonly style: 'block' | 'flow' | 'json';
  /** JSON: a comma is needed behind the new field, because another one follows. */
  readonly needsComma: boolean;
  /** JSON: where a comma is missing behind what stands before; null when none is. */
  readonly commaAt: number | null;
}

export interface ValuePlace {
  readonly kind: 'value';
  readonly in: 'group' | 'rule';
  readonly view: ObjectView | null;
  readonly key: string;
  readonly replace: Span;
  readonly style: 'block' | 'flow' | 'json';
}

/** A new item of `Permissions`. */
export interface ItemPlace {
  readonly kind: 'item';
  readonly replace: Span;
  /** Blanks to be written in front of the fields of the rule, or of its dash. */
  readonly lead: string;
  /** Column of the dash; null in JSON and flow style. */
  readonly dashColumn: number | null;
  /** The dash is written already. */
  readonly hasDash: boolean;
  /** JSON: a comma is needed behind the new item, because another one follows. */
  readonly needsComma: boolean;
  /** JSON: where a comma is missing behind what stands before; null when none is. */
  readonly commaAt: number | null;
  readonly style: 'block' | 'flow' | 'json';
}

export type Place = KeyPlace | ValuePlace | ItemPlace;

/** What may be written at an offset; null where nothing of ours can stand. */
export function placeAt(check: FileCheck, offset: number): Place | null {
  const group = groupAround(check, offset);
  if (inComment(check, offset)) return null;
  if (check.file.syntax === 'json') return jsonPlace(check.file, group, offset);
  return yamlFlowPlace(check.file, group, offset) ?? yamlPlace(check.file, group, offset);
}

/** The group whose document an offset is in; null in a document without content, such as a new one. */
export function groupAround(check: FileCheck, offset: number): Group | null {
  const group = check.groups[groupAt(check.file, offset)] ?? null;
  return group !== null && offset <= group.document.span.end ? group : null;
}

function inComment({ file, groups }: FileCheck, offset: number): boolean {
  return groups.some(({ document }) =>
    [document.skeleton, ...document.items].some((piece) =>
      piece.fragment.comments.some((comment) => {
        const span = spanInFile(piece, comment);
        const open = file.syntax === 'yaml' || !comment.text.endsWith('*/');
        return offset > span.start && (offset < span.end || (open && offset === span.end));
      }),
    ),
  );
}

/** The keys of an object. */
export function keysOf(view: ObjectView | null | undefined): ReadonlySet<string> {
  return new Set(view?.fields.keys());
}

/** The rule whose text an offset is in: the last one that begins before it. */
export function ruleBefore(file: SgFile, group: Group | null, offset: number): RuleEntry | null {
  return (
    group?.rules.findLast((rule) => {
      if (rule.piece.kind !== 'item') return false;
      return file.lines.lineStart(file.lines.positionAt(rule.piece.start).line) <= offset;
    }) ?? null
  );
}
