/**
 * Takes secrets out of text before it is logged or shown. A last line of defence: nothing should hand secrets to a
 * log in the first place.
 */

const hidden = '***';

/** Patterns whose second group is secret. */
const secrets: readonly RegExp[] = [
  // Key ids of Alibaba Cloud: LTAI… for users and STS.… for temporary ones.
  /\b(LTAI|STS\.)([0-9A-Za-z]{6,})/g,
  /\b(Bearer\s+)([\w.~+/=-]{8,})/gi,
  /(\bSignature=)([^\s,"'&]+)/gi,
  /((?:access[_-]?key[_-]?(?:id|secret)|security[_-]?token|sts[_-]?token|secret|password|private[_-]?key)["']?\s*[:=]\s*["']?)([^\s"',;&}]+)/gi,
  // User part of an address: https://user:pass@host
  /(\b[a-z][a-z0-9+.-]*:\/\/)([^\s/@]+@)/gi,
];

/** `text` with everything that looks like a credential replaced by `***`. */
export function redact(text: string): string {
  return secrets.reduce((rest, pattern) => rest.replace(pattern, `$1${hidden}`), text);
}
