/** A port range that is not written `from/to`. */
import { hasPorts, type Protocol } from '../../model/rule-reading.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { allPorts, maxPort, minPort } from '../../net/port-range.ts';
import { defineRule, type FixSafety } from '../rule.ts';

export default defineRule({
  id: 'SG1040',
  name: 'port-range-format',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'safe',
  source: rulePages,
  messages: {
    en: {
      main: '"{value}" is no port range: the API takes "from/to" with a slash, such as 443/443 or 8000/8999, one range a rule.',
      noPorts: '"{value}" is no port range: {protocol} has no ports, and the API takes only -1/-1 for it.',
      change: 'Change to {to}',
    },
    'zh-cn': {
      main: '“{value}”不是端口范围：API 只接受用斜线分隔的“起始/终止”，例如 443/443 或 8000/8999，每条规则一个范围。',
      noPorts: '“{value}”不是端口范围：{protocol} 没有端口，API 只接受 -1/-1。',
      change: '改为 {to}',
    },
  },
  check(ctx) {
    const protocol = ctx.reading?.protocol ?? null;
    for (const { data, field } of ctx.faults('port-format')) {
      if (field === null) continue;
      ctx.report({
        span: field.valueSpan,
        message: protocol === null || hasPorts(protocol) ? 'main' : 'noPorts',
        data: { ...data, protocol: protocol ?? '' },
        fixes:
          field.origin === null
            ? readings(String(data.meant ?? ''), protocol).map(({ to, safety }) => ({
                title: 'change',
                data: { to },
                safety,
                edit: (e) => e.setValue(field, to),
              }))
            : [],
      });
    }
  },
});

/**
 * What may have been meant, given the range that the text alone can mean (none when empty). One reading is safe;
 * ports given with a protocol that has none leave two, because either may be wrong.
 */
function readings(meant: string, protocol: Protocol | null): { to: string; safety: FixSafety }[] {
  const withPorts = protocol === null ? null : hasPorts(protocol);
  if (withPorts === false && meant !== allPorts)
    return [allPorts, meant].filter((to) => to !== '').map((to) => ({ to, safety: 'unsafe' }));
  if (withPorts === true && meant === allPorts) return [{ to: `${minPort}/${maxPort}`, safety: 'unsafe' }];
  return meant === '' ? [] : [{ to: meant, safety: 'safe' }];
}
