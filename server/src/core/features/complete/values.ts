/** The values that are offered for a field of a rule or group. */
import { t } from '../../i18n/catalog.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { FieldDoc } from '../../model/field.ts';
import { maxPriority, minPriority } from '../../model/net-faults.ts';
import { hasPorts, readRule } from '../../model/rule-reading.ts';
import type { ObjectView } from '../../model/view.ts';
import { allPorts, maxPort, minPort } from '../../net/port-range.ts';
import { type Service, servicesIn } from '../../net/services.ts';
import type { Transport } from '../explain/ports.ts';

export interface OfferedValue {
  readonly value: string | number;
  readonly detail: string;
}

/** Ports that are opened most often, offered before the rest. */
const usualPorts: readonly number[] = [22, 80, 443, 53, 123, 3306, 3389, 5432, 6379, 8080];

/** Services that a rule of this protocol can mean, the usual ones first. */
function servicesFor(transport: Transport): readonly Service[] {
  const rank = ({ port }: Service) =>
    usualPorts.includes(port) ? usualPorts.indexOf(port) : usualPorts.length;
  return servicesIn(minPort, maxPort, transport).toSorted((a, b) => rank(a) - rank(b));
}

/** Values for a field, best first. `view` is the object as far as it is written. */
export function valuesFor(
  name: string,
  doc: FieldDoc,
  view: ObjectView | null,
  locale: Locale,
): OfferedValue[] {
  if (doc.values.length > 0) return doc.values.map((v) => ({ value: v.value, detail: v.doc[locale] }));
  switch (name) {
    case 'PortRange':
    case 'SourcePortRange':
      return portValues(view, locale);
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

function portValues(view: ObjectView | null, locale: Locale): OfferedValue[] {
  const protocol = view === null ? null : readRule(view).protocol;
  const none = { value: allPorts, detail: t(locale, 'noPorts') };
  if (protocol !== null && !hasPorts(protocol)) return [none];
  const transport = protocol === 'TCP' || protocol === 'UDP' ? protocol : null;
  const offered = [
    ...servicesFor(transport).map(({ port, name }) => ({ value: `${port}/${port}`, detail: name })),
    { value: '1/65535', detail: t(locale, 'everyPort') },
  ];
  return protocol === null ? [...offered, none] : offered;
}
