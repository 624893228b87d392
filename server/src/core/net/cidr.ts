/** Addresses and CIDR blocks of either family, and what is wrong with a text that is neither. */
import { formatIpv4, type Ipv4Cidr, parseIpv4, parseIpv4Cidr } from './ipv4.ts';
import { formatIpv6, type Ipv6Cidr, parseIpv6, parseIpv6Cidr } from './ipv6.ts';

export type Cidr = Ipv4Cidr | Ipv6Cidr;

/** Why a text is no address of the family that was asked for. */
export type AddressFault =
  /** It is a good address of the other family. */
  | 'other-family'
  /** The address is good, what follows the `/` is not a prefix length. */
  | 'prefix-length'
  /** A part of the address is written with a leading zero, which some programs read as octal. */
  | 'leading-zero'
  /** `%` and an interface name follow. */
  | 'zone-id'
  /** The prefix is written as a netmask. */
  | 'netmask'
  | 'malformed';

/** Reads an address or CIDR block of either family. */
export function parseCidr(text: string): Cidr | null {
  return parseIpv4Cidr(text) ?? parseIpv6Cidr(text);
}

/** Reads a text as an address or block of one family; a fault says what is wrong with it. */
export function readCidr(text: string, family: 4 | 6): Cidr | AddressFault {
  const cidr = parseCidr(text);
  if (cidr !== null) return cidr.family === family ? cidr : 'other-family';
  const [address = '', suffix] = splitOnce(text, '/');
  if (address.includes('%')) return 'zone-id';
  if (suffix !== undefined && (parseIpv4(address) !== null || parseIpv6(address) !== null)) {
    return parseIpv4(suffix) !== null ? 'netmask' : 'prefix-length';
  }
  if (/^\d+(?:\.\d+){3}$/.test(address) && /(?:^|\.)0\d/.test(address)) return 'leading-zero';
  return 'malformed';
}

/**
 * The block in one spelling, so that two texts for the same field value compare equal: `10.0.0.1` and `10.0.0.1/32`,
 * `2001:DB8::` and `2001:db8:0::`. Host bits stay, because the cloud keeps them.
 */
export function canonicalCidr(cidr: Cidr): string {
  const address = cidr.family === 4 ? formatIpv4(cidr.address) : formatIpv6(cidr.groups);
  return `${address}/${cidr.prefix}`;
}

/** Whether the block is every address of its family. */
export function isEverything(cidr: Cidr): boolean {
  return cidr.prefix === 0;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
