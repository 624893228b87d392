/** The length of the group's name. */
import { groupPages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1020',
  name: 'name-length',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: null,
  source: groupPages,
  messages: {
    en: {
      main: 'A name has at most {max} characters; this one has {length}. The API refuses it: choose a shorter one.',
      short:
        'A name has at least {min} characters; this one has {length}. The API refuses it: choose a longer one, or remove the key.',
    },
    'zh-cn': {
      main: '名称最多 {max} 个字符，而此处是 {length} 个，API 会拒绝。请缩短。',
      short: '名称最少 {min} 个字符，而此处是 {length} 个，API 会拒绝。请加长，或删除该键。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('name-length')) {
      const message = Number(data.length) < Number(data.min) ? 'short' : 'main';
      if (field) ctx.report({ span: field.valueSpan, message, data });
    }
  },
});
