/** The same address or block as source and as destination. */

import { ecsAuthorizeSecurityGroupPage } from '../../model/vendor-pages.ts';
import { canonicalCidr } from '../../net/cidr.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1067',
  name: 'same-address-both-ends',
  since: '0.2.0',
  severity: 'warning',
  scope: 'item',
  products: ['ecs'],
  fix: null,
  source: ecsAuthorizeSecurityGroupPage,
  messages: {
    en: {
      main: '{key} is the same as {other}, and the API may refuse that: one end of a rule is the far one, the other end is the own. Correct one, or leave out the own end.',
      otherEnd: 'The other end',
    },
    'zh-cn': {
      main: '{key} 与 {other} 相同，API 可能拒绝：规则的一端是对端，另一端是本端。请改正其中一个，或省略本端。',
      otherEnd: '另一端',
    },
  },
  check(ctx) {
    const { reading, view } = ctx;
    if (reading === null || view === null) return;
    for (const [key, dest, other, source] of [
      ['DestCidrIp', reading.dest4, 'SourceCidrIp', reading.source4],
      ['Ipv6DestCidrIp', reading.dest6, 'Ipv6SourceCidrIp', reading.source6],
    ] as const) {
      const field = view.fields.get(key);
      const otherField = view.fields.get(other);
      if (dest === null || source === null || field === undefined || otherField === undefined) continue;
      if (canonicalCidr(dest) !== canonicalCidr(source)) continue;
      const related = [{ message: 'otherEnd', at: otherField.valueSpan }];
      ctx.report({ span: field.valueSpan, data: { key, other }, related });
    }
  },
});
