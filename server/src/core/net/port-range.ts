/**
 * Port ranges as both APIs write them: `from/to`, or `-1/-1` where the protocol has no ports. Says what is wrong
 * with a text, and which range was meant where only one reading exists.
 */

/** Lowest and highest port number (RFC 6335 §6; port 0 is reserved and refused by the API). */
export const minPort = 1;
export const maxPort = 65535;

/** What the API writes for "all ports" of a protocol that has none. */
export const allPorts = '-1/-1';

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export type PortRangeReading =
  | { readonly kind: 'range'; readonly range: PortRange }
  /** `-1/-1` */
  | { readonly kind: 'all' }
  /** Both numbers are ports, but the first is greater than the second. */
  | { readonly kind: 'reversed'; readonly range: PortRange }
  /** `from/to` in digits, with a number outside 1..65535. */
  | { readonly kind: 'out-of-bounds'; readonly value: string }
  /** Not of the form `from/to`. `meant` is the only range that the text can mean, if there is one. */
  | { readonly kind: 'format'; readonly meant: string | null };

/** Reads the value of `PortRange` or `SourcePortRange`. */
export function readPortRange(text: string): PortRangeReading {
  if (text === allPorts) return { kind: 'all' };
  const match = /^(\d+)\/(\d+)$/.exec(text);
  if (match === null) return { kind: 'format', meant: meantRange(text) };
  const [from = '', to = ''] = [match[1], match[2]];
  for (const value of [from, to]) if (!isPort(value)) return { kind: 'out-of-bounds', value };
  const range = { from: Number(from), to: Number(to) };
  return range.from > range.to ? { kind: 'reversed', range } : { kind: 'range', range };
}

/** `80` → `80/80`; `80-90`, `80:90`, `80 / 90`, `80~90` → `80/90`; null when another reading exists. */
function meantRange(text: string): string | null {
  if (/^\s*-1\s*$/.test(text)) return allPorts;
  const match = /^\s*(\d{1,5})(?:\s*[-:/~–]\s*(\d{1,5}))?\s*$/.exec(text);
  const from = match?.[1];
  if (from === undefined) return null;
  const to = match?.[2] ?? from;
  if (!isPort(from) || !isPort(to) || Number(from) > Number(to)) return null;
  return `${Number(from)}/${Number(to)}`;
}

/** A port in plain decimal. A leading zero is refused: the documents show none and some programs read octal. */
function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= maxPort;
}
