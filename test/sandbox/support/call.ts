/** Calls the sandbox over HTTP in tests, and checks what every answer must be. */
import assert from 'node:assert/strict';
import http from 'node:http';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/src/index.ts';
import { encodeAll, type Keys, stamp, type V3Input, v3Headers } from './sign.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
  /** The error code; undefined for a success. */
  readonly code: string | undefined;
  readonly message: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  /** Gives the request up. */
  readonly signal?: AbortSignal;
}

/** Sends a request as it stands; rejects with a network error when no complete answer comes. */
export function sendRaw(sandbox: Sandbox, request: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = http.request(
      {
        host: '127.0.0.1',
        port: sandbox.port,
        method: request.method ?? 'GET',
        path: request.path ?? '/',
        // Node frames the body of a GET only when told its length.
        headers: { ...request.headers, 'content-length': Buffer.byteLength(request.body ?? '') },
        agent: false,
        ...(request.signal && { signal: request.signal }),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}

/** Reads an answer that must be well-formed: JSON, a request id, and either a result or all members of an error. */
export function readAnswer(raw: RawAnswer): Answer {
  assert.match(raw.headers['content-type'] ?? '', /^application\/json/);
  const body: unknown = JSON.parse(raw.text);
  assert.ok(typeof body === 'object' && body !== null && !Array.isArray(body), 'a JSON object');
  const members: Record<string, unknown> = { ...body };
  assert.equal(typeof members.RequestId, 'string');
  const code = members.Code;
  if (raw.status === 200) {
    assert.equal(code, undefined, 'a success has no Code');
    return { status: 200, headers: raw.headers, body: members, code: undefined, message: '' };
  }
  assert.ok(raw.status >= 400 && raw.status <= 599, `status ${raw.status}`);
  for (const name of ['HostId', 'Code', 'Message', 'Recommend'])
    assert.equal(typeof members[name], 'string', name);
  assert.ok(typeof code === 'string' && code !== '', 'a code');
  return {
    status: raw.status,
    headers: raw.headers,
    body: members,
    code,
    message: String(members.Message),
  };
}

export interface CallOptions extends Partial<Omit<V3Input, 'query' | 'body' | 'action' | 'host'>> {
  /** Where the parameters go; the form body unless said otherwise. */
  readonly place?: 'query' | 'body';
  readonly keys?: Keys;
  readonly signal?: AbortSignal;
}

/** Calls an action, signed with V3, and gives the raw answer. */
export function callRaw(
  sandbox: Sandbox,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
  options: CallOptions = {},
): Promise<RawAnswer> {
  const { place = 'body', method = 'POST', signal, ...signing } = options;
  const inQuery = place === 'query' ? parameters : {};
  const body = place === 'body' ? encodeAll(parameters) : '';
  const host = `127.0.0.1:${sandbox.port}`;
  const headers = v3Headers({ method, host, query: inQuery, body, action, ...signing });
  const query = encodeAll(inQuery);
  return sendRaw(sandbox, {
    method,
    path: query === '' ? '/' : `/?${query}`,
    headers,
    body,
    ...(signal && { signal }),
  });
}

/** Calls an action, signed with V3. */
export async function call(
  sandbox: Sandbox,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
  options: CallOptions = {},
): Promise<Answer> {
  return readAnswer(await callRaw(sandbox, action, parameters, options));
}

/** A rule that nothing is wrong with. */
export const rule = {
  Direction: 'ingress',
  IpProtocol: 'TCP',
  PortRange: '80/80',
  Policy: 'Accept',
  Priority: 1,
  SourceCidrIp: '192.0.2.0/24',
} as const;

/** Creates a group with these rules; `now` is the sandbox's clock, where it is not the machine's. */
export function create(
  sandbox: Sandbox,
  permissions: unknown,
  group: Readonly<Record<string, string>> = {},
  now: Date = new Date(),
): Promise<Answer> {
  const parameters = { ...group, Permissions: JSON.stringify(permissions) };
  return call(sandbox, 'CreateSecurityGroup', parameters, { date: stamp(now) });
}

/** Runs a test with a sandbox of its own, which is closed afterwards. */
export async function withSandbox(
  options: SandboxOptions,
  test: (sandbox: Sandbox) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandbox(options);
  try {
    await test(sandbox);
  } finally {
    await sandbox.close();
  }
}

/** Polls until a condition holds; fails after five seconds. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `never happened: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
