/**
 * One rule of `Permissions` read as what it says: keywords in the document's spelling, addresses and ports parsed.
 * What cannot be read is null; saying so is the business of the shape. For checks that compare fields with each
 * other or rules with each other.
 */
import { type Cidr, canonicalCidr, parseCidr } from '../net/cidr.ts';
import { allPorts, type PortRangeReading, readPortRange } from '../net/port-range.ts';
import type { Product } from '../plan/plan.ts';
import { type Field, type ObjectView, scalarOf } from './view.ts';

export type Protocol = 'TCP' | 'UDP' | 'ICMP' | 'ICMPv6' | 'GRE' | 'ALL';

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE', 'ALL'];

/** Whether a protocol has ports; for the others the port range is `-1/-1`. */
export function hasPorts(protocol: Protocol): boolean {
  return protocol === 'TCP' || protocol === 'UDP';
}

export interface RuleReading {
  readonly direction: 'ingress' | 'egress' | null;
  readonly protocol: Protocol | null;
  /** ECS: a protocol given as an IANA number; `protocol` is null then. */
  readonly protocolNumber: number | null;
  readonly policy: 'Accept' | 'Drop' | null;
  readonly priority: number | null;
  readonly ports: PortRangeReading | null;
  readonly sourcePorts: PortRangeReading | null;
  readonly source4: Cidr | null;
  readonly source6: Cidr | null;
  readonly dest4: Cidr | null;
  readonly dest6: Cidr | null;
  readonly description: string | null;
  /** ECS: what a rule refers to by id, by the name of its field. */
  readonly references: ReadonlyMap<ReferenceName, string>;
}

/** The fields of ECS rules that name something else by its id, and those that say more about it. */
export const referenceNames = [
  'SourceGroupId',
  'SourcePrefixListId',
  'SourceGroupOwnerAccount',
  'SourceGroupOwnerId',
  'DestGroupId',
  'DestPrefixListId',
  'DestGroupOwnerAccount',
  'DestGroupOwnerId',
  'PortRangeListId',
  'NicType',
] as const;

export type ReferenceName = (typeof referenceNames)[number];

/** Whether a rule names a protocol that has no ports. */
export function hasNoPorts(rule: RuleReading | null): boolean {
  return rule !== null && rule.protocol !== null && !hasPorts(rule.protocol);
}

/** What ECS takes for a parameter that is left out. ENS takes no default. */
const ecsDefaults: Readonly<Record<string, string>> = { Policy: 'accept', Priority: '1' };

/** Reads the fields of a rule as the product does. */
export function readRule(view: ObjectView, product: Product): RuleReading {
  return product === 'ens' ? readEnsRule(view) : readEcsRule(view);
}

/** In ECS, numbers and texts are the same on the wire. */
function readEcsRule(view: ObjectView): RuleReading {
  const flat = (name: string): string | null => {
    const value = view.fields.has(name) ? scalarOf(view.fields.get(name)) : ecsDefaults[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const number = flat('IpProtocol');
  const priority = flat('Priority');
  const references = new Map<ReferenceName, string>();
  for (const name of referenceNames) {
    const id = flat(name);
    if (id !== null && id !== '') references.set(name, id);
  }
  return {
    ...readEnsRule(view),
    protocolNumber: number !== null && /^\d{1,3}$/.test(number) ? Number(number) : null,
    policy: keyword(flat('Policy'), ['Accept', 'Drop']),
    priority: priority !== null && /^\d+$/.test(priority) ? Number(priority) : null,
    references,
  };
}

function readEnsRule(view: ObjectView): RuleReading {
  const text = (name: string) => textOf(view.fields.get(name));
  const priority = scalarOf(view.fields.get('Priority'));
  return {
    direction: keyword(text('Direction'), ['ingress', 'egress']),
    protocol: keyword(text('IpProtocol'), protocols),
    protocolNumber: null,
    policy: keyword(text('Policy'), ['Accept', 'Drop']),
    priority: typeof priority === 'number' && Number.isInteger(priority) ? priority : null,
    ports: portsOf(text('PortRange')),
    sourcePorts: portsOf(text('SourcePortRange')),
    source4: cidrOf(text('SourceCidrIp'), 4),
    source6: cidrOf(text('Ipv6SourceCidrIp'), 6),
    dest4: cidrOf(text('DestCidrIp'), 4),
    dest6: cidrOf(text('Ipv6DestCidrIp'), 6),
    description: text('Description') ?? null,
    references: noReferences,
  };
}

const noReferences: ReadonlyMap<ReferenceName, string> = new Map();

function textOf(field: Field | undefined): string | null {
  const value = scalarOf(field);
  return typeof value === 'string' ? value : null;
}

function keyword<W extends string>(text: string | null, words: readonly W[]): W | null {
  return words.find((w) => w.toLowerCase() === text?.toLowerCase()) ?? null;
}

function portsOf(text: string | null): PortRangeReading | null {
  return text === null ? null : readPortRange(text);
}

function cidrOf(text: string | null, family: 4 | 6): Cidr | null {
  const cidr = text === null ? null : parseCidr(text);
  return cidr?.family === family ? cidr : null;
}

/**
 * What makes two rules the same rule: every field except `Description` after normalising. Null when a field cannot
 * be read, because then nothing is known to be equal.
 */
export function ruleKey(view: ObjectView, rule: RuleReading): string | null {
  let key = keys.get(rule);
  if (key === undefined) {
    key = computeKey(view, rule);
    keys.set(rule, key);
  }
  return key;
}

/** Keys by reading: an unchanged rule keeps its own from one keystroke to the next. */
const keys = new WeakMap<RuleReading, string | null>();

function computeKey(view: ObjectView, rule: RuleReading): string | null {
  const { direction, policy, priority, references } = rule;
  const protocol = rule.protocol ?? rule.protocolNumber;
  const ports = portKey(view, 'PortRange', rule.ports, references.has('PortRangeListId') ? '' : null);
  // What the API makes of a source port range that is not given is not documented, so it equals none that is.
  const sourcePorts = portKey(view, 'SourcePortRange', rule.sourcePorts, '');
  const ends = addressFields.map(({ name, end }) => cidrKey(view, name, rule[end]));
  if (direction === null || protocol === null || policy === null || priority === null) return null;
  if (ports === null || sourcePorts === null || ends.includes(null)) return null;
  const ids = referenceNames.map((name) => references.get(name) ?? '');
  return [direction, protocol, policy, priority, ports, sourcePorts, ...ends, ...ids].join('|');
}

/** The four address fields, with the member of a reading that holds each. */
export const addressFields = [
  { name: 'SourceCidrIp', end: 'source4', family: 4, side: 'source', other: 'Ipv6SourceCidrIp' },
  { name: 'Ipv6SourceCidrIp', end: 'source6', family: 6, side: 'source', other: 'SourceCidrIp' },
  { name: 'DestCidrIp', end: 'dest4', family: 4, side: 'dest', other: 'Ipv6DestCidrIp' },
  { name: 'Ipv6DestCidrIp', end: 'dest6', family: 6, side: 'dest', other: 'DestCidrIp' },
] as const;

function portKey(
  view: ObjectView,
  name: string,
  reading: PortRangeReading | null,
  absent: string | null,
): string | null {
  if (!view.fields.has(name)) return absent;
  if (reading?.kind === 'all') return allPorts;
  return reading?.kind === 'range' ? `${reading.range.from}/${reading.range.to}` : null;
}

function cidrKey(view: ObjectView, name: string, cidr: Cidr | null): string | null {
  if (!view.fields.has(name)) return '';
  return cidr === null ? null : canonicalCidr(cidr);
}
