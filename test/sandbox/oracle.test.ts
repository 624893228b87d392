/** Requests signed by the vendor's own client are accepted, so that a shared misreading of the documents would show. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { rule } from './support/call.ts';

interface Answer {
  readonly statusCode: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The part of @alicloud/openapi-client 0.4.15 that is used here. */
interface VendorClient {
  callApi(params: object, request: object, runtime: object): Promise<Answer>;
  doRPCRequest(
    action: string,
    version: string,
    protocol: string,
    method: string,
    authType: string,
    bodyType: string,
    request: object,
    runtime: object,
  ): Promise<Answer>;
}

interface VendorModule {
  readonly Config: new (map: object) => object;
  readonly OpenApiRequest: new (map: object) => object;
  readonly Params: new (map: object) => object;
  readonly default: new (config: object) => VendorClient;
}

const vendor: VendorModule = createRequire(import.meta.url)('@alicloud/openapi-client');
let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ securityToken: 'session', maxGroups: 1000 });
});
after(() => sandbox.close());

function client(secret = 'sandbox-secret'): VendorClient {
  return new vendor.default(
    new vendor.Config({
      accessKeyId: 'sandbox',
      accessKeySecret: secret,
      securityToken: 'session',
      endpoint: `127.0.0.1:${sandbox.port}`,
      protocol: 'HTTP',
    }),
  );
}

function v3(action: string, method: string, request: object, secret?: string): Promise<Answer> {
  const params = new vendor.Params({
    action,
    version: '2017-11-10',
    protocol: 'HTTP',
    pathname: '/',
    method,
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'json',
  });
  return client(secret).callApi(params, new vendor.OpenApiRequest(request), {});
}

function rpc(action: string, method: string, request: object): Promise<Answer> {
  return client().doRPCRequest(
    action,
    '2017-11-10',
    'HTTP',
    method,
    'AK',
    'json',
    new vendor.OpenApiRequest(request),
    {},
  );
}

/** Characters that encoders disagree on: blanks, plus, asterisk, tilde, quotes, Chinese, an astral character. */
const group = {
  SecurityGroupName: '网页:web_1-a',
  Description: "Web servers *~!'()+ & = % 网页 \u{20000}",
  Permissions: JSON.stringify([{ ...rule, Description: 'a+b c*d~e 🙂' }]),
};

async function assertCreated(answer: Answer): Promise<void> {
  assert.equal(answer.statusCode, 200);
  const id = String(answer.body.SecurityGroupId);
  const created = sandbox.groups().find(({ SecurityGroupId }) => SecurityGroupId === id);
  assert.equal(created?.SecurityGroupName, group.SecurityGroupName);
  assert.equal(created?.Description, group.Description);
  assert.deepEqual(created?.Permissions, [{ ...rule, Description: 'a+b c*d~e 🙂' }]);
}

test('V3, POST with a form body', async () => {
  await assertCreated(await v3('CreateSecurityGroup', 'POST', { body: group }));
});

test('V3, POST with a query', async () => {
  await assertCreated(await v3('CreateSecurityGroup', 'POST', { query: group }));
});

test('V3, GET', async () => {
  await assertCreated(await v3('CreateSecurityGroup', 'GET', { query: group }));
});

test('RPC, POST with a form body', async () => {
  await assertCreated(await rpc('CreateSecurityGroup', 'POST', { body: group }));
});

test('RPC, POST with a query, and GET', async () => {
  await assertCreated(await rpc('CreateSecurityGroup', 'POST', { query: group }));
  await assertCreated(await rpc('CreateSecurityGroup', 'GET', { query: group }));
});

test('the query of 200 rules with long Chinese descriptions is taken', async () => {
  const rules = Array.from({ length: 200 }, (_, index) => ({
    ...rule,
    PortRange: `${index + 1}/${index + 1}`,
    Description: '说'.repeat(256),
  }));
  const answer = await v3('CreateSecurityGroup', 'POST', { query: { Permissions: JSON.stringify(rules) } });
  const id = String(answer.body.SecurityGroupId);
  const created = sandbox.groups().find(({ SecurityGroupId }) => SecurityGroupId === id);
  assert.equal(created?.Permissions.length, 200);
});

test('the client understands the sandbox’s errors', async () => {
  const wrongSecret = v3('DescribeSecurityGroups', 'POST', {}, 'guess');
  await assert.rejects(wrongSecret, { code: 'SignatureDoesNotMatch' });
  const wrongRule = JSON.stringify([{ ...rule, PortRange: '0/1' }]);
  await assert.rejects(v3('CreateSecurityGroup', 'POST', { body: { Permissions: wrongRule } }), (error) => {
    assert.ok(error instanceof Error && 'code' in error && 'data' in error);
    assert.equal(error.code, 'InvalidParameter.PortRange');
    assert.match(error.message, /Permissions\[0\]\.PortRange/);
    return true;
  });
});
