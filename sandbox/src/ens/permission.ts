/** A rule of an ENS group: its members, and when two rules are the same. */
import { type Block, blockKey, formatAddress, parseIpv4Block, parseIpv6Block } from '../address.ts';
import { NO_PORTS } from './port-range.ts';

/** The members of a rule, in the order of the reference. */
export const PERMISSION_MEMBERS = [
  'Direction',
  'IpProtocol',
  'PortRange',
  'SourcePortRange',
  'Policy',
  'DestCidrIp',
  'Description',
  'Priority',
  'SourceCidrIp',
  'Ipv6SourceCidrIp',
  'Ipv6DestCidrIp',
] as const;

/** A rule that has passed every check, spelled as it was sent. */
export interface Permission {
  readonly Direction: string;
  readonly IpProtocol: string;
  readonly PortRange: string;
  readonly SourcePortRange?: string;
  readonly Policy: string;
  readonly DestCidrIp?: string;
  readonly Description?: string;
  readonly Priority: number;
  readonly SourceCidrIp?: string;
  readonly Ipv6SourceCidrIp?: string;
  readonly Ipv6DestCidrIp?: string;
}

function addressKey(text: string | undefined, parse: (text: string) => Block | undefined): string | null {
  const block = text === undefined ? undefined : parse(text);
  return block ? blockKey(block) : null;
}

/**
 * The same text for rules that are equal in every member. Normalised are: letter case of Direction, IpProtocol and
 * Policy; the spelling of an address (`10.0.0.1` is `10.0.0.1/32`, any spelling of an IPv6 address). Not normalised:
 * host bits (ECS is known to keep them), an absent SourcePortRange or address (it equals only another absent one), and
 * Description, so that a rule may be repeated with another Description. The reference leaves open what "the rule already
 * exists" compares; this is the narrowest reading.
 */
export function permissionKey(rule: Permission): string {
  return JSON.stringify([
    rule.Direction.toLowerCase(),
    rule.IpProtocol.toUpperCase(),
    rule.PortRange,
    rule.SourcePortRange ?? null,
    rule.Policy.toLowerCase(),
    rule.Priority,
    addressKey(rule.SourceCidrIp, parseIpv4Block),
    addressKey(rule.DestCidrIp, parseIpv4Block),
    addressKey(rule.Ipv6SourceCidrIp, parseIpv6Block),
    addressKey(rule.Ipv6DestCidrIp, parseIpv6Block),
    rule.Description ?? null,
  ]);
}

/** The enumerations as the reference spells them, by their lower-case form. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  ['ingress', 'egress', 'TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE', 'ALL', 'Accept', 'Drop'].map((spelling) => [
    spelling.toLowerCase(),
    spelling,
  ]),
);

function spell(value: string): string {
  return SPELLINGS.get(value.toLowerCase()) ?? value;
}

function compress(text: string): string {
  const block = parseIpv6Block(text);
  if (!block) return text;
  return formatAddress(block.parts) + (block.prefixGiven ? `/${block.prefix}` : '');
}

/**
 * A rule as a cloud that rewrites what it stores may answer it: enumerations in the reference's spelling, IPv6 in the
 * compressed spelling (as ECS does), and a SourcePortRange where none was sent. That ENS fills it in is known from a
 * public client that had to work around it; the value is an inference: every port, or `-1/-1` where there are none.
 */
export function rewritten(rule: Permission): Permission {
  const protocol = spell(rule.IpProtocol);
  const allPorts = protocol === 'TCP' || protocol === 'UDP' ? '1/65535' : NO_PORTS;
  return {
    ...rule,
    Direction: spell(rule.Direction),
    IpProtocol: protocol,
    Policy: spell(rule.Policy),
    SourcePortRange: rule.SourcePortRange ?? allPorts,
    ...(rule.Ipv6SourceCidrIp !== undefined && { Ipv6SourceCidrIp: compress(rule.Ipv6SourceCidrIp) }),
    ...(rule.Ipv6DestCidrIp !== undefined && { Ipv6DestCidrIp: compress(rule.Ipv6DestCidrIp) }),
  };
}
