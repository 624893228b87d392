/** A parameter of the egress call in an ingress rule, or the other way round. */
import { keyForDirection } from '../../model/direction.ts';
import { ecsAuthorizeSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG1016',
  name: 'key-of-other-direction',
  since: '0.2.0',
  severity: 'error',
  scope: 'item',
  products: ['ecs'],
  fix: 'unsafe',
  source: ecsAuthorizeSecurityGroupPage,
  messages: {
    en: {
      main: '{key} does not exist for {direction} rules, so it would not be sent. Remove it, use {meant}, or correct Direction.',
      rename: 'Change to {meant}',
      remove: 'Remove {key}',
    },
    'zh-cn': {
      main: '{direction} 规则没有参数 {key}，不会发送该内容。请删除它，改用 {meant}，或改正 Direction。',
      rename: '改为 {meant}',
      remove: '删除 {key}',
    },
  },
  check(ctx) {
    const direction = ctx.reading?.direction ?? null;
    if (direction === null) return;
    for (const [key, field] of ctx.view?.fields ?? []) {
      const meant = keyForDirection(key, direction);
      if (meant === null) continue;
      const fixes: FixOffer[] = [];
      if (field.origin === null) {
        if (!ctx.view?.fields.has(meant))
          fixes.push({ title: 'rename', safety: 'unsafe', edit: (e) => e.renameKey(field.keySpan, meant) });
        fixes.push({ title: 'remove', safety: 'unsafe', edit: (e) => e.removeField(field.keySpan) });
      }
      ctx.report({ span: field.keySpan, data: { key, direction, meant }, fixes });
    }
  },
});
