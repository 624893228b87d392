/** An empty text: the API refuses it for every field, so a field that is not wanted must be left out. */
import type { FieldDoc } from '../../model/field.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1008',
  name: 'empty-string',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: '{key} is empty, and the API refuses empty texts. Write a value, such as {example}, or remove the key.',
      required: '{key} is empty, and the API refuses empty texts. Write a value, such as {example}.',
      list: '{key} is an empty text. Write a list, or [] for none, or remove the key.',
      own: '{key} is empty. Write one of {values}, or remove the key.',
      remove: 'Remove {key}',
    },
    'zh-cn': {
      main: '{key} 为空，API 会拒绝空文本。请填写值，例如 {example}，或删除该键。',
      required: '{key} 为空，API 会拒绝空文本。请填写值，例如 {example}。',
      list: '{key} 是空文本。请填写列表（没有内容时写 []），或删除该键。',
      own: '{key} 为空。请填写 {values} 之一，或删除该键。',
      remove: '删除 {key}',
    },
  },
  check(ctx) {
    for (const { field } of ctx.faults('empty-string')) {
      if (field === null) continue;
      const doc = ctx.fields.get(field.name);
      ctx.report({
        span: field.valueSpan,
        message: messageFor(doc),
        data: {
          key: field.name,
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
