/**
 * Regular expressions for the JSON Schema: the same grammar as the readers in `net/`, for editors that know nothing
 * of this project. A property test holds the two readings together. What no regular expression can say (a reversed
 * port range) is left to the readers.
 */

const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const ipv4 = `(?:${octet}\\.){3}${octet}`;

/** An IPv4 address, with or without a prefix length of 0..32. */
export const ipv4Pattern = `^${ipv4}(?:/(?:3[0-2]|[12]?[0-9]))?$`;

const h16 = '[0-9A-Fa-f]{1,4}';
const tail = `(?:${h16}:${h16}|${ipv4})`;

/** The nine forms of RFC 3986 §3.2.2, which count what `::` may stand for. */
const ipv6 = `(?:${[
  `(?:${h16}:){6}${tail}`,
  `::(?:${h16}:){5}${tail}`,
  `(?:${h16})?::(?:${h16}:){4}${tail}`,
  `(?:(?:${h16}:){0,1}${h16})?::(?:${h16}:){3}${tail}`,
  `(?:(?:${h16}:){0,2}${h16})?::(?:${h16}:){2}${tail}`,
  `(?:(?:${h16}:){0,3}${h16})?::${h16}:${tail}`,
  `(?:(?:${h16}:){0,4}${h16})?::${tail}`,
  `(?:(?:${h16}:){0,5}${h16})?::${h16}`,
  `(?:(?:${h16}:){0,6}${h16})?::`,
].join('|')})`;

/** An IPv6 address, with or without a prefix length of 0..128. */
export const ipv6Pattern = `^${ipv6}(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?$`;

const port = '(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3})';

/** `from/to` with ports 1..65535, or `-1/-1`. */
export const portRangePattern = `^(?:${port}/${port}|-1/-1)$`;

/** The same for ECS, where a range from port 0 is only a warning. */
export const ecsPortRangePattern = `^(?:(?:0|${port})/${port}|0/0|-1/-1)$`;
