/**
 * What CreateSecurityGroup refuses in one rule: a table of checks, tried from the first to the last; the first violated
 * one is answered. The quotations are the reference's. What its versions or its sister references disagree on passes:
 * letter case, ICMPv6 and GRE, host bits, one end in IPv4 and the other in IPv6. The order is the sandbox's own, no
 * document gives one.
 */

import { parseIpv4Block, parseIpv6Block } from '../address.ts';
import type { ApiError } from '../api-error.ts';
import {
  destIpConflict,
  invalid,
  invalidCidrIp,
  invalidPortRange,
  ipv4ProtocolConflict,
  ipv6ProtocolConflict,
  missing,
  sourceIpConflict,
} from './errors.ts';
import type { PERMISSION_MEMBERS } from './permission.ts';
import { isPortRange } from './port-range.ts';
import { isRuleDescription } from './texts.ts';

/** A rule as JSON gave it. */
export type RawRule = Readonly<Record<string, unknown>>;
type Member = (typeof PERMISSION_MEMBERS)[number];

interface RuleCheck {
  /** The member that the error names. */
  readonly member: Member;
  /** Makes the error from the member's path. */
  readonly error: (path: string) => ApiError;
  readonly violated: (rule: RawRule) => boolean;
}

const PRIORITY_MIN = 1;
const PRIORITY_MAX = 100;

function has(rule: RawRule, member: Member): boolean {
  return Object.hasOwn(rule, member);
}

/** A check that the member, when it is there at all, is a string that passes. JSON's null is a value like any other. */
function unlessString(member: Member, passes: (text: string, rule: RawRule) => boolean) {
  return (rule: RawRule): boolean => {
    if (!has(rule, member)) return false;
    const value = rule[member];
    return typeof value !== 'string' || !passes(value, rule);
  };
}

function oneOf(...values: readonly string[]) {
  const lower = new Set(values.map((value) => value.toLowerCase()));
  return (text: string) => lower.has(text.toLowerCase());
}

/** The protocol in upper case. The checks that need it come after the one that makes sure of it. */
function protocolOf(rule: RawRule): string {
  return String(rule.IpProtocol).toUpperCase();
}

function isPriority(value: unknown): boolean {
  return (
    typeof value === 'number' && Number.isInteger(value) && value >= PRIORITY_MIN && value <= PRIORITY_MAX
  );
}

const isPortRangeOfRule = (text: string, rule: RawRule) => isPortRange(text, protocolOf(rule));
const isIpv4 = (text: string) => parseIpv4Block(text) !== undefined;
const isIpv6 = (text: string) => parseIpv6Block(text) !== undefined;
const isMissing = (member: Member): RuleCheck => ({
  member,
  error: missing,
  violated: (rule) => !has(rule, member),
});

const RULE_CHECKS: readonly RuleCheck[] = [
  // The table of parameters: Direction, IpProtocol, PortRange, Policy and Priority are "Required: Yes".
  isMissing('Direction'),
  isMissing('IpProtocol'),
  isMissing('PortRange'),
  isMissing('Policy'),
  isMissing('Priority'),
  // "The direction of the security group rule. Valid values: egress: outbound; ingress: inbound."
  { member: 'Direction', error: invalid, violated: unlessString('Direction', oneOf('ingress', 'egress')) },
  // "The transport layer protocol. Valid values: TCP, UDP, ICMP, ALL." CreateSecurityGroupPermissions adds ICMPv6,
  // AuthorizeSecurityGroup adds gre and spells all of them in lower case.
  {
    member: 'IpProtocol',
    error: invalid,
    violated: unlessString('IpProtocol', oneOf('TCP', 'UDP', 'ICMP', 'ALL', 'ICMPv6', 'GRE')),
  },
  // "The range of the destination ports for the security group rule." Its error: "The port range is not configured
  // correctly.", which says the same of a range of source ports.
  { member: 'PortRange', error: invalidPortRange, violated: unlessString('PortRange', isPortRangeOfRule) },
  {
    member: 'SourcePortRange',
    error: invalidPortRange,
    violated: unlessString('SourcePortRange', isPortRangeOfRule),
  },
  // "Valid values: Accept: allows access. Drop: denies access."
  { member: 'Policy', error: invalid, violated: unlessString('Policy', oneOf('Accept', 'Drop')) },
  // "Priority, integer. A smaller value indicates a higher priority. Valid values: 1 to 100."
  {
    member: 'Priority',
    error: invalid,
    violated: (rule) => !isPriority(rule.Priority),
  },
  // "The description must be 2 to 256 characters in length and cannot start with http:// or https://."
  { member: 'Description', error: invalid, violated: unlessString('Description', isRuleDescription) },
  // "The source [destination] IPv4 CIDR block. CIDR blocks and IPv4 addresses are supported."
  { member: 'SourceCidrIp', error: invalidCidrIp, violated: unlessString('SourceCidrIp', isIpv4) },
  { member: 'DestCidrIp', error: invalidCidrIp, violated: unlessString('DestCidrIp', isIpv4) },
  // The sister reference: "IPv6 CIDR blocks and IPv6 addresses are supported."
  { member: 'Ipv6SourceCidrIp', error: invalidCidrIp, violated: unlessString('Ipv6SourceCidrIp', isIpv6) },
  { member: 'Ipv6DestCidrIp', error: invalidCidrIp, violated: unlessString('Ipv6DestCidrIp', isIpv6) },
  // "Parameter SourceCidrIp and Ipv6SourceCidrIp cannot be set at the same time."
  {
    member: 'Ipv6SourceCidrIp',
    error: sourceIpConflict,
    violated: (rule) => has(rule, 'SourceCidrIp') && has(rule, 'Ipv6SourceCidrIp'),
  },
  // "Parameter DestCidrIp and Ipv6DestCidrIp cannot be set at the same time."
  {
    member: 'Ipv6DestCidrIp',
    error: destIpConflict,
    violated: (rule) => has(rule, 'DestCidrIp') && has(rule, 'Ipv6DestCidrIp'),
  },
  // "The IPv4 protocol cannot specify an IPv6 address." ICMP is the one protocol of IPv4 alone.
  {
    member: 'IpProtocol',
    error: ipv4ProtocolConflict,
    violated: (rule) =>
      protocolOf(rule) === 'ICMP' && (has(rule, 'Ipv6SourceCidrIp') || has(rule, 'Ipv6DestCidrIp')),
  },
  // "The IPv6 protocol cannot specify an IPv4 address." ICMPv6 is the one protocol of IPv6 alone.
  {
    member: 'IpProtocol',
    error: ipv6ProtocolConflict,
    violated: (rule) =>
      protocolOf(rule) === 'ICMPV6' && (has(rule, 'SourceCidrIp') || has(rule, 'DestCidrIp')),
  },
];

/** The first violation in a rule, whose path is e.g. `Permissions[3]`; undefined for a rule that passes. */
export function checkRule(rule: RawRule, path: string): ApiError | undefined {
  const check = RULE_CHECKS.find(({ violated }) => violated(rule));
  return check?.error(`${path}.${check.member}`);
}
