/** A key that the API does not have: it would not be sent, and what it says would be lost. */
import { isKeyOfOtherProduct } from '../../model/product.ts';
import type { Span } from '../../syntax/tree.ts';
import { nearestWord } from '../../text/nearest-word.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG1004',
  name: 'unknown-key',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: 'The API has no parameter {key}, so it would not be sent. Possible here: {possible}.',
      meant: 'The API has no parameter {key}, so it would not be sent. Did you mean {meant}?',
      private:
        'Keys that begin with x- are allowed only at the top level. Move {key} there, or make it a comment.',
      odd: 'A key must be plain text, not a list or an object. Write the name of a parameter.',
      rename: 'Change to {meant}',
      remove: 'Remove {key}',
    },
    'zh-cn': {
      main: 'API 没有参数 {key}，不会发送该内容。此处可以使用：{possible}。',
      meant: 'API 没有参数 {key}，不会发送该内容。是否想写 {meant}？',
      private: '以 x- 开头的键只能放在顶层。请将 {key} 移到顶层，或改为注释。',
      odd: '键必须是纯文本，不能是列表或对象。请填写参数名。',
      rename: '改为 {meant}',
      remove: '删除 {key}',
    },
  },
  check(ctx) {
    // What the parser could not make sense of may have become part of a key; its own error is enough.
    const isGarbled = (span: Span) =>
      ctx.fragment.faults.some((f) => f.start < span.end && span.start < f.end);
    for (const span of ctx.view?.oddKeys ?? []) if (!isGarbled(span)) ctx.report({ span, message: 'odd' });
    for (const { data, field } of ctx.faults('unknown-key')) {
      const key = String(data.key ?? '');
      if (field === null || isKeyOfOtherProduct(key, ctx.place, ctx.product)) continue;
      if (field.origin === null && isGarbled(field.keySpan)) continue;
      const absent = [...ctx.fields]
        .filter(([name, doc]) => !doc.deprecated && !ctx.view?.fields.has(name))
        .map(([name]) => name);
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
        message: key.startsWith('x-') ? 'private' : meant === null ? 'main' : 'meant',
        data: { key: key === '' ? '""' : key, meant: meant ?? '', possible: absent },
        fixes,
      });
    }
  },
});
