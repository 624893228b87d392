/** The strict reading of addresses, compared with Node's own for the forms that both accept. */
import assert from 'node:assert/strict';
import { isIPv4, isIPv6 } from 'node:net';
import { test } from 'node:test';
import fc from 'fast-check';
import { blockKey, parseIpv4Block, parseIpv6Block } from '../../sandbox/src/address.ts';

const options = { seed: 20171110, numRuns: 2000 };

/** Texts that look like IPv6 addresses, most of them wrong in some small way. */
const almostIpv6 = fc
  .array(fc.constantFrom(':', '::', '0', '1', 'ab', 'FFFF', '10000', 'g', '1.2.3.4', '.', ''), {
    maxLength: 17,
  })
  .map((pieces) => pieces.join(''));
const almostIpv4 = fc
  .array(fc.constantFrom('.', '0', '1', '00', '010', '255', '256', '9', '-1', ' ', ''), { maxLength: 9 })
  .map((pieces) => pieces.join(''));

test('IPv4: agrees with node:net on random texts', () => {
  fc.assert(
    fc.property(fc.oneof(almostIpv4, fc.ipV4()), (text) => {
      assert.equal(parseIpv4Block(text) !== undefined, isIPv4(text), text);
    }),
    options,
  );
});

test('IPv6: agrees with node:net on random texts without a zone', () => {
  fc.assert(
    fc.property(fc.oneof(almostIpv6, fc.ipV6()), (text) => {
      assert.equal(parseIpv6Block(text) !== undefined, isIPv6(text), text);
    }),
    options,
  );
});

test('IPv6: the key is the spelling of RFC 5952, the same for every spelling', () => {
  const spellings: readonly [string, string][] = [
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1/128'],
    ['2001:0db8::0001', '2001:db8::1/128'],
    ['::', '::/128'],
    ['0:0:0:0:0:0:0:0/0', '::/0'],
    ['::1', '::1/128'],
    ['1::', '1::/128'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3/128'],
    ['1:0:0:2:0:0:3:4', '1::2:0:0:3:4/128'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7/128'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0/128'],
    ['::ffff:192.0.2.1', '::ffff:c000:201/128'],
    ['2001:db8::5/64', '2001:db8::5/64'],
  ];
  for (const [text, key] of spellings) {
    const block = parseIpv6Block(text);
    assert.ok(block, text);
    assert.equal(blockKey(block), key);
  }
  fc.assert(
    fc.property(fc.ipV6(), (text) => {
      const block = parseIpv6Block(text);
      assert.ok(block);
      const again = parseIpv6Block(blockKey(block));
      assert.deepEqual(again?.parts, block.parts);
    }),
    options,
  );
});

test('IPv4: a bare address is its /32, host bits stay', () => {
  const key = (text: string) => {
    const block = parseIpv4Block(text);
    return block && blockKey(block);
  };
  assert.equal(key('10.0.0.1'), '10.0.0.1/32');
  assert.equal(key('10.0.0.1/32'), '10.0.0.1/32');
  assert.equal(key('10.0.0.1/8'), '10.0.0.1/8');
  assert.equal(key('0.0.0.0/0'), '0.0.0.0/0');
});

test('what is no block', () => {
  const ipv4 = [
    '010.0.0.1',
    '10.1',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.1/33',
    '10.0.0.1/-1',
    '10.0.0.1/08',
    '10.0.0.1/',
    '10.0.0.1/255.255.255.0',
    '10.0.0.1/8/8',
    ' 10.0.0.1',
    '10.0.0.1\n',
    '0x0a.0.0.1',
    '167772161',
    '１０.0.0.1',
    '::1',
    '',
  ];
  for (const text of ipv4) assert.equal(parseIpv4Block(text), undefined, text);
  const ipv6 = [
    'fe80::1%eth0',
    '[::1]',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    '::1/129',
    '::1/064',
    '::1/',
    '1.2.3.4::',
    '::1.2.3.04',
    '::1.2.3.4:5',
    '10.0.0.1',
    '',
  ];
  for (const text of ipv6) assert.equal(parseIpv6Block(text), undefined, text);
});
