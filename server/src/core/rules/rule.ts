/**
 * What a rule is. One folder per rule holds its definition (`rule.ts`) and its page in both languages; the fenced
 * examples of the page are its tests. Adding a rule: `docs/contributing.md`.
 */
import type { Locale, MessageData, Text } from '../i18n/locale.ts';
import type { PerProduct } from '../model/per-product.ts';
import type { Place } from '../model/view.ts';
import type { Product } from '../plan/plan.ts';
import type { Span } from '../syntax/tree.ts';
import type { FileContext, GroupContext, ItemContext } from './context.ts';
import type { EditBuilder } from './edit-builder.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/**
 * - `safe`: what the definition means stays the same, or the text had only this one reading. Proven by the tests.
 * - `unsafe`: a person has to agree.
 * - `display-only`: shown, never applied.
 */
export type FixSafety = 'safe' | 'unsafe' | 'display-only';

/** Messages by name. `main` is the usual one; fixes name theirs as titles. */
export type Messages = Readonly<Record<string, string> & { main: string }>;

interface RuleBase {
  /** `SG` and four digits. Never reused, never carries the severity. */
  readonly id: `SG${number}`;
  /** Kebab-case, states the pattern that is found, so that `sg-ignore NAME` reads naturally. */
  readonly name: string;
  /** Version of the first release with the rule. */
  readonly since: string;
  readonly severity: PerProduct<Severity>;
  readonly products: readonly Product[];
  /** The best safety that a fix of the rule has; null when it offers none. */
  readonly fix: FixSafety | null;
  /** The vendor's page that documents the constraint; null when no page does. */
  readonly source: PerProduct<Text | null>;
  /** LSP tags of its diagnostics. */
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  readonly messages: Readonly<Record<Locale, Messages>>;
}

/**
 * A rule declares how much of a file one finding depends on. `item`: one item of `Permissions`, or the top-level
 * object; results are kept while the item's text stays the same. `group`: one security group. `file`: the file.
 */
export type Rule = RuleBase &
  (
    | { readonly scope: 'item'; check(ctx: ItemContext): void }
    | { readonly scope: 'group'; check(ctx: GroupContext): void }
    | { readonly scope: 'file'; check(ctx: FileContext): void }
    /** Reported from elsewhere: by the suppressions, or by the cloud. */
    | { readonly scope: 'external' }
  );

type SameKeys<M> = { readonly en: M; readonly 'zh-cn': { readonly [K in keyof M]: string } };

/** Checks at compile time that both languages have the same messages. */
export function defineRule<const M extends Messages>(
  rule: Omit<RuleBase, 'messages'> & { readonly messages: SameKeys<M> } & (
      | { readonly scope: 'item'; check(ctx: ItemContext): void }
      | { readonly scope: 'group'; check(ctx: GroupContext): void }
      | { readonly scope: 'file'; check(ctx: FileContext): void }
      | { readonly scope: 'external' }
    ),
): Rule {
  return rule as Rule;
}

/** A fix that a finding offers. `edit` runs when somebody asks for the fix, on the text of that moment. */
export interface FixOffer {
  /** Name of the message that is the title. */
  readonly title: string;
  readonly data?: MessageData;
  readonly safety: FixSafety;
  edit(edit: EditBuilder): void;
}

export interface RelatedPlace {
  /** Name of the message. */
  readonly message: string;
  readonly data?: MessageData;
  /** A span in the piece of the finding, or a place in another piece. */
  readonly at: Span | Place;
}

/** What a rule reports. */
export interface Report {
  readonly span: Span;
  /** Name of the message; `main` when absent. */
  readonly message?: string;
  /** For a case that is milder than the rule: where the sources differ about this case alone. */
  readonly severity?: Severity;
  readonly data?: MessageData;
  /** More data: names of messages of the rule, whose words are filled in. */
  readonly words?: Readonly<Record<string, string>>;
  readonly related?: readonly RelatedPlace[];
  /** The first is the preferred one. */
  readonly fixes?: readonly FixOffer[];
}

/** A report with its rule. Holds no absolute place: it moves with its piece. */
export interface Finding extends Report {
  readonly rule: Rule;
  /** Where the value really stands, for a finding that is shown at an alias. */
  readonly anchor?: Place;
}
