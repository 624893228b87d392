/** The port ranges of ENS rules, as the reference describes them for PortRange and SourcePortRange alike. */

/** "If you set the IpProtocol to TCP or UDP, the port range is 1 to 65535." */
const MIN_PORT = 1;
const MAX_PORT = 65535;

/** "If you set the IpProtocol to ICMP [or ALL], the port range is -1/-1." */
export const NO_PORTS = '-1/-1';

/**
 * Whether `range` is right for a protocol, given in upper case. TCP and UDP take `a/b` with 1 <= a <= b <= 65535 ("You
 * must use a forward slash (/) to separate the start port and the end port"; the ECS reference calls 200/1 incorrect),
 * in decimal without sign, blank or leading zero. Every other protocol takes `-1/-1` and nothing else: the reference
 * says so for ICMP and ALL, the reference of CreateSecurityGroupPermissions for ICMPv6; for GRE, which has no ports
 * either, it is an inference.
 */
export function isPortRange(range: string, protocol: string): boolean {
  if (protocol !== 'TCP' && protocol !== 'UDP') return range === NO_PORTS;
  const match = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(range);
  if (!match) return false;
  const [start, end] = [Number(match[1]), Number(match[2])];
  return MIN_PORT <= start && start <= end && end <= MAX_PORT;
}
