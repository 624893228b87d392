/** A rule for the public network interface, in a group of a VPC. */
import { ecsAuthorizeSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1035',
  name: 'nic-type-in-vpc',
  since: '0.2.0',
  severity: 'warning',
  scope: 'group',
  products: ['ecs'],
  fix: 'unsafe',
  source: ecsAuthorizeSecurityGroupPage,
  messages: {
    en: {
      main: 'In a VPC, NicType must be intranet, says the document: one rule is for all traffic. Write intranet, or remove the key.',
      change: 'Change to intranet',
    },
    'zh-cn': {
      main: '文档规定，VPC 中 NicType 必须是 intranet：同一条规则适用于所有流量。请写 intranet，或删除该键。',
      change: '改为 intranet',
    },
  },
  check(ctx) {
    const { top, rules } = ctx.group;
    if (!top?.fields.has('VpcId')) return;
    for (const entry of rules) {
      const field = entry.view?.fields.get('NicType');
      if (field === undefined || ctx.readingOf(entry)?.references.get('NicType') !== 'internet') continue;
      ctx.report(entry.piece, {
        span: field.valueSpan,
        fixes:
          field.origin === null
            ? [{ title: 'change', safety: 'unsafe', edit: (e) => e.setValue(field, 'intranet') }]
            : [],
      });
    }
  },
});
