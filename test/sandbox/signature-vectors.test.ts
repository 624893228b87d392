/** The published examples of both signature methods, and properties of the encoding below them. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { calculateRpcSignature } from '../../sandbox/src/signature-rpc.ts';
import { calculateV3Signature, canonicalRequest } from '../../sandbox/src/signature-v3.ts';
import { parseUrlEncoded, percentEncode } from '../../sandbox/src/url-encoding.ts';
import { encode } from './support/sign.ts';

const SIGNED = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
];

/** The example of the vendor's V3 page. */
const v3Example = {
  method: 'POST',
  query: [
    { name: 'RegionId', value: 'cn-shanghai' },
    { name: 'ImageId', value: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
  ],
  headers: new Map([
    ['host', ['ecs.cn-shanghai.aliyuncs.com']],
    ['x-acs-action', ['RunInstances']],
    ['x-acs-version', ['2014-05-26']],
    ['x-acs-date', ['2023-10-26T10:22:32Z']],
    ['x-acs-signature-nonce', ['3156853299f313e23d1673dc12e1703d']],
    ['x-acs-content-sha256', ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']],
  ]),
  body: Buffer.alloc(0),
};

test('V3: canonical request and signature of the published example', () => {
  const hash = createHash('sha256').update(canonicalRequest(v3Example, SIGNED)).digest('hex');
  assert.equal(hash, '7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259');
  assert.equal(
    calculateV3Signature(v3Example, SIGNED, 'YourAccessKeySecret'),
    '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  );
});

test('V3: the signature depends on method, query, header and body', () => {
  const original = calculateV3Signature(v3Example, SIGNED, 'YourAccessKeySecret');
  const variants = [
    { ...v3Example, method: 'GET' },
    { ...v3Example, query: [] },
    { ...v3Example, headers: new Map([...v3Example.headers, ['x-acs-date', ['2023-10-26T10:22:33Z']]]) },
    { ...v3Example, body: Buffer.from('a=1') },
  ];
  for (const variant of variants) {
    assert.notEqual(calculateV3Signature(variant, SIGNED, 'YourAccessKeySecret'), original);
  }
});

test('RPC: the published example, GET and POST', () => {
  const parameters = new Map([
    ['Timestamp', '2016-02-23T12:46:24Z'],
    ['Format', 'XML'],
    ['AccessKeyId', 'testid'],
    ['Action', 'DescribeRegions'],
    ['SignatureMethod', 'HMAC-SHA1'],
    ['SignatureNonce', '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf'],
    ['Version', '2014-05-26'],
    ['SignatureVersion', '1.0'],
  ]);
  assert.equal(calculateRpcSignature('GET', parameters, 'testsecret'), 'OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
  assert.equal(calculateRpcSignature('POST', parameters, 'testsecret'), 'MxbnVAM4w6sft9xjVpe/GCKueuk=');
  const signed = new Map([...parameters, ['Signature', 'anything']]);
  assert.equal(calculateRpcSignature('GET', signed, 'testsecret'), 'OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
});

test('percent-encoding keeps the unreserved characters of RFC 3986 and nothing else', () => {
  assert.equal(percentEncode("Az09-._~ *!'()+/=&%"), 'Az09-._~%20%2A%21%27%28%29%2B%2F%3D%26%25');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(percentEncode(text), encode(text));
      assert.deepEqual(parseUrlEncoded(`${percentEncode(text)}=${percentEncode(text)}`), [
        { name: text, value: text },
      ]);
    }),
    { seed: 20171110, numRuns: 300 },
  );
});

test('queries and forms are read as the encoding says, and broken ones are noticed', () => {
  assert.deepEqual(parseUrlEncoded('a=1&b=x+y%20z&&c&=d'), [
    { name: 'a', value: '1' },
    { name: 'b', value: 'x y z' },
    { name: 'c', value: '' },
    { name: '', value: 'd' },
  ]);
  assert.deepEqual(parseUrlEncoded(''), []);
  for (const broken of ['a=%', 'a=%zz', '%=1', 'a=%ff', 'a=%ed%a0%80']) {
    assert.equal(parseUrlEncoded(broken), undefined, broken);
  }
});
