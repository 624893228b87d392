/** What a CIDR block covers: its first and last address, how many there are, and the block without host bits. */
import type { Cidr } from './cidr.ts';
import { formatIpv4, ipv4Network } from './ipv4.ts';
import { formatIpv6, ipv6Network } from './ipv6.ts';

/** Addresses as numbers, so that both families compare alike; `last` is inside. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** How many bits an address of a family has. */
export function addressBits(family: 4 | 6): 32 | 128 {
  return family === 4 ? 32 : 128;
}

/** The addresses of a block, its host bits cleared. */
export function addressRange(cidr: Cidr): AddressRange {
  const first =
    cidr.family === 4
      ? BigInt(ipv4Network(cidr))
      : ipv6Network(cidr).reduce((value, group) => (value << 16n) | BigInt(group), 0n);
  return { first, last: first + addressCount(cidr) - 1n };
}

/** How many addresses a block has: a power of two, at most 2^32 or 2^128. */
export function addressCount(cidr: Cidr): bigint {
  return 1n << BigInt(addressBits(cidr.family) - cidr.prefix);
}

/** An address number in the usual spelling of its family. */
export function formatAddress(value: bigint, family: 4 | 6): string {
  if (family === 4) return formatIpv4(Number(value));
  return formatIpv6(Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 0xffffn)));
}

/** The block that is meant when an address has bits set behind the prefix: `10.1.2.3/8` → `10.0.0.0/8`. */
export function networkBlock(cidr: Cidr): string {
  return `${formatAddress(addressRange(cidr).first, cidr.family)}/${cidr.prefix}`;
}

/** Whether the address has bits set behind the prefix. */
export function hasHostBits(cidr: Cidr): boolean {
  if (cidr.family === 4) return ipv4Network(cidr) !== cidr.address;
  return ipv6Network(cidr).some((group, i) => group !== cidr.groups[i]);
}

/** Whether a block lies within another of the same family. */
export function isWithin(inner: Cidr, outer: Cidr): boolean {
  if (inner.family !== outer.family || inner.prefix < outer.prefix) return false;
  const [a, b] = [addressRange(inner), addressRange(outer)];
  return a.first >= b.first && a.last <= b.last;
}
