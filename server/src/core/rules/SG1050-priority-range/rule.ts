/** A priority outside 1–100. */
import { rulePages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1050',
  name: 'priority-range',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: 'Priority goes from {min} to {max}, and the API refuses {value}. Choose an integer in that range; {min} is tried first.',
      change: 'Change to {nearest}',
    },
    'zh-cn': {
      main: 'Priority 的范围是 {min}~{max}，API 会拒绝 {value}。请填写范围内的整数；{min} 最先匹配。',
      change: '改为 {nearest}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('priority-range')) {
      if (field === null) continue;
      const nearest = Number(data.value) < Number(data.min) ? Number(data.min) : Number(data.max);
      ctx.report({
        span: field.valueSpan,
        data,
        fixes:
          field.origin === null
            ? [
                {
                  title: 'change',
                  data: { nearest },
                  safety: 'unsafe',
                  edit: (edit) => edit.setValue(field, nearest),
                },
              ]
            : [],
      });
    }
  },
});
