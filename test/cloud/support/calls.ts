/**
 * One call to a scripted server, with a check that nothing secret comes back.
 */
import assert from 'node:assert/strict';
import type { CallResult } from '../../../client/src/cloud/answer.ts';
import { parseEndpoint } from '../../../client/src/cloud/endpoints.ts';
import { describeReason } from '../../../client/src/cloud/messages.ts';
import type { TransportOptions } from '../../../client/src/cloud/transport.ts';
import { makeCall } from '../../../client/src/cloud/transport.ts';
import type { Reaction, Script, ScriptedServer } from './scripted-server.ts';
import { startScriptedServer } from './scripted-server.ts';

export const key = {
  id: 'LTAI5tTransportTest0001',
  secret: 'a-very-secret-secret',
  token: 'a-very-secret-token',
};
export const parameters = { SecurityGroupName: 'web', Permissions: '[{"Description":"罒 *~!\'()"}]' };

/** A host name whose first label is too long for any name server to be asked for it. */
export const nowhere = `${'x'.repeat(64)}.invalid`;

export async function callTo(
  url: string,
  options: TransportOptions = {},
  signal?: AbortSignal,
): Promise<CallResult> {
  const parsed = parseEndpoint(url);
  assert.equal(parsed.kind, 'ok');
  assert.ok(parsed.kind === 'ok');
  const result = await makeCall(
    {
      endpoint: parsed.endpoint,
      product: 'ens',
      action: 'CreateSecurityGroup',
      version: '2017-11-10',
      parameters,
      key,
    },
    { env: {}, ...options },
    signal,
  );
  assertNoSecret(result);
  return result;
}

/** Neither the result nor its texts may hold the key, a signature, a URL or a parameter. */
function assertNoSecret(result: CallResult): void {
  const texts =
    result.kind === 'not-sent' || result.kind === 'lost'
      ? [describeReason(result.reason, 'en'), describeReason(result.reason, 'zh-cn')]
      : [];
  const all = JSON.stringify(result) + texts.join();
  for (const secret of [key.secret, key.token, key.id, '罒']) assert.ok(!all.includes(secret), all);
  assert.doesNotMatch(all, /[0-9a-f]{64}|https?:\/\/\d/);
}

export async function withServer<T>(script: Script, run: (server: ScriptedServer) => Promise<T>): Promise<T> {
  const server = await startScriptedServer(script);
  try {
    return await run(server);
  } finally {
    await server.close();
  }
}

export const react = (reaction: Reaction, options?: TransportOptions) =>
  withServer({ react: () => reaction }, (server) => callTo(server.url, options));

/** Waits for a condition without a fixed delay. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
