/** The outline of a file: its groups, and in each the fields and rules. */

import { t } from '../i18n/catalog.ts';
import type { Locale } from '../i18n/locale.ts';
import { groupName, groupSpan } from '../model/group.ts';
import { scalarOf } from '../model/view.ts';
import { spanInFile } from '../syntax/file.ts';
import type { Range } from '../text/position.ts';
import type { FileCheck } from './check.ts';
import { ruleSummary } from './rule-summary.ts';

export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'group' | 'field' | 'list' | 'rule';
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly OutlineEntry[];
}

/** The symbols of a file in the order of the text. */
export function documentSymbols(check: FileCheck, locale: Locale): OutlineEntry[] {
  const { file } = check;
  const range = (start: number, end: number) => file.lines.rangeAt(start, end);
  return check.groups.map((group): OutlineEntry => {
    const span = groupSpan(group);
    const { skeleton } = group.document;
    const children: OutlineEntry[] = [];
    for (const [name, field] of group.top?.fields ?? []) {
      if (field.origin !== null && name !== 'Permissions') continue;
      const key = spanInFile(skeleton, field.keySpan);
      const value = spanInFile(skeleton, field.valueSpan);
      const selectionRange = range(key.start, key.end);
      if (name !== 'Permissions') {
        const scalar = scalarOf(field);
        const detail = scalar === undefined || scalar === null ? '' : String(scalar);
        children.push({
          name,
          detail,
          kind: 'field',
          range: range(key.start, value.end),
          selectionRange,
          children: [],
        });
        continue;
      }
      const rules = group.rules.map((rule): OutlineEntry => {
        const at = spanInFile(rule.piece, rule.span);
        const ruleRange = range(at.start, at.end);
        const description = scalarOf(rule.view?.fields.get('Description'));
        const detail = typeof description === 'string' ? description : '';
        return {
          name: ruleSummary(rule),
          detail,
          kind: 'rule',
          range: ruleRange,
          selectionRange: ruleRange,
          children: [],
        };
      });
      const end = Math.max(value.end, ...group.rules.map((r) => spanInFile(r.piece, r.span).end));
      const detail = t(locale, rules.length === 1 ? 'oneRule' : 'ruleCount', { count: rules.length });
      children.push({
        name,
        detail,
        kind: 'list',
        range: range(key.start, end),
        selectionRange,
        children: rules,
      });
    }
    const whole = range(span.start, span.end);
    return {
      name: groupName(group) ?? t(locale, 'unnamedGroup'),
      detail: group.product.product.toUpperCase(),
      kind: 'group',
      range: whole,
      selectionRange: range(span.start, span.start),
      children,
    };
  });
}
