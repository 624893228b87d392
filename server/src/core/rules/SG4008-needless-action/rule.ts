/** Action: CreateSecurityGroup says what is always so. */
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { scalarOf } from '../../model/view.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG4008',
  name: 'needless-action',
  since: '0.2.0',
  severity: 'hint',
  scope: 'item',
  products: ['ecs'],
  fix: 'safe',
  source: ecsCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'Action is not needed: a definition is always created by CreateSecurityGroup.',
      remove: 'Remove Action',
    },
    'zh-cn': {
      main: '不需要填写 Action：安全组总是由 CreateSecurityGroup 创建。',
      remove: '删除 Action',
    },
  },
  check(ctx) {
    const field = ctx.place === 'group' ? ctx.view?.fields.get('Action') : undefined;
    // Any other value is an error of its own.
    if (field === undefined || !/^CreateSecurityGroup$/i.test(String(scalarOf(field)))) return;
    const fixes: FixOffer[] =
      field.origin === null
        ? [{ title: 'remove', safety: 'safe', edit: (e) => e.removeField(field.keySpan) }]
        : [];
    ctx.report({ span: field.keySpan, fixes });
  },
});
