/** A key that the API does not have: it would not be sent, and what it says would be lost. */

import { isEcsOnlyKey } from '../../model/product.ts';
import { nearestWord } from '../../text/nearest-word.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG1004',
  name: 'unknown-key',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: 'The API has no parameter {key}, so it would not be sent. Possible here: {possible}.',
      meant: 'The API has no parameter {key}, so it would not be sent. Did you mean {meant}?',
      odd: 'A key must be plain text.',
      rename: 'Change to {meant}',
      remove: 'Remove {key}',
    },
    'zh-cn': {
      main: 'API 没有参数 {key}，不会发送该内容。此处可以使用：{possible}。',
      meant: 'API 没有参数 {key}，不会发送该内容。是否想写 {meant}？',
      odd: '键必须是纯文本。',
      rename: '改为 {meant}',
      remove: '删除 {key}',
    },
  },
  check(ctx) {
    for (const span of ctx.view?.oddKeys ?? []) ctx.report({ span, message: 'odd' });
    for (const { data, field } of ctx.faults('unknown-key')) {
      const key = String(data.key ?? '');
      if (field === null || isEcsOnlyKey(key, ctx.place)) continue;
      const absent = [...ctx.fields.keys()].filter((name) => !ctx.view?.fields.has(name));
      const meant = nearestWord(key, absent);
      const fixes: FixOffer[] = [];
      if (field.origin === null) {
        if (meant !== null) {
          fixes.push({ title: 'rename', safety: 'unsafe', edit: (e) => e.renameKey(field.keySpan, meant) });
        }
        fixes.push({ title: 'remove', safety: 'unsafe', edit: (e) => e.removeField(field.keySpan) });
      }
      ctx.report({
        span: field.keySpan,
        message: meant === null ? 'main' : 'meant',
        data: { key, meant: meant ?? '', possible: absent.join(', ') },
        fixes,
      });
    }
  },
});
