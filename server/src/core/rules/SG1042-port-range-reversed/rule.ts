/** `200/1`: the first port is greater than the second. */
import { hasNoPorts } from '../../model/rule-reading.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1042',
  name: 'port-range-reversed',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: 'The first port of {value} is greater than the second, and the API refuses that. Swap them, or correct the wrong one.',
      swap: 'Change to {meant}',
    },
    'zh-cn': {
      main: '{value} 的起始端口大于终止端口，API 会拒绝。请交换两个端口，或改正写错的端口。',
      swap: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('port-reversed')) {
      // Where the protocol has no ports at all, that is what is wrong.
      if (field === null || hasNoPorts(ctx.reading)) continue;
      ctx.report({
        span: field.valueSpan,
        data,
        fixes:
          field.origin === null
            ? [{ title: 'swap', safety: 'unsafe', edit: (edit) => edit.setValue(field, String(data.meant)) }]
            : [],
      });
    }
  },
});
