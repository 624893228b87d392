/** ICMP is a protocol of IPv4; its IPv6 counterpart has another name. */
import { addressFields } from '../../model/rule-reading.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { scalarOf } from '../../model/view.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1064',
  name: 'ipv4-protocol-ipv6-address',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: 'ICMP is a protocol of IPv4, and the API refuses it with the IPv6 address {value} in {key}. For IPv6, use ICMPv6 or ALL.',
      change: 'Change IpProtocol to {meant}',
    },
    'zh-cn': {
      main: 'ICMP 是 IPv4 的协议，API 不允许它与 {key} 中的 IPv6 地址 {value} 同时使用。IPv6 请使用 ICMPv6 或 ALL。',
      change: '将 IpProtocol 改为 {meant}',
    },
  },
  check(ctx) {
    if (ctx.reading?.protocol !== 'ICMP') return;
    const protocol = ctx.view?.fields.get('IpProtocol');
    for (const { name, end, family } of addressFields) {
      const field = ctx.view?.fields.get(name);
      // Only what is an IPv6 address: an IPv4 one in this field is the business of address-family.
      if (field === undefined || family !== 6 || ctx.reading[end] === null) continue;
      ctx.report({
        span: field.valueSpan,
        data: { key: name, value: String(scalarOf(field) ?? '') },
        fixes:
          protocol?.origin === null
            ? ['ICMPv6', 'ALL'].map((meant) => ({
                title: 'change',
                data: { meant },
                safety: 'unsafe',
                edit: (edit) => edit.setValue(protocol, meant),
              }))
            : [],
      });
    }
  },
});
