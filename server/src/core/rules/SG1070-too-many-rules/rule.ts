/** More rules than one group takes. */
import { maxEcsRules } from '../../model/ecs.ts';
import { maxEnsRules } from '../../model/ens.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1070',
  name: 'too-many-rules',
  since: '0.1.0',
  severity: { ens: 'error', ecs: 'warning' },
  scope: 'group',
  products: ['ens', 'ecs'],
  fix: null,
  source: rulePages,
  messages: {
    en: {
      ecs: 'This group has {count} rules. Older accounts take {max} in a group, and one network interface takes 1,000 over all its groups. If the API refuses it, merge rules, or use a second group.',
      main: 'A group takes at most {max} rules, and this one has {count}. The API refuses it: merge rules, or use a second group.',
    },
    'zh-cn': {
      ecs: '此安全组有 {count} 条规则。部分账号每个安全组最多 {max} 条，每张网卡关联的所有安全组合计最多 1000 条。如果 API 拒绝，请合并规则，或使用第二个安全组。',
      main: '一个安全组最多 {max} 条规则，而此处有 {count} 条。API 会拒绝：请合并规则，或使用第二个安全组。',
    },
  },
  check(ctx) {
    const { rules, top, document } = ctx.group;
    const key = top?.fields.get('Permissions');
    const { product } = ctx.group.product;
    const max = product === 'ens' ? maxEnsRules : maxEcsRules;
    if (rules.length <= max || key === undefined) return;
    const message = product === 'ens' ? 'main' : 'ecs';
    ctx.report(document.skeleton, { span: key.keySpan, message, data: { max, count: rules.length } });
  },
});
