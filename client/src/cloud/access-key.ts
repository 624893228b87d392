/**
 * An access key, and the two ways in which it may appear outside the signer: masked, or not at all.
 * Everything that ends in a message, a log or the journal goes through here first.
 */

/** What signs a request. `token` belongs to temporary (STS) keys. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly token?: string;
}

/**
 * Ids of at least this length are shown in part. The vendor's are 16 to 30 characters long; of anything shorter, eight
 * characters would be most of it.
 */
const shortestShownId = 16;

/** The first and last four characters of an AccessKey id; of a short one, nothing. */
export function maskAccessKeyId(id: string): string {
  return id.length < shortestShownId ? '****' : `${id.slice(0, 4)}****${id.slice(-4)}`;
}

/** Secrets shorter than this are not searched for: replacing every "a" would destroy the text and hide nothing. */
const shortestSecret = 4;

/**
 * Removes an access key from a text that somebody else wrote: the vendor's answer to a wrong signature quotes the
 * request, and with it the security token.
 */
export function redact(text: string, key: AccessKey, ...further: readonly string[]): string {
  let result = text;
  for (const secret of [key.secret, key.token ?? '', ...further]) {
    if (secret.length < shortestSecret) continue;
    result = result.replaceAll(secret, '****').replaceAll(encodeURIComponent(secret), '****');
  }
  return key.id.length < shortestShownId ? result : result.replaceAll(key.id, maskAccessKeyId(key.id));
}

/** Whether a key can travel in an HTTP header: printable ASCII without spaces, which every real one is. */
export function malformedPart(key: AccessKey): 'id' | 'secret' | 'token' | null {
  const printable = /^[\x21-\x7e]+$/;
  if (!printable.test(key.id)) return 'id';
  if (!printable.test(key.secret)) return 'secret';
  return key.token === undefined || printable.test(key.token) ? null : 'token';
}
