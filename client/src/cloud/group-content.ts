/**
 * Whether a group that the server describes is what a definition asked for, although the server may write it in another
 * way: letter case, `10.0.0.1` for `10.0.0.1/32`, defaults filled in, another order. Used to recognise one's own group
 * after an answer was lost; no other judgement rests on it.
 */
import { isIPv4, isIPv6 } from 'node:net';
import { objectOf, textOf } from './answer.ts';

/** What a create call asks for, in the API's own parameters. */
export type CreateParameters = Readonly<Record<string, string>>;

export interface GroupContent {
  readonly name: string;
  readonly description: string;
  readonly rules: readonly Readonly<Record<string, unknown>>[];
}

/** Whether a group has the name, the description and the rules of a create call. */
export function hasContent(group: GroupContent, id: string, wanted: CreateParameters): boolean {
  if (!hasName(group.name, id, wanted.SecurityGroupName ?? null)) return false;
  if (group.description !== (wanted.Description ?? '')) return false;
  const wantedRules = parseRules(wanted.Permissions ?? '[]');
  return wantedRules !== null && setOf(group.rules) === setOf(wantedRules);
}

/** Whether a group may be the one that was to get this name; a group without one may be named after its id. */
export function hasName(name: string, id: string, wanted: string | null): boolean {
  return wanted === null ? name === '' || name === id : name === wanted;
}

/** The rules as one text that is the same for the same set. */
function setOf(rules: readonly Readonly<Record<string, unknown>>[]): string {
  return [...new Set(rules.map((rule) => JSON.stringify(normalise(rule))))].sort().join('\n');
}

function normalise(rule: Readonly<Record<string, unknown>>): readonly (string | number)[] {
  const text = (key: string) => textOf(rule[key]).trim();
  const source = endOf(text('SourceCidrIp'), text('Ipv6SourceCidrIp'));
  const destination = endOf(text('DestCidrIp'), text('Ipv6DestCidrIp'));
  return [
    text('Direction').toLowerCase(),
    text('IpProtocol').toUpperCase(),
    portsOf(text('PortRange')),
    portsOf(text('SourcePortRange')),
    text('Policy').toLowerCase(),
    Number(text('Priority')),
    source ?? everywhereLike(destination),
    destination ?? everywhereLike(source),
    text('Description'),
  ];
}

/** All ports: absent, `-1/-1`, or written out. */
function portsOf(range: string): string {
  return range === '' || range === '1/65535' ? '-1/-1' : range;
}

function endOf(ipv4: string, ipv6: string): string | null {
  const written = ipv4 || ipv6;
  return written === '' ? null : networkOf(written);
}

/** An end that is not given may come back as everything, in the family of the other end. */
function everywhereLike(other: string | null): string {
  return networkOf(other?.startsWith('v6:') ? '::/0' : '0.0.0.0/0');
}

/** An address or CIDR as family, network and length; a text that is neither stays as it is. */
function networkOf(text: string): string {
  const [address = '', length] = text.split('/');
  const isV4 = isIPv4(address);
  if (!isV4 && !isIPv6(address)) return text.toLowerCase();
  const bits = isV4 ? 32 : 128;
  const prefix = length === undefined ? bits : Number(length);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > bits) return text.toLowerCase();
  const value = isV4 ? ipv4Value(address) : ipv6Value(address);
  const hostBits = BigInt(bits - prefix);
  return `${isV4 ? 'v4' : 'v6'}:${((value >> hostBits) << hostBits).toString(16)}/${prefix}`;
}

function ipv4Value(address: string): bigint {
  return address.split('.').reduce((value, octet) => value * 256n + BigInt(octet), 0n);
}

/** `URL` writes an IPv6 address in the one form of RFC 5952, without an IPv4 tail. */
function ipv6Value(address: string): bigint {
  const canonical = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : new Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n);
}

function parseRules(json: string): readonly Readonly<Record<string, unknown>>[] | null {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.map((item) => objectOf(item) ?? {}) : null;
  } catch {
    return null;
  }
}
