/**
 * One rule of `Permissions` read as what it says: keywords in the document's spelling, addresses and ports parsed.
 * What cannot be read is null; saying so is the business of the shape. For checks that compare fields with each
 * other or rules with each other.
 */
import { type Cidr, canonicalCidr, parseCidr } from '../net/cidr.ts';
import { allPorts, type PortRangeReading, readPortRange } from '../net/port-range.ts';
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
  readonly policy: 'Accept' | 'Drop' | null;
  readonly priority: number | null;
  readonly ports: PortRangeReading | null;
  readonly sourcePorts: PortRangeReading | null;
  readonly source4: Cidr | null;
  readonly source6: Cidr | null;
  readonly dest4: Cidr | null;
  readonly dest6: Cidr | null;
  readonly description: string | null;
}

/** Whether a rule names a protocol that has no ports. */
export function hasNoPorts(rule: RuleReading | null): boolean {
  return rule !== null && rule.protocol !== null && !hasPorts(rule.protocol);
}

/** Reads the fields of a rule. */
export function readRule(view: ObjectView): RuleReading {
  const text = (name: string) => textOf(view.fields.get(name));
  const priority = scalarOf(view.fields.get('Priority'));
  return {
    direction: keyword(text('Direction'), ['ingress', 'egress']),
    protocol: keyword(text('IpProtocol'), protocols),
    policy: keyword(text('Policy'), ['Accept', 'Drop']),
    priority: typeof priority === 'number' && Number.isInteger(priority) ? priority : null,
    ports: portsOf(text('PortRange')),
    sourcePorts: portsOf(text('SourcePortRange')),
    source4: cidrOf(text('SourceCidrIp'), 4),
    source6: cidrOf(text('Ipv6SourceCidrIp'), 6),
    dest4: cidrOf(text('DestCidrIp'), 4),
    dest6: cidrOf(text('Ipv6DestCidrIp'), 6),
    description: text('Description') ?? null,
  };
}

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
  let key = keys.get(view);
  if (key === undefined) {
    key = computeKey(view, rule);
    keys.set(view, key);
  }
  return key;
}

/** Keys by object: an unchanged rule keeps its own from one keystroke to the next. */
const keys = new WeakMap<ObjectView, string | null>();

function computeKey(view: ObjectView, rule: RuleReading): string | null {
  const { direction, protocol, policy, priority } = rule;
  const ports = portKey(view, 'PortRange', rule.ports, null);
  // What the API makes of a source port range that is not given is not documented, so it equals none that is.
  const sourcePorts = portKey(view, 'SourcePortRange', rule.sourcePorts, '');
  const ends = addressFields.map(({ name, end }) => cidrKey(view, name, rule[end]));
  if (direction === null || protocol === null || policy === null || priority === null) return null;
  if (ports === null || sourcePorts === null || ends.includes(null)) return null;
  return [direction, protocol, policy, priority, ports, sourcePorts, ...ends].join('|');
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
