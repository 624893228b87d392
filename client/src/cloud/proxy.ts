/**
 * Which proxy stands between this machine and an endpoint: what the caller says, otherwise the environment variables
 * that command line tools share. Decides only; `connect.ts` uses the answer.
 */
import type { Endpoint } from './endpoints.ts';
import { isLoopbackHost } from './endpoints.ts';
import type { ConnectionReason } from './reasons.ts';

export interface ProxyServer {
  readonly hostname: string;
  readonly port: number;
  /** Value of the `Proxy-Authorization` header: a secret. */
  readonly authorization?: string;
}

export type ProxyDecision =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: ProxyServer }
  | { readonly kind: 'error'; readonly reason: ConnectionReason };

/**
 * The proxy for an endpoint.
 * @param configured a proxy that the caller insists on (an editor's setting); empty or absent: the environment decides.
 */
export function proxyFor(
  endpoint: Endpoint,
  env: Readonly<Record<string, string | undefined>>,
  configured?: string,
): ProxyDecision {
  if (!endpoint.secure || isLoopbackHost(endpoint.hostname)) return { kind: 'direct' };
  const text = configured || env.https_proxy || env.HTTPS_PROXY || env.all_proxy || env.ALL_PROXY;
  if (text === undefined || text.trim() === '') return { kind: 'direct' };
  if (isExempt(endpoint, env.no_proxy || env.NO_PROXY || '')) return { kind: 'direct' };
  return parseProxy(text.trim());
}

function parseProxy(text: string): ProxyDecision {
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  } catch {
    return { kind: 'error', reason: { code: 'proxy-invalid', problem: 'not-an-address' } };
  }
  if (url.protocol !== 'http:')
    return { kind: 'error', reason: { code: 'proxy-invalid', problem: 'scheme' } };
  const user = `${decode(url.username)}:${decode(url.password)}`;
  return {
    kind: 'proxy',
    proxy: {
      hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? 80 : Number(url.port),
      ...(user === ':' ? {} : { authorization: `Basic ${Buffer.from(user, 'utf8').toString('base64')}` }),
    },
  };
}

/** `NO_PROXY` as curl reads it: a list of host names, each of which also covers its subdomains; `*` covers all. */
function isExempt(endpoint: Endpoint, list: string): boolean {
  return list
    .split(/[\s,]+/)
    .map((entry) => entry.toLowerCase().replace(/^\*?\./, ''))
    .filter((entry) => entry !== '')
    .some(
      (entry) =>
        entry === '*' ||
        [endpoint.hostname, `${endpoint.hostname}:${endpoint.port}`].some(
          (host) => host === entry || host.endsWith(`.${entry}`),
        ),
    );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
