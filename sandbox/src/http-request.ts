/**
 * A request as the rest of the sandbox sees it: decoded once, with every header kept. It knows nothing of actions and
 * signatures.
 */
import type { IncomingMessage } from 'node:http';
import { type ApiError, type Result, refusal, success } from './api-error.ts';
import { invalidParameter } from './gateway-errors.ts';
import { type Parameter, parseUrlEncoded } from './url-encoding.ts';

/** Header names in lower case, with every value that was sent under the name. */
export type HeaderMap = ReadonlyMap<string, readonly string[]>;

export interface HttpRequest {
  readonly method: string;
  /** The target up to the question mark, as sent. */
  readonly path: string;
  readonly query: readonly Parameter[];
  /** The parameters of a form body; empty for any other body. */
  readonly form: readonly Parameter[];
  readonly headers: HeaderMap;
  readonly body: Buffer;
}

/** The only value of a header, or undefined when it was not sent. */
export function header(headers: HeaderMap, name: string): string | undefined {
  return headers.get(name)?.[0];
}

/** Headers that decide what a request means: sent twice, they would mean two things. */
function decides(name: string): boolean {
  return name === 'host' || name === 'content-type' || name === 'authorization' || name.startsWith('x-acs-');
}

/** Collects Node's flat list of header names and values. */
export function headerMap(rawHeaders: readonly string[]): HeaderMap {
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const values = headers.get(name);
    const value = (rawHeaders[index + 1] ?? '').trim();
    if (values) values.push(value);
    else headers.set(name, [value]);
  }
  return headers;
}

/** The target's path, without its query. */
export function targetPath(target: string): string {
  const mark = target.indexOf('?');
  return mark < 0 ? target : target.slice(0, mark);
}

/**
 * Decodes a request whose body has arrived. Refuses (400 `InvalidParameter`) broken encodings, repeated headers that
 * decide something, and bodies that are neither empty nor a form: RPC-style actions take their parameters from the query
 * and the form body only, so that anything else would be lost without a word.
 */
export function decodeRequest(message: IncomingMessage, body: Buffer): Result<HttpRequest> {
  const target = message.url ?? '/';
  const path = targetPath(target);
  const headers = headerMap(message.rawHeaders);
  for (const [name, values] of headers) {
    if (values.length > 1 && decides(name)) {
      return refusal(invalidParameter(name, 'The header is given more than once.'));
    }
  }
  const query = parseUrlEncoded(target.slice(path.length + 1));
  if (!query) return refusal(invalidParameter('query', 'The query is not percent-encoded UTF-8.'));
  const form = decodeForm(body, header(headers, 'content-type'));
  if (!form.ok) return form;
  return success({ method: message.method ?? '', path, query, form: form.value, headers, body });
}

function decodeForm(body: Buffer, contentType: string | undefined): Result<readonly Parameter[]> {
  if (body.length === 0) return success([]);
  const mediaType = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/x-www-form-urlencoded') {
    return refusal(
      invalidParameter('content-type', 'A request body must be application/x-www-form-urlencoded.'),
    );
  }
  const notUtf8: ApiError = invalidParameter('body', 'The form body is not percent-encoded UTF-8.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return refusal(notUtf8);
  }
  const form = parseUrlEncoded(text);
  return form ? success(form) : refusal(notUtf8);
}

/**
 * The parameters of a call, wherever they were sent. Refuses (400 `InvalidParameter`) a name that occurs twice: the
 * documents do not say which one counts.
 */
export function mergeParameters(request: HttpRequest): Result<ReadonlyMap<string, string>> {
  const merged = new Map<string, string>();
  for (const { name, value } of [...request.query, ...request.form]) {
    if (merged.has(name)) {
      return refusal(invalidParameter(name.slice(0, 100), 'The parameter is given more than once.'));
    }
    merged.set(name, value);
  }
  return success(merged);
}
