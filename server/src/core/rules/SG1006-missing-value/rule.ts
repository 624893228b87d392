/** A key with nothing after it. */
import type { FieldDoc } from '../../model/field.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1006',
  name: 'missing-value',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: '{key} has no value, and the API refuses an empty parameter. Write a value, such as {example}, or remove the key.',
      required:
        '{key} has no value, and the API refuses a request without one. Write a value, such as {example}.',
      list: '{key} has no value. Write a list, or [] for none, or remove the key.',
      own: '{key} has no value. Write one of {values}, or remove the key.',
      remove: 'Remove {key}',
    },
    'zh-cn': {
      main: '{key} 没有值，API 会拒绝空参数。请填写值，例如 {example}，或删除该键。',
      required: '{key} 没有值，API 会拒绝缺少该参数的请求。请填写值，例如 {example}。',
      list: '{key} 没有值。请填写列表（没有内容时写 []），或删除该键。',
      own: '{key} 没有值。请填写 {values} 之一，或删除该键。',
      remove: '删除 {key}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('missing-value')) {
      // In JSON, a key without a value is a syntax error, which says the same.
      if (field === null || (ctx.syntax === 'json' && field.node === null)) continue;
      const key = String(data.key ?? '');
      const doc = ctx.fields.get(key);
      ctx.report({
        span: field.valueSpan.end > field.valueSpan.start ? field.valueSpan : field.keySpan,
        message: messageFor(doc),
        data: {
          key,
          example: doc?.example ?? '',
          values: (doc?.values ?? []).map((v) => v.value),
        },
        fixes:
          field.origin === null && doc?.required === false
            ? [{ title: 'remove', safety: 'unsafe', edit: (edit) => edit.removeField(field.keySpan) }]
            : [],
      });
    }
  },
});

function messageFor(doc: FieldDoc | undefined): 'main' | 'required' | 'list' | 'own' {
  if (doc?.source === null && !doc.required) return 'own';
  if (doc?.type === 'array') return 'list';
  return doc?.required === true ? 'required' : 'main';
}
