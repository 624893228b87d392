/**
 * Names and descriptions of ENS groups and rules. Lengths count Unicode code points. Where the English and the Chinese
 * reference differ, the wider reading holds: a letter is a letter of any script, as "letter or Chinese" needs it.
 */

function codePoints(text: string): number {
  return [...text].length;
}

/** "cannot start with http:// or https://", in exactly this spelling. */
function startsWithScheme(text: string): boolean {
  return text.startsWith('http://') || text.startsWith('https://');
}

function hasLength(text: string, min: number, max: number): boolean {
  const length = codePoints(text);
  return min <= length && length <= max;
}

/**
 * "The name must be 2 to 128 characters in length, and can contain digits, colons (:), underscores (_), and hyphens (-).
 * It must start with a letter and cannot start with http:// or https://." (Chinese: "must start with a letter or a
 * Chinese character".)
 */
export function isGroupName(text: string): boolean {
  return hasLength(text, 2, 128) && /^\p{L}[\p{L}\p{Nd}:_-]*$/u.test(text) && !startsWithScheme(text);
}

/**
 * "The description must be 2 to 256 characters in length. It must start with a letter and cannot start with http:// or
 * https://." (Chinese: "letter or Chinese character".)
 */
export function isGroupDescription(text: string): boolean {
  return hasLength(text, 2, 256) && /^\p{L}/u.test(text) && !startsWithScheme(text);
}

/** "The description must be 2 to 256 characters in length and cannot start with http:// or https://." */
export function isRuleDescription(text: string): boolean {
  return hasLength(text, 2, 256) && !startsWithScheme(text);
}
