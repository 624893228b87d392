/** The `/n` of a CIDR block, for both address families. */

/** Reads a prefix length: decimal digits without a leading zero, 0..max. Null when the text is anything else. */
export function prefixLength(text: string, max: 32 | 128): number | null {
  if (!/^(?:0|[1-9]\d{0,2})$/.test(text)) return null;
  const value = Number(text);
  return value <= max ? value : null;
}
