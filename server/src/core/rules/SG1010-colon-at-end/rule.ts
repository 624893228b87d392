/** `2001:db8::` without quotes: YAML reads the last colon as the end of a key. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1010',
  name: 'colon-at-end',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'safe',
  source: null,
  messages: {
    en: {
      main: 'YAML takes {value} for a key, because it ends in a colon. Put it in quotes.',
      quote: 'Quote it',
    },
    'zh-cn': {
      main: '{value} 以冒号结尾，YAML 会把它当作键。请加上引号。',
      quote: '加上引号',
    },
  },
  check(ctx) {
    for (const fault of ctx.fragment.faults) {
      if (fault.kind !== 'plain-scalar-colon') continue;
      const value = ctx.fragment.text.slice(fault.start, fault.end);
      ctx.report({
        span: fault,
        data: { value },
        fixes: [
          { title: 'quote', safety: 'safe', edit: (edit) => edit.replace(fault, JSON.stringify(value)) },
        ],
      });
    }
  },
});
