/** ICMPv6 is a protocol of IPv6; its IPv4 counterpart is ICMP. */
import { addressFields } from '../../model/rule-reading.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { scalarOf } from '../../model/view.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1065',
  name: 'ipv6-protocol-ipv4-address',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: 'ICMPv6 is a protocol of IPv6, and the API refuses it with the IPv4 address {value} in {key}. For IPv4, use ICMP.',
      change: 'Change IpProtocol to ICMP',
    },
    'zh-cn': {
      main: 'ICMPv6 是 IPv6 的协议，API 不允许它与 {key} 中的 IPv4 地址 {value} 同时使用。IPv4 请使用 ICMP。',
      change: '将 IpProtocol 改为 ICMP',
    },
  },
  check(ctx) {
    if (ctx.reading?.protocol !== 'ICMPv6') return;
    const protocol = ctx.view?.fields.get('IpProtocol');
    for (const { name, end, family } of addressFields) {
      const field = ctx.view?.fields.get(name);
      // Only what is an IPv4 address: an IPv6 one in this field is the business of address-family.
      if (field === undefined || family !== 4 || ctx.reading[end] === null) continue;
      ctx.report({
        span: field.valueSpan,
        data: { key: name, value: String(scalarOf(field) ?? '') },
        fixes:
          protocol?.origin === null
            ? [{ title: 'change', safety: 'unsafe', edit: (edit) => edit.setValue(protocol, 'ICMP') }]
            : [],
      });
    }
  },
});
