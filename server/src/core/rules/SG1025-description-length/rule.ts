/** The length of a description, of the group or of a rule. */
import { groupPages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1025',
  name: 'description-length',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: null,
  source: groupPages,
  messages: {
    en: {
      main: 'A description has at most {max} characters; this one has {length}. The API refuses it: shorten it.',
      short:
        'A description has at least {min} characters; this one has {length}. The API refuses it: say more, or remove the key.',
    },
    'zh-cn': {
      main: '描述最多 {max} 个字符，而此处是 {length} 个，API 会拒绝。请缩短。',
      short: '描述最少 {min} 个字符，而此处是 {length} 个，API 会拒绝。请加长，或删除该键。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('description-length')) {
      const message = Number(data.length) < Number(data.min) ? 'short' : 'main';
      if (field) ctx.report({ span: field.valueSpan, message, data });
    }
  },
});
