/** What a port range is, for hovers and inlay hints. */
import { fill, type Locale, type Text } from '../../i18n/locale.ts';
import { readRule } from '../../model/rule-reading.ts';
import type { ObjectView } from '../../model/view.ts';
import { maxPort, minPort, type PortRangeReading } from '../../net/port-range.ts';
import { servicesIn } from '../../net/services.ts';
import type { Product } from '../../plan/plan.ts';
import { grouped } from '../../text/number-words.ts';

const texts = {
  port: { en: 'port {port}', 'zh-cn': '端口 {port}' },
  named: { en: 'port {port} ({name})', 'zh-cn': '端口 {port}（{name}）' },
  every: { en: 'every port', 'zh-cn': '所有端口' },
  ports: { en: '{count} ports', 'zh-cn': '{count} 个端口' },
  portsNamed: { en: '{count} ports, among them {names}', 'zh-cn': '{count} 个端口，其中有 {names}' },
  none: {
    en: 'No ports: the rule is about every packet of the protocol.',
    'zh-cn': '不区分端口：规则适用于该协议的所有数据包。',
  },
} satisfies Record<string, Text>;

/** Which services a port can mean; null when the protocol is unknown. */
export type Transport = 'TCP' | 'UDP' | null;

/** The transport of a rule's ports, as far as it is written. */
export function transportOf(view: ObjectView, product: Product): Transport {
  const { protocol } = readRule(view, product);
  return protocol === 'TCP' || protocol === 'UDP' ? protocol : null;
}

const maxServicesNamed = 6;

/** `ssh` for `22/22`, `every port` for `1/65535`, `1,000 ports` for `8000/8999`; null for a port without a name. */
export function portHint(ports: PortRangeReading, transport: Transport, locale: Locale): string | null {
  if (ports.kind !== 'range') return null;
  const { from, to } = ports.range;
  if (from === minPort && to === maxPort) return texts.every[locale];
  if (from !== to) return fill(texts.ports[locale], { count: grouped(to - from + 1) });
  return servicesIn(from, from, transport)[0]?.name ?? null;
}

/** The ports in words; null for a text that is no port range. */
export function portMarkdown(ports: PortRangeReading, transport: Transport, locale: Locale): string | null {
  if (ports.kind === 'all') return texts.none[locale];
  if (ports.kind !== 'range') return null;
  const { from, to } = ports.range;
  const found = servicesIn(from, to, transport);
  if (from === to) {
    const name = found[0]?.name;
    return name === undefined
      ? fill(texts.port[locale], { port: from })
      : fill(texts.named[locale], { port: from, name });
  }
  if (from === minPort && to === maxPort) return texts.every[locale];
  const count = grouped(to - from + 1);
  if (found.length === 0) return fill(texts.ports[locale], { count });
  const names = found.slice(0, maxServicesNamed).map((s) => `${s.name} (${s.port})`);
  if (found.length > maxServicesNamed) names.push('…');
  return fill(texts.portsNamed[locale], { count, names }, locale);
}
