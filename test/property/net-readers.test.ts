/** Addresses, prefix lengths and port ranges: the readers against `node:net` and against the patterns of the schema. */
import assert from 'node:assert/strict';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ipv4Pattern, ipv6Pattern, portRangePattern } from '../../server/src/core/model/patterns.ts';
import { type Cidr, canonicalCidr, parseCidr, readCidr } from '../../server/src/core/net/cidr.ts';
import { formatIpv4, ipv4Network, parseIpv4, parseIpv4Cidr } from '../../server/src/core/net/ipv4.ts';
import { formatIpv6, ipv6Network, parseIpv6, parseIpv6Cidr } from '../../server/src/core/net/ipv6.ts';
import { readPortRange } from '../../server/src/core/net/port-range.ts';
import { assertProperty } from '../support/property.ts';

const number = fc.oneof(
  fc.nat({ max: 300 }).map(String),
  fc.constantFrom('0', '00', '01', '007', '255', '256', '1e1', '0x1', '', '-1', '٣', '１'),
);
const group = fc.oneof(
  fc.nat({ max: 0xffff }).map((n) => n.toString(16)),
  fc.constantFrom('0', '0000', '00000', 'FFFF', 'g', '', 'abcd', '1.2.3.4', '256.1.1.1'),
);
const ipv4Like = fc.array(number, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));
const ipv6Like = fc
  .tuple(
    fc.array(group, { maxLength: 9 }),
    fc.option(fc.nat({ max: 9 })),
    fc.constantFrom('', '%eth0', ' ', ':'),
  )
  .map(([groups, gap, tail]) => {
    if (gap !== null) groups.splice(gap, 0, '');
    return `${groups.join(':')}${tail}`;
  });
const goodIpv4 = fc.ipV4();
const goodIpv6 = fc.ipV6();
const addressLike = fc.oneof(ipv4Like, ipv6Like, goodIpv4, goodIpv6, fc.string({ maxLength: 12 }));
const blockLike = fc
  .tuple(addressLike, fc.option(fc.oneof(number, fc.nat({ max: 140 }).map(String))))
  .map(([address, prefix]) => (prefix === null ? address : `${address}/${prefix}`));

/** What `node:net` takes and we do not, on purpose: an interface name behind the address. */
const isDocumentedDifference = (text: string) => text.includes('%');

describe('addresses', () => {
  test('IPv4 as node:net reads it', () => {
    assertProperty(
      fc.property(addressLike, (text) => assert.equal(parseIpv4(text) !== null, isIPv4(text), text)),
      3000,
    );
  });

  test('IPv6 as node:net reads it, zone ids aside', () => {
    assertProperty(
      fc.property(addressLike, (text) => {
        assert.equal(parseIpv6(text) !== null, isIPv6(text) && !isDocumentedDifference(text), text);
      }),
      5000,
    );
  });

  test('a formatted address reads back as the same one', () => {
    assertProperty(
      fc.property(goodIpv4, (text) => assert.equal(formatIpv4(parseIpv4(text) ?? -1), text)),
      300,
    );
    assertProperty(
      fc.property(goodIpv6, (text) => {
        const groups = parseIpv6(text);
        assert.ok(groups);
        const formatted = formatIpv6(groups);
        assert.deepEqual(parseIpv6(formatted), groups);
        // The URL parser writes the canonical form of RFC 5952 too.
        assert.equal(formatted, new URL(`http://[${text}]/`).hostname.slice(1, -1));
      }),
      600,
    );
  });
});

describe('blocks', () => {
  const maxPrefix = { 4: 32, 6: 128 } as const;
  const block = fc.oneof(
    fc.tuple(goodIpv4, fc.nat({ max: 32 })).map(([a, p]) => `${a}/${p}`),
    fc.tuple(goodIpv6, fc.nat({ max: 128 })).map(([a, p]) => `${a}/${p}`),
  );

  test('an address with a decimal prefix length in the range of its family', () => {
    assertProperty(
      fc.property(blockLike, (text) => {
        const [address = '', prefix, ...more] = text.split('/');
        const family = isDocumentedDifference(address) ? 0 : isIP(address);
        const max = family === 4 ? 32 : 128;
        const good =
          family !== 0 &&
          more.length === 0 &&
          (prefix === undefined || (/^(?:0|[1-9]\d*)$/.test(prefix) && Number(prefix) <= max));
        const read = parseCidr(text);
        assert.equal(read !== null, good, text);
        if (read === null) return;
        assert.equal(read.family, family);
        assert.equal(read.prefix, prefix === undefined ? max : Number(prefix));
      }),
      3000,
    );
  });

  test('the network holds the address, as node:net sees it', () => {
    assertProperty(
      fc.property(block, (text) => {
        const read = parseCidr(text);
        assert.ok(read);
        const [address = ''] = text.split('/');
        const family = read.family === 4 ? 'ipv4' : 'ipv6';
        const list = new BlockList();
        list.addSubnet(networkOf(read), read.prefix, family);
        assert.ok(list.check(address, family), `${networkOf(read)}/${read.prefix} holds ${address}`);
      }),
      400,
    );
  });

  test('one spelling for all spellings of a block', () => {
    assertProperty(
      fc.property(block, (text) => {
        const read = parseCidr(text);
        assert.ok(read);
        const canonical = canonicalCidr(read);
        assert.deepEqual(parseCidr(canonical), read);
        const other = parseCidr(text.toUpperCase());
        assert.equal(other && canonicalCidr(other), canonical);
      }),
      400,
    );
  });

  test('a fault is named for every text that is none, for either family', () => {
    const reasons = ['other-family', 'prefix-length', 'leading-zero', 'zone-id', 'netmask', 'malformed'];
    assertProperty(
      fc.property(blockLike, fc.constantFrom<4 | 6>(4, 6), (text, family) => {
        const read = readCidr(text, family);
        if (typeof read === 'string') {
          assert.ok(reasons.includes(read));
          assert.equal(read === 'other-family', parseCidr(text) !== null);
        } else {
          assert.equal(read.family, family);
          assert.ok(read.prefix <= maxPrefix[family]);
        }
      }),
      1500,
    );
  });
});

