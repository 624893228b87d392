/** Two tags with the same key. */
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { type Field, scalarOf } from '../../model/view.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1082',
  name: 'duplicate-tag-key',
  since: '0.2.0',
  severity: 'error',
  scope: 'group',
  products: ['ecs'],
  fix: null,
  source: ecsCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'There is a tag {key} already, and the API refuses a second one. Remove one of them.',
      first: 'The first tag {key}',
    },
    'zh-cn': {
      main: '已有标签 {key}，API 会拒绝重复的标签键。请删除其中一个。',
      first: '第一个标签 {key}',
    },
  },
  check(ctx) {
    const seen = new Map<string, Field>();
    for (const tag of ctx.group.tags) {
      const field = tag.view?.fields.get('Key') ?? tag.view?.fields.get('key');
      const key = scalarOf(field);
      if (field === undefined || typeof key !== 'string' || key === '') continue;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, field);
      else {
        const related = [{ message: 'first', at: first.valueSpan }];
        ctx.report(tag.piece, { span: field.valueSpan, data: { key }, related });
      }
    }
  },
});
