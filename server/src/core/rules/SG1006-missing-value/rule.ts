/** A key with nothing after it. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1006',
  name: 'missing-value',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: '{key} has no value, and an empty parameter is refused. Write a value, such as {example}, or remove the key.',
      remove: 'Remove {key}',
    },
    'zh-cn': {
      main: '{key} 没有值，API 会拒绝空参数。请填写值，例如 {example}，或删除该键。',
      remove: '删除 {key}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('missing-value')) {
      if (field === null) continue;
      const key = String(data.key ?? '');
      ctx.report({
        span: field.keySpan,
        data: { key, example: ctx.fields.get(key)?.example ?? '' },
        fixes:
          field.origin === null && ctx.fields.get(key)?.required === false
            ? [{ title: 'remove', safety: 'unsafe', edit: (edit) => edit.removeField(field.keySpan) }]
            : [],
      });
    }
  },
});
