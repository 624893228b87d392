/**
 * IPv6 addresses and CIDR blocks in every spelling of RFC 4291 §2.2, the dotted tail included. Zone ids
 * (`fe80::1%eth0`) name an interface of one machine and are no address here.
 */
import { parseIpv4 } from './ipv4.ts';
import { prefixLength } from './prefix-length.ts';

/** An IPv6 block as written: the address with its host bits, and the prefix length (128 for a single address). */
export interface Ipv6Cidr {
  readonly family: 6;
  /** Eight 16-bit groups, host bits kept. */
  readonly groups: readonly number[];
  /** 0..128. */
  readonly prefix: number;
}

/** Reads an IPv6 address as eight 16-bit groups; null when the text is anything else. */
export function parseIpv6(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = groupsOf(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '', true) : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  // `::` stands for at least one group of zeros (RFC 4291 §2.2; one is accepted by every parser, none is not).
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  return [...head, ...new Array<number>(missing).fill(0), ...tail];
}

/** The 16-bit groups of a `:`-separated part; only the very end of an address may be dotted. */
function groupsOf(part: string, mayEndDotted: boolean): number[] | null {
  if (part === '') return [];
  const pieces = part.split(':');
  const groups: number[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(piece)) {
      groups.push(Number.parseInt(piece, 16));
      continue;
    }
    const dotted = mayEndDotted && i === pieces.length - 1 ? parseIpv4(piece) : null;
    if (dotted === null) return null;
    groups.push(dotted >>> 16, dotted & 0xffff);
  }
  return groups;
}

/** Reads an IPv6 address with or without `/n`; null when the text is neither. */
export function parseIpv6Cidr(text: string): Ipv6Cidr | null {
  const slash = text.indexOf('/');
  const groups = parseIpv6(slash < 0 ? text : text.slice(0, slash));
  if (groups === null) return null;
  const prefix = slash < 0 ? 128 : prefixLength(text.slice(slash + 1), 128);
  return prefix === null ? null : { family: 6, groups, prefix };
}

/** The first address of a block, its host bits cleared. */
export function ipv6Network(cidr: Ipv6Cidr): number[] {
  return cidr.groups.map((group, i) => {
    const bits = Math.max(0, Math.min(16, cidr.prefix - i * 16));
    return group & (0xffff << (16 - bits)) & 0xffff;
  });
}

/** The address in the canonical spelling of RFC 5952: lower case, the longest run of zeros as `::`. */
export function formatIpv6(groups: readonly number[]): string {
  let best = -1;
  let bestLength = 1;
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (i + length < 8 && groups[i + length] === 0) length++;
    if (length > bestLength) {
      best = i;
      bestLength = length;
    }
  }
  const hex = groups.map((g) => g.toString(16));
  if (best < 0) return hex.join(':');
  return `${hex.slice(0, best).join(':')}::${hex.slice(best + bestLength).join(':')}`;
}
