/** The old lower-case names of the members of a tag. */
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG1084',
  name: 'deprecated-tag-key',
  since: '0.2.0',
  severity: 'warning',
  scope: 'item',
  products: ['ecs'],
  fix: 'safe',
  source: ecsCreateSecurityGroupPage,
  tags: ['deprecated'],
  messages: {
    en: {
      main: '{key} is deprecated and will go. Write {meant}.',
      both: '{key} is deprecated, and {meant} is given too. Remove {key}.',
      change: 'Change to {meant}',
      remove: 'Remove {key}',
    },
    'zh-cn': {
      main: '{key} 即将被弃用。请写 {meant}。',
      both: '{key} 即将被弃用，且已设置 {meant}。请删除 {key}。',
      change: '改为 {meant}',
      remove: '删除 {key}',
    },
  },
  check(ctx) {
    if (ctx.place !== 'tag') return;
    for (const [key, meant] of [
      ['key', 'Key'],
      ['value', 'Value'],
    ] as const) {
      const field = ctx.view?.fields.get(key);
      if (field === undefined) continue;
      const both = ctx.view?.fields.has(meant) === true;
      const fixes: FixOffer[] = [];
      if (field.origin === null && !both)
        fixes.push({ title: 'change', safety: 'safe', edit: (e) => e.renameKey(field.keySpan, meant) });
      // Which of the two counts is not documented.
      else if (field.origin === null)
        fixes.push({ title: 'remove', safety: 'unsafe', edit: (e) => e.removeField(field.keySpan) });
      ctx.report({ span: field.keySpan, message: both ? 'both' : 'main', data: { key, meant }, fixes });
    }
  },
});
