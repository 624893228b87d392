/** More rules that name another group than a basic group takes. */
import { maxGroupReferences } from '../../model/ecs.ts';
import { ecsAuthorizeSecurityGroupPage } from '../../model/vendor-pages.ts';
import { scalarOf } from '../../model/view.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1073',
  name: 'too-many-group-references',
  since: '0.2.0',
  severity: 'warning',
  scope: 'group',
  products: ['ecs'],
  fix: null,
  source: ecsAuthorizeSecurityGroupPage,
  messages: {
    en: {
      main: 'This is rule {count} that names another group. A basic group takes {max} of them, so the API may refuse it. Use addresses or a prefix list.',
    },
    'zh-cn': {
      main: '这是第 {count} 条引用其他安全组的规则。普通安全组最多支持 {max} 个，API 可能拒绝。请使用地址或前缀列表。',
    },
  },
  check(ctx) {
    const type = scalarOf(ctx.group.top?.fields.get('SecurityGroupType'));
    if (typeof type === 'string' && type.toLowerCase() === 'enterprise') return;
    let count = 0;
    for (const entry of ctx.group.rules) {
      const { fields } = entry.view ?? {};
      const field = fields?.get('SourceGroupId') ?? fields?.get('DestGroupId');
      if (field === undefined) continue;
      count++;
      if (count <= maxGroupReferences) continue;
      ctx.report(entry.piece, { span: field.keySpan, data: { count, max: maxGroupReferences } });
      return;
    }
  },
});
