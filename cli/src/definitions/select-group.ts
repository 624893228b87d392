/** Which security group of a file a command is about. */
import { type Group, groupName } from '../../../server/src/core/model/group.ts';
import type { Messages } from '../texts/messages-en.ts';

export type GroupChoice =
  | { readonly kind: 'ok'; readonly number: number }
  | { readonly kind: 'problem'; readonly message: string };

/** The group with a name or a number; without either, the only one. Numbers count from 0. */
export function selectGroup(
  path: string,
  groups: readonly Group[],
  wanted: string | undefined,
  { group: texts }: Messages,
): GroupChoice {
  const problem = (message: string): GroupChoice => ({ kind: 'problem', message });
  if (groups.length === 0) return problem(texts.none(path));
  const names = groups.map(groupName);
  const list = (numbers: readonly number[]) =>
    numbers.map((n) => `${n} ${names[n] ?? texts.unnamed}`).join(', ');
  const all = [...groups.keys()];
  if (wanted === undefined) {
    return groups.length === 1 ? { kind: 'ok', number: 0 } : problem(texts.several(path, list(all)));
  }
  if (/^\d+$/.test(wanted) && Number(wanted) < groups.length) return { kind: 'ok', number: Number(wanted) };
  const named = all.filter((n) => names[n] === wanted);
  const [first] = named;
  if (first === undefined) return problem(texts.unknown(wanted, list(all)));
  return named.length === 1 ? { kind: 'ok', number: first } : problem(texts.ambiguous(wanted, list(named)));
}
