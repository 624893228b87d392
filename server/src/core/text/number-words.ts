/** Numbers as people read them. */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `16777216` → `16,777,216`. Both languages of the product group digits alike. */
export function grouped(value: bigint | number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A power of two in digits up to 2³², beyond that as a power. */
export function powerOfTwo(value: bigint): string {
  if (value <= 1n << 32n) return grouped(value);
  const exponent = String(value.toString(2).length - 1);
  return `2${[...exponent].map((digit) => superscripts[Number(digit)]).join('')}`;
}
