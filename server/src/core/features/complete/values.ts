/** The values that are offered for a field of a rule or group, from what the rest of the group says. */
import { t } from '../../i18n/catalog.ts';
import { fill, type Locale, type Text } from '../../i18n/locale.ts';
import type { FieldDoc } from '../../model/field.ts';
import type { Group } from '../../model/group.ts';
import { maxPriority, minPriority } from '../../model/net-faults.ts';
import { addressFields, hasPorts, readRule } from '../../model/rule-reading.ts';
import { type ObjectView, scalarOf } from '../../model/view.ts';
import { canonicalCidr, parseCidr } from '../../net/cidr.ts';
import { addressBits, hasHostBits, networkBlock } from '../../net/cidr-range.ts';
import { allPorts, maxPort, minPort } from '../../net/port-range.ts';
import { type Service, servicesIn } from '../../net/services.ts';
import type { Product } from '../../plan/plan.ts';
import { addressKindText } from '../explain/address.ts';
import type { Transport } from '../explain/ports.ts';
import { rankedRules } from '../explain/priority.ts';

export interface OfferedValue {
  readonly value: string | number;
  readonly detail: string;
  /** By what else it can be found: `ssh` for `22/22`. */
  readonly words?: string;
}

/** Where a value is asked for. */
export interface ValueQuestion {
  readonly product: Product;
  readonly name: string;
  readonly doc: FieldDoc;
  /** The object as far as it is written. */
  readonly view: ObjectView | null;
  readonly group: Group | null;
  /** What is written there already, without quotes. */
  readonly typed: string;
  readonly locale: Locale;
}

const texts = {
  free: { en: 'free', 'zh-cn': '未使用' },
  used: { en: 'used by {rules}', 'zh-cn': '{rules} 已使用' },
  beforeAll: { en: 'before every other rule', 'zh-cn': '先于其他所有规则' },
  afterAll: { en: 'after every other rule', 'zh-cn': '后于其他所有规则' },
  network: { en: 'the network around {typed}', 'zh-cn': '{typed} 所在的网段' },
  alsoUsed: { en: 'used in this file', 'zh-cn': '此文件中已使用' },
} satisfies Record<string, Text>;

/** Values for a field, best first. */
export function valuesFor(question: ValueQuestion): OfferedValue[] {
  const { name, doc, locale } = question;
  if (doc.values.length > 0) return doc.values.map((v) => ({ value: v.value, detail: v.doc[locale] }));
  if (name === 'PortRange' || name === 'SourcePortRange') return portValues(question);
  if (name === 'Priority') return priorityValues(question);
  const address = addressFields.find((a) => a.name === name);
  return address === undefined ? [] : addressValues(question, address.family);
}

/** Ports that are opened most often, offered before the rest. */
const usualPorts: readonly number[] = [22, 80, 443, 53, 123, 3306, 3389, 5432, 6379, 8080];

/** Services that a rule of this protocol can mean, the usual ones first. */
function servicesFor(transport: Transport): readonly Service[] {
  const rank = ({ port }: Service) =>
    usualPorts.includes(port) ? usualPorts.indexOf(port) : usualPorts.length;
  return servicesIn(minPort, maxPort, transport).toSorted((a, b) => rank(a) - rank(b));
}

function portValues({ product, view, locale }: ValueQuestion): OfferedValue[] {
  const protocol = view === null ? null : readRule(view, product).protocol;
  const none = { value: allPorts, detail: t(locale, 'noPorts') };
  if (protocol !== null && !hasPorts(protocol)) return [none];
  const transport = protocol === 'TCP' || protocol === 'UDP' ? protocol : null;
  const every = { value: `${minPort}/${maxPort}`, detail: t(locale, 'everyPort') };
  const offered = [
    ...servicesFor(transport).map(({ port, name }) => ({
      value: `${port}/${port}`,
      detail: name,
      words: name,
    })),
    every,
  ];
  return protocol === null ? [...offered, none] : offered;
}

/** Priorities before, after and between those of the other rules of the direction, then the usual ones. */
function priorityValues({ product, view, group, locale }: ValueQuestion): OfferedValue[] {
  const direction = view === null ? null : readRule(view, product).direction;
  const others = (group === null ? [] : rankedRules(group)).filter(
    (r) => r.entry.view !== view && (direction === null || r.direction === direction),
  );
  const used = new Map<number, string[]>();
  for (const { priority, entry } of others) {
    used.set(priority, [...(used.get(priority) ?? []), `#${entry.index + 1}`]);
  }
  const offered = new Map<number, string>();
  const offer = (value: number, detail: string) => {
    if (value >= minPriority && value <= maxPriority && !offered.has(value)) offered.set(value, detail);
  };
  if (used.size > 0) {
    offer(Math.max(...used.keys()) + 1, texts.afterAll[locale]);
    offer(Math.min(...used.keys()) - 1, texts.beforeAll[locale]);
    let free = minPriority;
    while (used.has(free)) free++;
    offer(free, texts.free[locale]);
  }
  for (const value of [minPriority, 10, 50, maxPriority]) {
    const rules = used.get(value);
    const place =
      value === minPriority
        ? t(locale, 'firstPriority')
        : value === maxPriority
          ? t(locale, 'lastPriority')
          : '';
    offer(value, rules === undefined ? place : fill(texts.used[locale], { rules }, locale));
  }
  return [...offered].map(([value, detail]) => ({ value, detail }));
}

/** Blocks of the group that are offered again; more would hide the usual ones. */
const maxUsedBlocks = 12;

/** Blocks that are often meant, IPv4 and IPv6. */
const usualBlocks = {
  4: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '0.0.0.0/0'],
  6: ['fc00::/7', '::/0'],
} as const;

/** The networks around what is typed, the blocks that the group uses elsewhere, then the usual ones. */
function addressValues(question: ValueQuestion, family: 4 | 6): OfferedValue[] {
  const { typed, group, view, locale } = question;
  const offered = new Map<string, string>();
  const offer = (value: string, detail: string) => {
    if (!offered.has(value) && value !== typed) offered.set(value, detail);
  };
  for (const block of networksAround(typed, family)) offer(block, fill(texts.network[locale], { typed }));
  for (const rule of group?.rules ?? []) {
    if (rule.view === view || offered.size >= maxUsedBlocks) continue;
    for (const { name, family: other } of addressFields) {
      const value = scalarOf(rule.view?.fields.get(name));
      const cidr = other === family && typeof value === 'string' ? parseCidr(value) : null;
      if (cidr?.family !== family) continue;
      offer(
        String(value),
        `${texts.alsoUsed[locale]} · ${addressKindText(cidr, locale).replaceAll('`', '')}`,
      );
    }
  }
  for (const block of usualBlocks[family]) {
    const cidr = parseCidr(block);
    if (cidr !== null) offer(block, addressKindText(cidr, locale));
  }
  return [...offered].map(([value, detail]) => ({ value, detail }));
}

/** `10.1.2.3/8` → `10.0.0.0/8`; `10.1.2.3` → `10.1.2.3/32`, `10.1.2.0/24`. */
function networksAround(typed: string, family: 4 | 6): string[] {
  const cidr = parseCidr(typed);
  if (cidr?.family !== family) return [];
  if (hasHostBits(cidr)) return [networkBlock(cidr)];
  if (cidr.prefix !== addressBits(family)) return [];
  const wider = family === 4 ? 24 : 64;
  return [canonicalCidr(cidr), networkBlock({ ...cidr, prefix: wider })];
}
