/** What a check can see and say, by the scope of its rule. */
import type { FaultKind } from '../model/fault.ts';
import type { FieldDoc } from '../model/field.ts';
import type { Group, RuleEntry } from '../model/group.ts';
import type { RuleReading } from '../model/rule-reading.ts';
import type { PlacedFault } from '../model/shape-faults.ts';
import type { ObjectView } from '../model/view.ts';
import type { Product } from '../plan/plan.ts';
import type { Piece, SgFile } from '../syntax/file.ts';
import type { Fragment } from '../syntax/tree.ts';
import type { Report } from './rule.ts';

/** One object of a definition: a rule, a tag, or the top level of a group. */
export interface ItemContext {
  readonly place: 'group' | 'rule' | 'tag';
  readonly product: Product;
  readonly syntax: SgFile['syntax'];
  /** The text that the object stands in, with its comments and with what the parser could not read. */
  readonly fragment: Fragment;
  /** Null when what stands here is no object. */
  readonly view: ObjectView | null;
  /** The item of `Permissions` or `Tag`; null at the top level. Its index changes without a new check: never report it. */
  readonly entry: RuleEntry | null;
  /** The rule as read; null for anything else, and when there is no object. */
  readonly reading: RuleReading | null;
  /** Documentation of the fields that may stand here, by key. */
  readonly fields: ReadonlyMap<string, FieldDoc>;
  /** What the shape finds wrong, of one kind. */
  faults(kind: FaultKind): readonly PlacedFault[];
  report(report: Report): void;
}

export interface GroupContext {
  readonly group: Group;
  readonly syntax: SgFile['syntax'];
  /** The rule as read; null when the item is no object. */
  readingOf(entry: RuleEntry): RuleReading | null;
  report(piece: Piece, report: Report): void;
}

export interface FileContext {
  readonly file: SgFile;
  /** Reports at offsets of the file. */
  report(report: Report): void;
}
