/** Random input of every kind: the sandbox lives on, and every answer is a success or an error with a code. */
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { call, readAnswer, rule, sendRaw } from './support/call.ts';
import { encodeAll, rpcParameters } from './support/sign.ts';

const seed = 20171110;
let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ maxGroups: 1_000_000 });
});
after(() => sandbox.close());

const DOCUMENTED = new Set([
  'AuthorizationLimitExceed',
  'SecurityGroupRuleConflict.Duplicated',
  'InvalidParameter.PortRange',
  'InvalidParameter.CidrIp',
  'InvalidParameter.DestIpConflict',
  'InvalidParameter.SourceIpConflict',
  'InvalidParameter.Ipv4ProtocolConflictWithIpv6Address',
  'InvalidParameter.Ipv6ProtocolConflictWithIpv4Address',
]);

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const wellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8');
const member = fc.constantFrom(
  'Direction',
  'IpProtocol',
  'PortRange',
  'SourcePortRange',
  'Policy',
  'DestCidrIp',
  'Description',
  'Priority',
  'SourceCidrIp',
  'Ipv6SourceCidrIp',
  'Ipv6DestCidrIp',
  '__proto__',
  'constructor',
);
const likelyValue = fc.constantFrom(
  'ingress',
  'TCP',
  'ICMP',
  'ICMPv6',
  'ALL',
  '80/80',
  '-1/-1',
  'Accept',
  '10.0.0.0/8',
  '::/0',
  1,
  100,
  '',
  null,
);
const anyRule = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(member, fc.oneof(likelyValue, fc.jsonValue()), { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

test('CreateSecurityGroup with random definitions', async () => {
  const definition = fc.record(
    {
      SecurityGroupName: fc.oneof({ weight: 3, arbitrary: fc.constant('web') }, anyText.map(wellFormed)),
      Description: fc.oneof({ weight: 3, arbitrary: fc.constant('Web servers') }, anyText.map(wellFormed)),
      Permissions: fc.oneof(
        fc
          .array(
            anyRule.map((change) =>
              typeof change === 'object' && change !== null && !Array.isArray(change)
                ? { ...rule, ...change }
                : change,
            ),
            { maxLength: 4 },
          )
          .map((rules) => JSON.stringify(rules)),
        fc.json(),
        anyText.map(wellFormed),
      ),
    },
    { requiredKeys: [] },
  );
  let created = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(definition, async (parameters) => {
      const before = sandbox.groups().length;
      const answer = await call(sandbox, 'CreateSecurityGroup', parameters);
      if (answer.code === undefined) {
        created++;
        assert.match(String(answer.body.SecurityGroupId), /^sg-[a-z0-9]+$/);
        assert.equal(sandbox.groups().length, before + 1);
      } else {
        refused++;
        assert.equal(answer.status, 400);
        assert.ok(
          DOCUMENTED.has(answer.code) || /^(?:Invalid|Missing)[A-Z][A-Za-z]+$/.test(answer.code),
          answer.code,
        );
        assert.equal(sandbox.groups().length, before);
      }
    }),
    { seed, numRuns: 500 },
  );
  assert.ok(created > 20 && refused > 100, `${created} created, ${refused} refused`);
});

test('signed calls with random parameters, of every action', async () => {
  const action = fc.constantFrom(
    'CreateSecurityGroup',
    'DescribeSecurityGroups',
    'DescribeSecurityGroupAttribute',
    'DeleteSecurityGroup',
    '__proto__',
    'toString',
  );
  const name = fc.oneof(
    fc.constantFrom(
      'SecurityGroupId',
      'PageNumber',
      'PageSize',
      'SecurityGroupName',
      '__proto__',
      'Signature',
    ),
    anyText.map(wellFormed),
  );
  const parameters = fc.dictionary(name, anyText.map(wellFormed), { maxKeys: 5 });
  await fc.assert(
    fc.asyncProperty(action, parameters, fc.constantFrom('query', 'body'), async (called, sent, place) => {
      const answer = await call(sandbox, called, sent, { place: place === 'query' ? 'query' : 'body' });
      if (called === '__proto__' || called === 'toString')
        assert.equal(answer.code, 'InvalidAction.NotFound');
    }),
    { seed, numRuns: 300 },
  );
});

test('random HTTP: methods, targets, headers and bodies', async () => {
  const token = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
  const headerValue = fc.stringMatching(/^[\x20-\x7e]{0,60}$/);
  const headerName = fc.oneof(
    token,
    fc.constantFrom('authorization', 'x-acs-action', 'x-acs-date', 'content-type', 'x-acs-version'),
  );
  const authorization = fc
    .tuple(headerValue, headerValue)
    .map(
      ([names, signature]) =>
        `ACS3-HMAC-SHA256 Credential=sandbox,SignedHeaders=${names},Signature=${signature}`,
    );
  const unframed = (headers: Record<string, string>) => {
    const framing = [
      'content-length',
      'transfer-encoding',
      'connection',
      'expect',
      'upgrade',
      'te',
      'trailer',
    ];
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !framing.includes(name)));
  };
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
    path: fc.oneof(
      fc.stringMatching(/^[\x21-\x7e]{0,80}$/).map((text) => `/?${text}`),
      fc.stringMatching(/^[\x21-\x7e]{0,40}$/).map((text) => `/${text}`),
      fc.constantFrom('/_sandbox/faults', '/_sandbox/groups'),
    ),
    headers: fc
      .tuple(
        fc.dictionary(headerName, headerValue, { maxKeys: 6 }),
        fc.option(authorization, { nil: undefined }),
      )
      .map(([headers, value]) => ({
        ...unframed(headers),
        ...(value !== undefined && { authorization: value }),
      })),
    body: fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.json(),
    ),
  });
  await fc.assert(
    fc.asyncProperty(request, async (sent) => {
      const answer = await sendRaw(sandbox, sent);
      const body: unknown = JSON.parse(answer.text);
      assert.ok(typeof body === 'object' && body !== null);
      assert.equal('Code' in body, answer.status !== 200);
    }),
    { seed, numRuns: 500 },
  );
  sandbox.setFaults([]);
});

