/** A client token in the file: it fits one create only. */
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG4007',
  name: 'fixed-client-token',
  since: '0.2.0',
  severity: 'warning',
  scope: 'item',
  products: ['ecs'],
  fix: 'unsafe',
  source: ecsCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'With a fixed client token, the next create of this file returns the old group, or fails if the file was edited. Remove it: each create then gets a token of its own.',
      remove: 'Remove ClientToken',
    },
    'zh-cn': {
      main: '使用固定的 ClientToken 时，再次创建会返回原来的安全组；如果文件已修改，则会失败。请删除，每次创建将使用各自的值。',
      remove: '删除 ClientToken',
    },
  },
  check(ctx) {
    const field = ctx.place === 'group' ? ctx.view?.fields.get('ClientToken') : undefined;
    if (field === undefined) return;
    const fixes: FixOffer[] =
      field.origin === null
        ? [{ title: 'remove', safety: 'unsafe', edit: (e) => e.removeField(field.keySpan) }]
        : [];
    ctx.report({ span: field.keySpan, fixes });
  },
});
