/** Two rules that are equal in every field. */
import type { RuleEntry } from '../../model/group.ts';
import { ruleKey } from '../../model/rule-reading.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG2001',
  name: 'duplicate-rule',
  since: '0.1.0',
  severity: 'error',
  scope: 'group',
  products: ['ens', 'ecs'],
  fix: 'safe',
  source: rulePages,
  messages: {
    en: {
      main: 'Rule #{n} says the same as rule #{first} in every field, and the API refuses duplicates. Remove one of them.',
      firstOne: 'Rule #{first}',
      remove: 'Remove rule #{n}',
    },
    'zh-cn': {
      main: '规则 #{n} 的所有字段都与规则 #{first} 相同，API 会拒绝重复规则。请删除其中一条。',
      firstOne: '规则 #{first}',
      remove: '删除规则 #{n}',
    },
  },
  check(ctx) {
    const seen = new Map<string, RuleEntry>();
    for (const entry of ctx.group.rules) {
      const reading = ctx.readingOf(entry);
      if (reading === null || entry.view === null) continue;
      const key = ruleKey(entry.view, reading);
      if (key === null) continue;
      const full = `${key}|${reading.description ?? ''}`;
      const first = seen.get(full);
      if (first === undefined) {
        seen.set(full, entry);
        continue;
      }
      const { piece } = entry;
      ctx.report(piece, {
        span: entry.span,
        data: { n: entry.index + 1, first: first.index + 1 },
        related: [{ message: 'firstOne', at: { piece: first.piece, span: first.span } }],
        // An item with an anchor may be needed elsewhere; one from an aliased list is not ours to remove.
        fixes:
          piece.kind === 'item' && !piece.fragment.references
            ? [{ title: 'remove', safety: 'safe', edit: (edit) => edit.removeItem(piece) }]
            : [],
      });
    }
  },
});