function networkOf(cidr: Cidr): string {
  return cidr.family === 4 ? formatIpv4(ipv4Network(cidr)) : formatIpv6(ipv6Network(cidr));
}

describe('port ranges', () => {
  const port = fc.oneof(
    fc.nat({ max: 70_000 }).map(String),
    fc.constantFrom('0', '1', '01', '65535', '65536', '-1', '', 'a', '1.0', '99999', '1e3', '٣'),
  );
  const range = fc.oneof(
    fc.tuple(port, fc.constantFrom('/', '/', '/', '-', ' / ', ':', '~', '//'), port).map((p) => p.join('')),
    port,
    fc.string({ maxLength: 6 }),
    fc.constantFrom('-1/-1', '-1', '1/1\n', ' 1/1', '1/1 '),
  );

  test('two ports from 1 to 65535 in decimal, the first not greater; or -1/-1', () => {
    assertProperty(
      fc.property(range, (text) => {
        const reading = readPortRange(text);
        const parts = text.split('/');
        const isDigits = parts.length === 2 && parts.every((p) => /^[0-9]+$/.test(p));
        const isPort = (p: string) => !p.startsWith('0') && Number(p) >= 1 && Number(p) <= 65_535;
        const [from = '', to = ''] = parts;
        if (text === '-1/-1') assert.equal(reading.kind, 'all');
        else if (!isDigits) assert.equal(reading.kind, 'format');
        else if (!isPort(from) || !isPort(to)) assert.equal(reading.kind, 'out-of-bounds');
        else if (Number(from) > Number(to)) assert.equal(reading.kind, 'reversed');
        else assert.deepEqual(reading, { kind: 'range', range: { from: Number(from), to: Number(to) } });
      }),
      3000,
    );
  });

  test('what was meant is a good range itself', () => {
    assertProperty(
      fc.property(range, (text) => {
        const reading = readPortRange(text);
        if (reading.kind !== 'format' || reading.meant === null) return;
        assert.ok(['range', 'all'].includes(readPortRange(reading.meant).kind), reading.meant);
      }),
      1500,
    );
  });

  test('every port at the limits', () => {
    for (const [text, kind] of [
      ['1/1', 'range'],
      ['65535/65535', 'range'],
      ['0/1', 'out-of-bounds'],
      ['65535/65536', 'out-of-bounds'],
      ['2/1', 'reversed'],
    ] as const)
      assert.equal(readPortRange(text).kind, kind, text);
  });
});

describe('the patterns of the schema are the readers', () => {
  const equal = (pattern: string, reads: (text: string) => boolean, texts: fc.Arbitrary<string>) => {
    // JSON Schema reads patterns with the flag u.
    const expression = new RegExp(pattern, 'u');
    assertProperty(
      fc.property(texts, (text) => assert.equal(expression.test(text), reads(text), JSON.stringify(text))),
      4000,
    );
  };

  test('IPv4', () => equal(ipv4Pattern, (text) => parseIpv4Cidr(text) !== null, blockLike));
  test('IPv6', () => equal(ipv6Pattern, (text) => parseIpv6Cidr(text) !== null, blockLike));
  test('port ranges, reversed ones aside', () => {
    const port = fc.oneof(
      fc.nat({ max: 70_000 }).map(String),
      fc.constantFrom('0', '01', '65535', '65536', '-1', ''),
    );
    const texts = fc.oneof(
      fc.tuple(port, fc.constantFrom('/', '-', ''), port).map((p) => p.join('')),
      fc.constantFrom('-1/-1', '1/1\n', '-1/1'),
    );
    equal(portRangePattern, (text) => ['range', 'all', 'reversed'].includes(readPortRange(text).kind), texts);
  });
});
