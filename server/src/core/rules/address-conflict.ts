/** The check that the two conflict rules share: an IPv4 and an IPv6 address at one end of a rule. */
import type { ItemContext } from './context.ts';
import type { FixOffer } from './rule.ts';

/** Reports the later of two fields that exclude each other, with the choice of which one to remove. */
export function reportConflict(ctx: ItemContext, name4: string, name6: string): void {
  const four = ctx.view?.fields.get(name4);
  const six = ctx.view?.fields.get(name6);
  if (four === undefined || six === undefined) return;
  const [first, last] = four.keySpan.start <= six.keySpan.start ? [four, six] : [six, four];
  const fixes: FixOffer[] = [last, first].flatMap((field) =>
    field.origin === null
      ? [
          {
            title: 'remove',
            data: { key: field.name },
            safety: 'unsafe',
            edit: (edit) => edit.removeField(field.keySpan),
          },
        ]
      : [],
  );
  ctx.report({
    span: last.valueSpan,
    data: { key: last.name, other: first.name },
    related: [{ message: 'otherOne', at: first.keySpan }],
    fixes,
  });
}