test('random common parameters of RPC', async () => {
  const overrides = fc.dictionary(
    fc.constantFrom(
      'Action',
      'Version',
      'Timestamp',
      'SignatureNonce',
      'SignatureMethod',
      'Format',
      'AccessKeyId',
    ),
    anyText.map(wellFormed),
    { minKeys: 1, maxKeys: 3 },
  );
  await fc.assert(
    fc.asyncProperty(overrides, async (changed) => {
      const parameters = rpcParameters('GET', 'DescribeSecurityGroups', {}, { overrides: { ...changed } });
      readAnswer(await sendRaw(sandbox, { path: `/?${encodeAll(parameters)}` }));
    }),
    { seed, numRuns: 200 },
  );
});

test('random bytes on the socket', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'GET ',
          'POST ',
          '/ ',
          'HTTP/1.1',
          '\r\n',
          '\n',
          'host: a',
          ':',
          '\0',
          'content-length: 5',
        ),
        {
          maxLength: 15,
        },
      )
      .map((pieces) => Buffer.from(pieces.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (sent) => {
      const text = await new Promise<string>((resolve) => {
        const socket = net.connect({ host: '127.0.0.1', port: sandbox.port });
        const chunks: Buffer[] = [];
        socket.on('data', (chunk) => chunks.push(chunk));
        socket.on('error', () => socket.destroy());
        socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
        socket.end(sent);
      });
      // A connection that the client ended before it said anything is closed without a word.
      assert.ok(text === '' || /^HTTP\/1\.1 4\d\d .*"Code":"[A-Za-z.]+"/s.test(text), text);
    }),
    { seed, numRuns: 300 },
  );
  assert.equal((await call(sandbox, 'DescribeSecurityGroups')).status, 200);
});
