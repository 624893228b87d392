/** The place of a rule in the order in which the rules of its direction are tried. */
import { fill, type Locale, type Text } from '../../i18n/locale.ts';
import type { Group, RuleEntry } from '../../model/group.ts';
import { readRule } from '../../model/rule-reading.ts';

const texts = {
  order: {
    en: 'Tried after {before} and before {after} of the {total} {direction} rules.',
    'zh-cn': '共有 {total} 条{direction}规则：{before} 条先于此规则匹配，{after} 条后于此规则匹配。',
  },
  only: { en: 'The only {direction} rule.', 'zh-cn': '唯一的{direction}规则。' },
  same: { en: 'The same priority: {rules}.', 'zh-cn': '优先级相同：{rules}。' },
  ingress: { en: 'ingress', 'zh-cn': '入方向' },
  egress: { en: 'egress', 'zh-cn': '出方向' },
} satisfies Record<string, Text>;

/** More numbers than these say nothing. */
const maxRulesNamed = 10;

/** A rule with the order that it has. */
export interface RankedRule {
  readonly entry: RuleEntry;
  readonly direction: 'ingress' | 'egress';
  readonly priority: number;
}

/** The rules of a group whose direction and priority can be read. */
export function rankedRules(group: Group): RankedRule[] {
  return group.rules.flatMap((entry) => {
    if (entry.view === null) return [];
    const { direction, priority } = readRule(entry.view, group.product.product);
    return direction === null || priority === null ? [] : [{ entry, direction, priority }];
  });
}

/** How many rules come before and after a rule, and which have its priority; null when its own cannot be read. */
export function priorityMarkdown(group: Group, entry: RuleEntry, locale: Locale): string | null {
  const ranked = rankedRules(group);
  const own = ranked.find((r) => r.entry === entry);
  if (own === undefined) return null;
  const direction = texts[own.direction][locale];
  const peers = ranked.filter((r) => r.direction === own.direction);
  if (peers.length === 1) return fill(texts.only[locale], { direction });
  const before = peers.filter((r) => r.priority < own.priority).length;
  const after = peers.filter((r) => r.priority > own.priority).length;
  const order = fill(texts.order[locale], { total: peers.length, direction, before, after });
  const same = peers
    .filter((r) => r !== own && r.priority === own.priority)
    .map((r) => `#${r.entry.index + 1}`);
  if (same.length === 0) return order;
  const rules = same.length > maxRulesNamed ? [...same.slice(0, maxRulesNamed), '…'] : same;
  return `${order} ${fill(texts.same[locale], { rules }, locale)}`;
}
