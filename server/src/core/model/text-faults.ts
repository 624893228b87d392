/**
 * Names and descriptions: lengths in Unicode code points, first letters, allowed characters. Sources: the
 * documents of CreateSecurityGroup of both products; where two of them differ, the fault is a kind of its own.
 */
import type { Fault } from './fault.ts';

/** Limits of the documents, in code points. */
export const nameLength = { min: 2, max: 128 } as const;
export const descriptionLength = { min: 2, max: 256 } as const;

/** Number of Unicode code points of a text. */
export function codePoints(text: string): number {
  let n = 0;
  for (const _ of text) n++;
  return n;
}

function lengthFaults(kind: Fault['kind'], value: string, limit: { min: number; max: number }): Fault[] {
  const length = codePoints(value);
  return length < limit.min || length > limit.max ? [{ kind, data: { length, ...limit } }] : [];
}

function urlPrefixFaults(value: string): Fault[] {
  const prefix = /^https?:\/\//.exec(value)?.[0];
  return prefix === undefined ? [] : [{ kind: 'url-prefix', data: { prefix } }];
}

/** `SecurityGroupName` of ENS: letters, digits, `:`, `_`, `-`, a letter first. */
export function ensNameFaults(value: string): Fault[] {
  const faults = nameFaults(value, [':', '_', '-']);
  return faults.length > 0 ? faults : nonAsciiLetters(value);
}

/** `SecurityGroupName` of ECS: the same and, in the newer documents, periods. */
export function ecsNameFaults(value: string): Fault[] {
  const faults = nameFaults(value, [':', '_', '.', '-']);
  return faults.length > 0 || !value.includes('.') ? faults : [{ kind: 'name-period', data: { value } }];
}

function nameFaults(value: string, allowed: readonly string[]): Fault[] {
  const url = urlPrefixFaults(value);
  const faults = [...lengthFaults('name-length', value, nameLength), ...url];
  const first = [...value][0] ?? '';
  if (!/^\p{L}/u.test(value)) faults.push({ kind: 'name-start', data: { first } });
  const rest = value.slice(first.length);
  // A name that begins with http:// is wrong for that reason; its slashes need no second message.
  const others = rest.match(/[^\p{L}\d]/gu) ?? [];
  const bad = url.length > 0 ? [] : [...new Set(others.filter((c) => !allowed.includes(c)))];
  if (bad.length > 0) faults.push({ kind: 'name-characters', data: { characters: bad.join(' '), allowed } });
  return faults;
}

/** `Description` of an ENS group: 2–256 code points, a letter first, no URL. */
export function ensGroupDescriptionFaults(value: string): Fault[] {
  const faults = [...lengthFaults('description-length', value, descriptionLength), ...urlPrefixFaults(value)];
  const first = [...value][0] ?? '';
  if (!/^\p{L}/u.test(value)) faults.push({ kind: 'description-start', data: { first } });
  return faults.length > 0 ? faults : nonAsciiLetters(first);
}

/** `Description` of an ENS rule or an ECS group: 2–256 code points, no URL. */
export function descriptionFaults(value: string): Fault[] {
  return [...lengthFaults('description-length', value, descriptionLength), ...urlPrefixFaults(value)];
}

/** `Description` of an ECS rule: 1–512 code points (AuthorizeSecurityGroup, `Permissions.N.Description`). */
export function ecsRuleDescriptionFaults(value: string): Fault[] {
  return lengthFaults('description-length', value, { min: 1, max: 512 });
}

/** `ClientToken`: at most 64 ASCII characters. */
export function clientTokenFaults(value: string): Fault[] {
  const length = codePoints(value);
  if (/[\u0080-\u{10FFFF}]/u.test(value))
    return [{ kind: 'client-token', data: { reason: 'ascii', length } }];
  return length > 64 ? [{ kind: 'client-token', data: { reason: 'main', length } }] : [];
}

/** The English document says "a letter", the Chinese one "a letter or a Chinese character". */
function nonAsciiLetters(value: string): Fault[] {
  const letters = value.match(/(?![A-Za-z])\p{L}/gu);
  return letters === null
    ? []
    : [{ kind: 'non-ascii-letter', data: { letters: [...new Set(letters)].slice(0, 5).join('') } }];
}
