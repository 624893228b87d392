/** A rule that names another group, in an enterprise group. */
import { ecsAuthorizeSecurityGroupPage } from '../../model/vendor-pages.ts';
import { scalarOf } from '../../model/view.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1072',
  name: 'enterprise-group-reference',
  since: '0.2.0',
  severity: 'error',
  scope: 'group',
  products: ['ecs'],
  fix: null,
  source: ecsAuthorizeSecurityGroupPage,
  messages: {
    en: {
      main: 'Rules of an enterprise group cannot name another group, and the API refuses {key}. Use addresses or a prefix list, or SecurityGroupType: normal.',
    },
    'zh-cn': {
      main: '企业安全组的规则不能引用其他安全组，API 会拒绝 {key}。请使用地址或前缀列表，或将 SecurityGroupType 设为 normal。',
    },
  },
  check(ctx) {
    const type = scalarOf(ctx.group.top?.fields.get('SecurityGroupType'));
    if (typeof type !== 'string' || type.toLowerCase() !== 'enterprise') return;
    for (const entry of ctx.group.rules) {
      for (const key of ['SourceGroupId', 'DestGroupId']) {
        const field = entry.view?.fields.get(key);
        if (field !== undefined) ctx.report(entry.piece, { span: field.keySpan, data: { key } });
      }
    }
  },
});
