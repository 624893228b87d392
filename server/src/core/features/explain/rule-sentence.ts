/** What a rule does, in one sentence. Says nothing about a rule whose decisive fields cannot be read. */
import { fill, type Locale, type Text } from '../../i18n/locale.ts';
import { hasPorts, type RuleReading, readRule } from '../../model/rule-reading.ts';
import { type Field, type ObjectView, scalarOf } from '../../model/view.ts';
import { isEverything } from '../../net/cidr.ts';
import { maxPort, minPort, type PortRangeReading } from '../../net/port-range.ts';
import { servicesIn } from '../../net/services.ts';
import type { Product } from '../../plan/plan.ts';

/** {verb} is in front in both languages; {peer} is where the traffic comes from or goes to. */
const texts = {
  ingress: {
    en: '{verb} {protocol} traffic from {peer} to {local}{ports}{sourcePorts}.',
    'zh-cn': '{verb}来自{peer}、到{local}{ports}{sourcePorts}的{protocol}流量。',
  },
  egress: {
    en: '{verb} {protocol} traffic from {local} to {peer}{ports}{sourcePorts}.',
    'zh-cn': '{verb}从{local}到{peer}{ports}{sourcePorts}的{protocol}流量。',
  },
  accept: { en: 'Accepts', 'zh-cn': '允许' },
  drop: { en: 'Drops', 'zh-cn': '拒绝' },
  all: { en: 'all', 'zh-cn': '所有协议' },
  instances: { en: 'the instances of the group', 'zh-cn': '组内实例' },
  every: { en: 'every IPv{family} address', 'zh-cn': '所有 IPv{family} 地址' },
  unstated: { en: 'addresses that the rule does not state', 'zh-cn': '规则未指明的地址' },
  port: { en: ', port {port}', 'zh-cn': '的 {port} 端口' },
  portNamed: { en: ', port {port} ({name})', 'zh-cn': '的 {port} 端口（{name}）' },
  ports: { en: ', ports {from} to {to}', 'zh-cn': '的 {from}~{to} 端口' },
  everyPort: { en: ', every port', 'zh-cn': '的所有端口' },
  sourcePorts: { en: ', from source port {ports}', 'zh-cn': '、源端口为 {ports} ' },
} satisfies Record<string, Text>;

/** `Accepts TCP traffic from 10.0.0.0/8 to the instances of the group, port 22 (ssh).` Null: nothing certain to say. */
export function ruleSentence(view: ObjectView, product: Product, locale: Locale): string | null {
  const rule = readRule(view, product);
  const { direction, protocol, policy, ports } = rule;
  if (direction === null || protocol === null || policy === null || ports === null) return null;
  const portWords = portsText(ports, rule, locale);
  if (portWords === null) return null;
  const ends = { source: endText(view, rule, 'source', locale), dest: endText(view, rule, 'dest', locale) };
  const [peer, local] = direction === 'ingress' ? [ends.source, ends.dest] : [ends.dest, ends.source];
  const data = {
    verb: texts[policy === 'Accept' ? 'accept' : 'drop'][locale],
    protocol: protocol === 'ALL' ? texts.all[locale] : spaced(protocol, locale),
    peer: peer ?? texts.unstated[locale],
    local: local ?? texts.instances[locale],
    ports: portWords,
    sourcePorts: sourcePortsText(rule.sourcePorts, locale),
  };
  return fill(texts[direction][locale], data).replaceAll(' 、', '、');
}

/** Chinese sets Latin letters and digits apart by a blank. */
function spaced(text: string, locale: Locale): string {
  return locale === 'zh-cn' ? ` ${text} ` : text;
}

function sourcePortsText(ports: PortRangeReading | null, locale: Locale): string {
  if (ports?.kind !== 'range') return '';
  const { from, to } = ports.range;
  return fill(texts.sourcePorts[locale], { ports: from === to ? from : `${from}~${to}` });
}

function portsText(ports: PortRangeReading, rule: RuleReading, locale: Locale): string | null {
  const { protocol } = rule;
  if (protocol === null || !hasPorts(protocol)) return ports.kind === 'all' ? '' : null;
  if (ports.kind !== 'range') return null;
  const { from, to } = ports.range;
  if (from === minPort && to === maxPort) return texts.everyPort[locale];
  if (from !== to) return fill(texts.ports[locale], { from, to });
  const name = servicesIn(from, from, protocol === 'TCP' || protocol === 'UDP' ? protocol : null)[0]?.name;
  return name === undefined
    ? fill(texts.port[locale], { port: from })
    : fill(texts.portNamed[locale], { port: from, name });
}

/** Fields that name one end of a rule, of either product, an address before a reference as the cloud reads them. */
const endFields = {
  source: [
    'SourceCidrIp',
    'Ipv6SourceCidrIp',
    'SourceGroupId',
    'SourcePrefixListId',
    'Ipv6SourcePrefixListId',
  ],
  dest: ['DestCidrIp', 'Ipv6DestCidrIp', 'DestGroupId', 'DestPrefixListId', 'Ipv6DestPrefixListId'],
} as const;

function endText(view: ObjectView, rule: RuleReading, end: 'source' | 'dest', locale: Locale): string | null {
  const cidr = end === 'source' ? (rule.source4 ?? rule.source6) : (rule.dest4 ?? rule.dest6);
  if (cidr !== null && isEverything(cidr)) return fill(texts.every[locale], { family: cidr.family });
  const written = endFields[end].map((name) => textOf(view.fields.get(name))).find((text) => text !== '');
  return written === undefined ? null : spaced(written, locale);
}

function textOf(field: Field | undefined): string {
  const value = scalarOf(field);
  return typeof value === 'string' ? value : '';
}
