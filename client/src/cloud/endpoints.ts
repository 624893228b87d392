/**
 * Where requests go and where their parameters stand. Knows addresses; opens no connection.
 */
import { isIP, isIPv4 } from 'node:net';
import type { Product } from '../../../server/src/core/plan/plan.ts';
import type { ConnectionReason } from './reasons.ts';

/**
 * ENS is a central service: one address for all its regions.
 * Sources: the endpoint map of the vendor's SDK (`ens-20171110`) for the first; the integration overview of the
 * international help centre for the second.
 */
export const ensEndpoints = {
  china: 'https://ens.aliyuncs.com',
  international: 'https://ens.ap-southeast-1.aliyuncs.com',
} as const;

/** Used when the user has not chosen one. */
export const defaultEnsEndpoint: string = ensEndpoints.china;

/**
 * Where a product's parameters stand. For ENS, the form body is documented (the metadata allow POST, the signature
 * covers the body) but was not observed against the live service; 200 rules do not fit into a query.
 */
export const parameterPlace: Readonly<Record<Product, 'body' | 'query'>> = { ens: 'body', ecs: 'body' };

/** A parsed address. */
export interface Endpoint {
  readonly secure: boolean;
  /** Without brackets, even for IPv6. */
  readonly hostname: string;
  readonly port: number;
  /** As in the Host header. */
  readonly host: string;
  /** The form in which an endpoint is compared and recorded: scheme, host and port if not the default one. */
  readonly origin: string;
}

export type EndpointResult =
  | { readonly kind: 'ok'; readonly endpoint: Endpoint }
  | { readonly kind: 'error'; readonly reason: ConnectionReason };

/**
 * Reads what a user enters as endpoint: a URL or a host with or without port. Without a scheme it is HTTPS, except on
 * loopback, where HTTP is all a local endpoint speaks. Anything that could redirect or reveal a request is refused.
 */
export function parseEndpoint(text: string): EndpointResult {
  const trimmed = text.trim();
  const bare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  const url = readUrl(bare ? `https://${trimmed}` : trimmed);
  if (url === null || url.hostname === '') return invalid('not-an-address');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return invalid('scheme');
  if (url.username !== '' || url.password !== '') return invalid('credentials');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return invalid('path');
  const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const secure = bare ? !isLoopbackHost(hostname) : url.protocol === 'https:';
  if (!secure && !isLoopbackHost(hostname)) return invalid('plain-http');
  const explicitPort = bare ? portOf(trimmed) : url.port === '' ? null : Number(url.port);
  const defaultPort = secure ? 443 : 80;
  const port = explicitPort ?? defaultPort;
  const host = port === defaultPort ? url.hostname : `${url.hostname}:${port}`;
  return {
    kind: 'ok',
    endpoint: { secure, hostname, port, host, origin: `${secure ? 'https' : 'http'}://${host}` },
  };
}

/** Whether a host name or address means this machine: 127.0.0.0/8, ::1 and `localhost`. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || isLoopbackAddress(hostname);
}

/** Whether an address, as a socket reports it, is one of this machine. */
export function isLoopbackAddress(address: string): boolean {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  if (isIPv4(plain)) return plain.startsWith('127.');
  return isIP(plain) === 6 && plain === '::1';
}

function readUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The port as written; `URL` drops 443 because the address was read as HTTPS. */
function portOf(bareAddress: string): number | null {
  const match = /:(\d+)\/?$/.exec(bareAddress);
  return match === null ? null : Number(match[1]);
}

function invalid(
  problem: Extract<ConnectionReason, { code: 'endpoint-invalid' }>['problem'],
): EndpointResult {
  return { kind: 'error', reason: { code: 'endpoint-invalid', problem } };
}
