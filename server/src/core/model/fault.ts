/** What can be wrong with one value or one object of a definition, as data. The words are the rules' business. */
import type { MessageData } from '../i18n/locale.ts';

export type FaultKind =
  | 'unknown-key'
  | 'missing-key'
  | 'missing-value'
  | 'wrong-type'
  | 'empty-string'
  | 'keyword'
  | 'letter-case'
  | 'keyword-of-other-call'
  | 'name-length'
  | 'name-start'
  | 'name-characters'
  | 'description-length'
  | 'description-start'
  | 'url-prefix'
  | 'non-ascii-letter'
  | 'port-format'
  | 'port-bounds'
  | 'port-reversed'
  | 'priority-range'
  | 'priority-text'
  | 'address-malformed'
  | 'address-family'
  | 'name-period'
  | 'port-zero'
  | 'unknown-region'
  | 'client-token'
  | 'tag-length'
  | 'tag-prefix';

/** A fault of a value, before it has a place. */
export interface Fault {
  readonly kind: FaultKind;
  readonly data: MessageData;
}
