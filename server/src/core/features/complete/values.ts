/** The values that are offered for a field of a rule or group. */
import { t } from '../../i18n/catalog.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { FieldDoc } from '../../model/field.ts';
import { maxPriority, minPriority } from '../../model/net-faults.ts';
import { hasPorts, readRule } from '../../model/rule-reading.ts';
import type { ObjectView } from '../../model/view.ts';
import { allPorts } from '../../net/port-range.ts';
import type { Product } from '../../plan/plan.ts';

export interface OfferedValue {
  readonly value: string | number;
  readonly detail: string;
}

/** Well-known services by port, as IANA registers them (Service Name and Transport Protocol Port Number Registry). */
const services: readonly (readonly [port: number, name: string, protocol: 'TCP' | 'UDP' | 'both'])[] = [
  [22, 'ssh', 'TCP'],
  [53, 'dns', 'both'],
  [80, 'http', 'TCP'],
  [123, 'ntp', 'UDP'],
  [443, 'https', 'both'],
  [3306, 'mysql', 'TCP'],
  [3389, 'rdp', 'TCP'],
  [5432, 'postgresql', 'TCP'],
  [6379, 'redis', 'TCP'],
  [8080, 'http-alt', 'TCP'],
];

/** Values for a field, best first. `view` is the object as far as it is written. */
export function valuesFor(
  product: Product,
  name: string,
  doc: FieldDoc,
  view: ObjectView | null,
  locale: Locale,
): OfferedValue[] {
  if (doc.values.length > 0) return doc.values.map((v) => ({ value: v.value, detail: v.doc[locale] }));
  switch (name) {
    case 'PortRange':
    case 'SourcePortRange':
      return portValues(product, view, locale);
    case 'Priority':
      return [
        { value: minPriority, detail: t(locale, 'firstPriority') },
        { value: 10, detail: '' },
        { value: 50, detail: '' },
        { value: maxPriority, detail: t(locale, 'lastPriority') },
      ];
    case 'SourceCidrIp':
    case 'DestCidrIp':
      return [
        { value: '10.0.0.0/8', detail: t(locale, 'privateRange') },
        { value: '172.16.0.0/12', detail: t(locale, 'privateRange') },
        { value: '192.168.0.0/16', detail: t(locale, 'privateRange') },
        { value: '0.0.0.0/0', detail: t(locale, 'everyIpv4') },
      ];
    case 'Ipv6SourceCidrIp':
    case 'Ipv6DestCidrIp':
      return [
        { value: 'fc00::/7', detail: t(locale, 'uniqueLocal') },
        { value: '::/0', detail: t(locale, 'everyIpv6') },
      ];
    default:
      return [];
  }
}

function portValues(product: Product, view: ObjectView | null, locale: Locale): OfferedValue[] {
  const protocol = view === null ? null : readRule(view, product).protocol;
  const none = { value: allPorts, detail: t(locale, 'noPorts') };
  if (protocol !== null && !hasPorts(protocol)) return [none];
  const fitting = services.filter(([, , p]) => protocol === null || p === 'both' || p === protocol);
  const offered = [
    ...fitting.map(([port, service]) => ({ value: `${port}/${port}`, detail: service })),
    { value: '1/65535', detail: t(locale, 'everyPort') },
  ];
  return protocol === null ? [...offered, none] : offered;
}
