/**
 * Keeps web pages away. The sandbox listens on the user's machine with a key that everybody knows, so a page in the
 * user's browser could otherwise create groups or read them. Three things give a page away: an Origin header, Fetch
 * metadata that names another site, and, where the page's own host name was pointed at 127.0.0.1 (DNS rebinding), the
 * Host header.
 */
import type { ApiError } from './api-error.ts';
import { browserRefused } from './gateway-errors.ts';
import { type HeaderMap, header } from './http-request.ts';

const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** The refusal of a request that a web page may have caused; undefined for all others. */
export function refuseBrowser(headers: HeaderMap): ApiError | undefined {
  if (headers.has('origin')) return browserRefused;
  const site = header(headers, 'sec-fetch-site');
  if (site !== undefined && site !== 'none') return browserRefused;
  const host = header(headers, 'host');
  // Without a Host header it is no browser; the signature methods have their own opinion of that.
  return host === undefined || LOOPBACK_HOST.test(host) ? undefined : browserRefused;
}
