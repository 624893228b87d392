/** One key stands twice in an object: only one of the values would be sent. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1003',
  name: 'duplicate-key',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: 'The key {key} stands twice in this object, so it could mean two things. Remove one of them.',
      first: 'The first {key}',
      removeThis: 'Remove this {key}',
      removeFirst: 'Remove the first {key}',
    },
    'zh-cn': {
      main: '键 {key} 在同一对象中出现了两次，含义不明确。请删除其中一个。',
      first: '第一个 {key}',
      removeThis: '删除这个 {key}',
      removeFirst: '删除第一个 {key}',
    },
  },
  check(ctx) {
    for (const { field, first } of ctx.view?.duplicates ?? []) {
      ctx.report({
        span: field.keySpan,
        data: { key: field.name },
        related: [{ message: 'first', at: first }],
        fixes: [
          { title: 'removeThis', safety: 'unsafe', edit: (edit) => edit.removeField(field.keySpan) },
          { title: 'removeFirst', safety: 'unsafe', edit: (edit) => edit.removeField(first) },
        ],
      });
    }
  },
});
