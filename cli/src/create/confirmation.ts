/** What a person is shown before a security group is created. Pure text: nothing can switch a line of it off. */
import type { Preparation } from '../../../client/src/cloud/index.ts';
import { displayWidth, padTo, printable } from '../../../server/src/core/report/display.ts';
import type { Paint } from '../../../server/src/core/report/paint.ts';
import type { Messages } from '../texts/messages-en.ts';

/** Everything that the question is about. */
export interface Confirmation {
  readonly preparation: Preparation;
  /** Zero-based numbers of the rules that accept from any address. */
  readonly acceptFromAnywhere: readonly number[];
  /** Messages of the findings at warning level. */
  readonly warnings: readonly string[];
}

/** More than these are counted, not named. */
const mostNamed = 10;

/** The situation, without the question. Ends with a line break. */
export function confirmationText(confirmation: Confirmation, { create }: Messages, paint: Paint): string {
  const { preparation } = confirmation;
  const { profile, maskedId, ruleCount, endpoint } = preparation;
  const rows: readonly (readonly [string, string])[] = [
    [create.rows.product, create.ens],
    [
      create.rows.account,
      profile === null ? create.environment(maskedId) : create.profile(maskedId, profile),
    ],
    [create.rows.endpoint, endpoint],
    [create.rows.rules, String(ruleCount)],
    [create.rows.exposed, exposure(confirmation, create)],
  ];
  const width = Math.max(...rows.map(([label]) => displayWidth(label)));
  const lines = rows.map(([label, value]) => `  ${padTo(label, width)}  ${printable(value)}`);
  const notes = notesOf(confirmation, create).map(
    (note) => `  ${paint.severity('warning', '!')} ${printable(note)}`,
  );
  const title = paint.strong(printable(groupLabel(preparation.groupName, { create })));
  return `${[title, ...lines, ...notes].join('\n')}\n`;
}

/** The question that fits the situation. */
export function questionText({ preparation }: Confirmation, { create }: Messages): string {
  const name = groupLabel(preparation.groupName, { create });
  if (preparation.resolvedEarlier !== null) return create.question.another(name);
  return preparation.earlier.length > 0 ? create.question.again(name) : create.question.create(name);
}

/** Name of a group for people. */
export function groupLabel(name: string | null, { create }: Pick<Messages, 'create'>): string {
  return name === null ? create.unnamedGroup : create.group(name);
}

function exposure({ acceptFromAnywhere, preparation }: Confirmation, create: Messages['create']): string {
  const { length } = acceptFromAnywhere;
  if (length === 0) return create.notExposed;
  const rules = some(
    acceptFromAnywhere.map((index) => `#${index + 1}`),
    create,
  );
  return create.exposedRules(length, preparation.ruleCount, rules);
}

function notesOf({ preparation, warnings }: Confirmation, create: Messages['create']): string[] {
  const { sameName, listingRefused, inProgress, earlier, resolvedEarlier } = preparation;
  const notes: string[] = [];
  if (inProgress) notes.push(create.inProgress);
  for (const { time, maskedId, candidates } of earlier) {
    const ids = candidates.map((c) => c.SecurityGroupId);
    notes.push(
      ids.length === 0
        ? create.earlier(timeText(time), maskedId)
        : create.earlierWith(timeText(time), maskedId, some(ids, create)),
    );
  }
  if (resolvedEarlier !== null) {
    notes.push(create.resolved(timeText(resolvedEarlier.time), resolvedEarlier.SecurityGroupId));
  }
  if (sameName === null) notes.push(create.cannotList(listingRefused?.code ?? '–'));
  else if (sameName.length > 0)
    notes.push(
      create.sameName(
        some(
          sameName.map((g) => g.id),
          create,
        ),
      ),
    );
  const [first] = warnings;
  if (first !== undefined) notes.push(create.warnings(warnings.length, first));
  return notes;
}

/** Items as `a, b` with the number of those left out. */
function some(items: readonly string[], create: Messages['create']): string {
  const named = items.slice(0, mostNamed).join(', ');
  const rest = items.length - mostNamed;
  return rest > 0 ? create.more(named, rest) : named;
}

/** An ISO 8601 time as people write it. */
function timeText(iso: string): string {
  return iso.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
}
