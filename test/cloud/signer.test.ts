/** The V3 signature, against the published vector and against the vendor's own client. */
import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { acsDate, encodeParameters, percentEncode, signRequest } from '../../client/src/cloud/signer.ts';

// The example of the vendor's page "V3 request structure and signature".
test('the published vector', () => {
  const signed = signRequest(
    {
      method: 'POST',
      host: 'ecs.cn-shanghai.aliyuncs.com',
      action: 'RunInstances',
      version: '2014-05-26',
      query: {
        RegionId: 'cn-shanghai',
        ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
      },
      body: '',
    },
    { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' },
    new Date('2023-10-26T10:22:32Z'),
    '3156853299f313e23d1673dc12e1703d',
  );
  assert.equal(
    signed.canonicalRequestHash,
    '7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
  );
  assert.equal(signed.signature, '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0');
  assert.equal(
    signed.headers.authorization,
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  );
});

test('percent-encoding follows RFC 3986', () => {
  assert.equal(percentEncode("AZaz09-._~ !'()*+/=&%"), 'AZaz09-._~%20%21%27%28%29%2A%2B%2F%3D%26%25');
  assert.equal(percentEncode('组\u{1F600}'), '%E7%BB%84%F0%9F%98%80');
  // A lone surrogate has no UTF-8 form; it must not throw.
  assert.equal(percentEncode('a\uD800b'), 'a%EF%BF%BDb');
});

test('a form decodes to the parameters that were encoded', () => {
  fc.assert(
    fc.property(fc.dictionary(name(), fc.string({ unit: 'binary' })), (parameters) => {
      const decoded = Object.fromEntries(new URLSearchParams(encodeParameters(parameters)));
      assert.deepEqual(decoded, { ...parameters });
    }),
    { seed: 20261121, numRuns: 300 },
  );
});

/** As much of `@alicloud/openapi-client` as is used here. */
interface VendorSdk {
  readonly default: new (
    config: object,
  ) => {
    callApi(params: object, request: object, runtime: object): Promise<unknown>;
  };
  readonly Config: new (values: object) => object;
  readonly Params: new (values: object) => object;
  readonly OpenApiRequest: new (values: object) => object;
}

/** The last request that the vendor's client has sent. */
let sent: { headers: IncomingHttpHeaders; body: string } = { headers: {}, body: '' };
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = await request.toArray();
  sent = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
  response.setHeader('content-type', 'application/json').end('{}');
});
let port = 0;
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

test("random requests carry the signature of the vendor's client", async () => {
  const sdk: VendorSdk = createRequire(import.meta.url)('@alicloud/openapi-client');
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ' ', '*', '~', "!'()", 'a b', '%7E', '+', '/', '安全组', '\u{1F600}', '\n'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name(), value, { maxKeys: 6, noNullPrototype: true }),
      fc.option(fc.dictionary(name(), value, { minKeys: 1, maxKeys: 6, noNullPrototype: true })),
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.option(fc.stringMatching(/^[\x21-\x7e]{1,40}$/), { nil: undefined }),
      async (query, body, secret, token) => {
        const key = { id: 'LTAI5tRandomRandomRandom', secret, ...(token === undefined ? {} : { token }) };
        const client = new sdk.default(
          new sdk.Config({
            accessKeyId: key.id,
            accessKeySecret: secret,
            securityToken: token,
            endpoint: `127.0.0.1:${port}`,
            protocol: 'HTTP',
          }),
        );
        const route = { protocol: 'HTTP', pathname: '/', method: 'POST', authType: 'AK', style: 'RPC' };
        await client.callApi(
          new sdk.Params({
            action: 'DoIt',
            version: '2017-11-10',
            ...route,
            reqBodyType: 'formData',
            bodyType: 'json',
          }),
          new sdk.OpenApiRequest({ query, ...(body === null ? {} : { body }) }),
          {},
        );
        const headers: Readonly<Record<string, string | undefined>> = Object.fromEntries(
          Object.entries(sent.headers).map(([header, text]) => [header, text?.toString()]),
        );
        const extra = ['x-acs-accesskey-id', 'x-acs-credentials-provider'].flatMap((header) => {
          const text = headers[header];
          return text === undefined ? [] : [[header, text]];
        });
        const contentType = headers['content-type'];
        const ours = signRequest(
          {
            method: 'POST',
            host: headers.host ?? '',
            action: 'DoIt',
            version: '2017-11-10',
            query,
            body: sent.body,
            ...(body === null || contentType === undefined ? {} : { contentType }),
            headers: Object.fromEntries(extra),
          },
          key,
          new Date(headers['x-acs-date'] ?? ''),
          headers['x-acs-signature-nonce'] ?? '',
        );
        assert.equal(ours.headers.authorization, headers.authorization);
        assert.equal(ours.headers['x-acs-content-sha256'], headers['x-acs-content-sha256']);
        assert.equal(acsDate(new Date(headers['x-acs-date'] ?? '')), headers['x-acs-date']);
      },
    ),
    { seed: 20261121, numRuns: 400 },
  );
});

/** Parameter names as the API has them, such as `Permissions.12.SourceCidrIp`. */
function name(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[A-Za-z][A-Za-z0-9._-]{0,12}$/).filter((text) => text !== '__proto__');
}
