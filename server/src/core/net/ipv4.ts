/**
 * IPv4 addresses and CIDR blocks, read strictly: four decimal numbers without leading zeros, as every document of
 * both APIs writes them. Shorthand (`10.1`), octal (`010.0.0.1`) and netmasks (`/255.0.0.0`) are not addresses.
 */
import { prefixLength } from './prefix-length.ts';

/** An IPv4 block as written: the address with its host bits, and the prefix length (32 for a single address). */
export interface Ipv4Cidr {
  readonly family: 4;
  /** Unsigned 32-bit address, host bits kept. */
  readonly address: number;
  /** 0..32. */
  readonly prefix: number;
}

/** Reads `a.b.c.d`; null when the text is anything else. */
export function parseIpv4(text: string): number | null {
  let value = 0;
  let parts = 0;
  let octet = -1;
  for (let i = 0; i <= text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (i < text.length && digit >= 0 && digit <= 9) {
      if (octet === 0) return null;
      octet = Math.max(octet, 0) * 10 + digit;
      if (octet > 255) return null;
    } else if (octet >= 0 && (i === text.length || text[i] === '.')) {
      value = value * 256 + octet;
      parts++;
      octet = -1;
    } else {
      return null;
    }
  }
  return parts === 4 ? value : null;
}

/** Reads `a.b.c.d` or `a.b.c.d/n`; null when the text is neither. */
export function parseIpv4Cidr(text: string): Ipv4Cidr | null {
  const slash = text.indexOf('/');
  const address = parseIpv4(slash < 0 ? text : text.slice(0, slash));
  if (address === null) return null;
  const prefix = slash < 0 ? 32 : prefixLength(text.slice(slash + 1), 32);
  return prefix === null ? null : { family: 4, address, prefix };
}

/** The first address of a block, its host bits cleared. */
export function ipv4Network(cidr: Ipv4Cidr): number {
  return cidr.prefix === 0 ? 0 : (cidr.address & (0xffffffff << (32 - cidr.prefix))) >>> 0;
}

/** The address in its one usual spelling. */
export function formatIpv4(address: number): string {
  return [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255].join('.');
}
