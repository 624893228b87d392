/** More rules than one group takes. */
import { maxEnsRules } from '../../model/ens.ts';
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1070',
  name: 'too-many-rules',
  since: '0.1.0',
  severity: 'error',
  scope: 'group',
  products: ['ens'],
  fix: null,
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'A group takes at most {max} rules, and this one has {count}. The API refuses it: merge rules, or use a second group.',
    },
    'zh-cn': {
      main: '一个安全组最多 {max} 条规则，而此处有 {count} 条。API 会拒绝：请合并规则，或使用第二个安全组。',
    },
  },
  check(ctx) {
    const { rules, top, document } = ctx.group;
    const key = top?.fields.get('Permissions');
    if (rules.length <= maxEnsRules || key === undefined) return;
    ctx.report(document.skeleton, { span: key.keySpan, data: { max: maxEnsRules, count: rules.length } });
  },
});
