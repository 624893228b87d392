/** Ports where the protocol has none, or none where it needs them. */
import { hasPorts } from '../../model/rule-reading.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { allPorts } from '../../net/port-range.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG1012',
  name: 'port-range-protocol',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: '{protocol} has no ports: {key} must be -1/-1, but is {value}. To filter by port, use TCP or UDP.',
      all: 'The document takes only -1/-1 for {key} where the protocol is ALL, but templates of the vendor have ports there, as here {value}. If the API refuses it or ignores the ports, write -1/-1, TCP or UDP.',
      needsPorts:
        '{protocol} needs ports from 1 to 65535: {key} cannot be -1/-1. For all ports write 1/65535.',
      setAll: 'Change {key} to -1/-1',
      setProtocol: 'Change IpProtocol to {other}',
      setEvery: 'Change {key} to 1/65535',
      remove: 'Remove {key}',
    },
    'zh-cn': {
      main: '{protocol} 没有端口：{key} 必须是 -1/-1，而此处是 {value}。如需按端口过滤，请使用 TCP 或 UDP。',
      all: '协议为 ALL 时，文档规定 {key} 只能是 -1/-1，但官方模板中也有填写端口的写法，如此处的 {value}。如果 API 拒绝或忽略端口，请改用 -1/-1、TCP 或 UDP。',
      needsPorts: '{protocol} 需要 1~65535 的端口：{key} 不能是 -1/-1。所有端口请写 1/65535。',
      setAll: '将 {key} 改为 -1/-1',
      setProtocol: '将 IpProtocol 改为 {other}',
      setEvery: '将 {key} 改为 1/65535',
      remove: '删除 {key}',
    },
  },
  check(ctx) {
    const { reading, view } = ctx;
    if (reading === null || view === null || reading.protocol === null) return;
    const withPorts = hasPorts(reading.protocol);
    for (const [key, ports] of [
      ['PortRange', reading.ports],
      ['SourcePortRange', reading.sourcePorts],
    ] as const) {
      const field = view.fields.get(key);
      // What is no port range at all has a message of its own.
      if (field === undefined || ports === null || ports.kind === 'format') continue;
      if (withPorts ? ports.kind !== 'all' : ports.kind === 'all') continue;
      const value = String(field.node?.kind === 'scalar' ? field.node.value : '');
      const data = { protocol: reading.protocol, key, value };
      const fixes: FixOffer[] = [];
      if (field.origin === null) {
        if (withPorts && key === 'SourcePortRange') {
          fixes.push({ title: 'remove', safety: 'unsafe', edit: (e) => e.removeField(field.keySpan) });
        } else if (withPorts) {
          fixes.push({ title: 'setEvery', safety: 'unsafe', edit: (e) => e.setValue(field, '1/65535') });
        } else {
          fixes.push({ title: 'setAll', safety: 'unsafe', edit: (e) => e.setValue(field, allPorts) });
        }
      }
      const protocol = view.fields.get('IpProtocol');
      if (!withPorts && protocol?.origin === null) {
        for (const other of ['TCP', 'UDP']) {
          fixes.push({
            title: 'setProtocol',
            data: { other },
            safety: 'unsafe',
            edit: (e) => e.setValue(protocol, other),
          });
        }
      }
      // Documented as wrong for ECS, and used in official templates.
      if (ctx.product === 'ecs' && reading.protocol === 'ALL')
        ctx.report({ span: field.valueSpan, message: 'all', severity: 'warning', data, fixes });
      else ctx.report({ span: field.valueSpan, message: withPorts ? 'needsPorts' : 'main', data, fixes });
    }
  },
});
