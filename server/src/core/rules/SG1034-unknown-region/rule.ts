/** A region id that is not in our list. The list grows, so it may be right. */
import { regions } from '../../model/regions.ts';
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { nearestWord } from '../../text/nearest-word.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1034',
  name: 'unknown-region',
  since: '0.2.0',
  severity: 'warning',
  scope: 'item',
  products: ['ecs'],
  fix: 'unsafe',
  source: ecsCreateSecurityGroupPage,
  messages: {
    en: {
      main: '{value} is no region that is known here. If it is new, nothing is wrong; otherwise correct it: the request goes to the endpoint of the region.',
      meant: '{value} is no region that is known here. Did you mean {meant}?',
      change: 'Change to {meant}',
    },
    'zh-cn': {
      main: '{value} 不是已知的地域。如果是新地域，则没有问题；否则请改正：请求会发往该地域的服务地址。',
      meant: '{value} 不是已知的地域。是否想写 {meant}？',
      change: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('unknown-region')) {
      if (field === null) continue;
      const ids = regions.map((r) => r.id);
      const meant = nearestWord(String(data.value).trim(), ids);
      ctx.report({
        span: field.valueSpan,
        message: meant === null ? 'main' : 'meant',
        data: { ...data, meant: meant ?? '' },
        fixes:
          meant !== null && field.origin === null
            ? [{ title: 'change', safety: 'unsafe', edit: (e) => e.setValue(field, meant) }]
            : [],
      });
    }
  },
});
