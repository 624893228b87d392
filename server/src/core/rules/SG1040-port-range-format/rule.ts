/** A port range that is not written `from/to`. */
import { hasPorts } from '../../model/rule-reading.ts';
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { allPorts } from '../../net/port-range.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG1040',
  name: 'port-range-format',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: 'safe',
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: '{value} is no port range: the API takes "from/to" with a slash, such as 443/443 or 8000/8999, one range a rule.',
      change: 'Change to {meant}',
    },
    'zh-cn': {
      main: '{value} 不是端口范围：API 只接受用斜线分隔的“起始/终止”，例如 443/443 或 8000/8999，每条规则一个范围。',
      change: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('port-format')) {
      if (field === null) continue;
      const meant = String(data.meant ?? '');
      const protocol = ctx.reading?.protocol ?? null;
      const withPorts = protocol === null ? null : hasPorts(protocol);
      const fixes: FixOffer[] = [];
      if (field.origin === null) {
        // Ports given with a protocol that has none leave two readings: the ports are wrong, or the protocol is.
        const fits = withPorts === null || withPorts === (meant !== allPorts);
        if (meant !== '' && fits) {
          fixes.push({ title: 'change', safety: 'safe', edit: (e) => e.setValue(field, meant) });
        } else if (withPorts === false) {
          fixes.push({
            title: 'change',
            data: { meant: allPorts },
            safety: 'unsafe',
            edit: (e) => e.setValue(field, allPorts),
          });
        }
      }
      ctx.report({ span: field.valueSpan, data, fixes });
    }
  },
});
