/**
 * IPv4 and IPv6 addresses and CIDR blocks, read strictly: no leading zeros in a decimal number, no zone ids, no netmask
 * notation, no shortened IPv4. Host bits may be set: the documents do not forbid them, and ECS keeps them.
 */

/** An address, or a CIDR block when a prefix was written. */
export interface Block {
  /** 4 bytes or 8 groups of 16 bits. */
  readonly parts: readonly number[];
  /** 0..32 or 0..128; the full length for a bare address. */
  readonly prefix: number;
  /** Whether the prefix was written. */
  readonly prefixGiven: boolean;
}

const DECIMAL = /^(?:0|[1-9]\d{0,2})$/;
const HEX_GROUP = /^[0-9a-fA-F]{1,4}$/;

function parseIpv4Address(text: string): number[] | undefined {
  const pieces = text.split('.');
  if (pieces.length !== 4) return undefined;
  const bytes = pieces.map((piece) => (DECIMAL.test(piece) ? Number(piece) : Number.NaN));
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** Groups of one side of `::`; an IPv4 tail counts as two. Undefined for anything malformed. */
function parseGroups(text: string, mayEndInIpv4: boolean): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const pieces = text.split(':');
  for (const [index, piece] of pieces.entries()) {
    if (HEX_GROUP.test(piece)) {
      groups.push(Number.parseInt(piece, 16));
      continue;
    }
    const tail = mayEndInIpv4 && index === pieces.length - 1 ? parseIpv4Address(piece) : undefined;
    if (!tail) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = tail;
    groups.push(a * 256 + b, c * 256 + d);
  }
  return groups;
}

function parseIpv6Address(text: string): number[] | undefined {
  const gap = text.indexOf('::');
  if (gap < 0) {
    const groups = parseGroups(text, true);
    return groups?.length === 8 ? groups : undefined;
  }
  const head = parseGroups(text.slice(0, gap), false);
  const tail = parseGroups(text.slice(gap + 2), true);
  // RFC 4291 §2.2: the gap stands for one group of zeros or more, and occurs once.
  if (!head || !tail || head.length + tail.length > 7) return undefined;
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function parseBlock(
  text: string,
  parseAddress: (text: string) => number[] | undefined,
  bits: number,
): Block | undefined {
  const slash = text.indexOf('/');
  const parts = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (!parts) return undefined;
  if (slash < 0) return { parts, prefix: bits, prefixGiven: false };
  const written = text.slice(slash + 1);
  const prefix = DECIMAL.test(written) ? Number(written) : Number.NaN;
  return prefix <= bits ? { parts, prefix, prefixGiven: true } : undefined;
}

/** Reads `a.b.c.d` or `a.b.c.d/0..32`. */
export function parseIpv4Block(text: string): Block | undefined {
  return parseBlock(text, parseIpv4Address, 32);
}

/** Reads an IPv6 address in any spelling of RFC 4291 §2.2, with or without `/0..128`. */
export function parseIpv6Block(text: string): Block | undefined {
  return parseBlock(text, parseIpv6Address, 128);
}

/** The longest run of zero groups, leftmost on a tie, of two groups or more: what RFC 5952 §4.2 shortens to `::`. */
function longestZeroRun(groups: readonly number[]): { start: number; length: number } | undefined {
  let best: { start: number; length: number } | undefined;
  let start = 0;
  for (let index = 0; index <= groups.length; index++) {
    if (groups[index] === 0) continue;
    const length = index - start;
    if (length >= 2 && length > (best?.length ?? 0)) best = { start, length };
    start = index + 1;
  }
  return best;
}

/** The address in the one spelling of RFC 5952, or dotted decimal, without a prefix. */
export function formatAddress(parts: readonly number[]): string {
  if (parts.length === 4) return parts.join('.');
  const hex = parts.map((group) => group.toString(16));
  const run = longestZeroRun(parts);
  if (!run) return hex.join(':');
  return `${hex.slice(0, run.start).join(':')}::${hex.slice(run.start + run.length).join(':')}`;
}

/** One text for all spellings of the same block: `10.0.0.1` and `10.0.0.1/32` give the same, host bits stay. */
export function blockKey(block: Block): string {
  return `${formatAddress(block.parts)}/${block.prefix}`;
}
