/** Two rules that are equal in every field but their description. */
import type { RuleEntry } from '../../model/group.ts';
import { ruleKey } from '../../model/rule-reading.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG2002',
  name: 'duplicate-rule-description',
  since: '0.1.0',
  severity: 'warning',
  scope: 'group',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: 'Rule #{n} differs from rule #{first} only in its description. The API refuses duplicates without saying whether the description counts. Remove one of them.',
      firstOne: 'Rule #{first}',
      remove: 'Remove rule #{n}',
    },
    'zh-cn': {
      main: '规则 #{n} 与规则 #{first} 仅描述不同。API 会拒绝重复规则，但未说明描述是否参与比较。请删除其中一条。',
      firstOne: '规则 #{first}',
      remove: '删除规则 #{n}',
    },
  },
  check(ctx) {
    const seen = new Map<string, { entry: RuleEntry; descriptions: Set<string> }>();
    for (const entry of ctx.group.rules) {
      const reading = ctx.readingOf(entry);
      if (reading === null || entry.view === null) continue;
      const key = ruleKey(entry.view, reading);
      if (key === null) continue;
      const description = reading.description ?? '';
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, { entry, descriptions: new Set([description]) });
        continue;
      }
      // Equal in the description too is the business of duplicate-rule.
      if (first.descriptions.has(description)) continue;
      first.descriptions.add(description);
      const { piece } = entry;
      ctx.report(piece, {
        span: entry.span,
        data: { n: entry.index + 1, first: first.entry.index + 1 },
        related: [{ message: 'firstOne', at: { piece: first.entry.piece, span: first.entry.span } }],
        fixes:
          piece.kind === 'item' && !piece.fragment.references
            ? [{ title: 'remove', safety: 'unsafe', edit: (edit) => edit.removeItem(piece) }]
            : [],
      });
    }
  },
});
