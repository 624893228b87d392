/**
 * The two encodings of the wire: RFC 3986 percent-encoding, which signatures are calculated over, and
 * `application/x-www-form-urlencoded`, which queries and form bodies are read as.
 */

/** One `name=value` of a query or a form body, decoded. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/**
 * Percent-encodes everything but the unreserved characters of RFC 3986 (letters, digits, `-._~`), as both signature
 * methods demand: `encodeURIComponent` would keep `!'()*`. Throws a URIError for a lone surrogate, which decoded text
 * cannot hold.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Reads a query string or a form body. Undefined when a percent sequence is broken or is not UTF-8. */
export function parseUrlEncoded(text: string): readonly Parameter[] | undefined {
  const parameters: Parameter[] = [];
  for (const piece of text.split('&')) {
    if (piece === '') continue;
    const equals = piece.indexOf('=');
    const name = decodeComponent(equals < 0 ? piece : piece.slice(0, equals));
    const value = decodeComponent(equals < 0 ? '' : piece.slice(equals + 1));
    if (name === undefined || value === undefined) return undefined;
    parameters.push({ name, value });
  }
  return parameters;
}

function decodeComponent(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
