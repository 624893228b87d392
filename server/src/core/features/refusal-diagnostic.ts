/** A refusal of the cloud as a diagnostic at the key, rule or group that caused it. */
import { groupSpan } from '../model/group.ts';
import { buildEnsPlan } from '../plan/build-plan.ts';
import type { CloudRefusal } from '../plan/plan.ts';
import { refusalPath } from '../plan/refusal-place.ts';
import { findRule } from '../rules/registry.gen.ts';
import { spanInFile } from '../syntax/file.ts';
import { type CheckOptions, type FileCheck, toDiagnostic } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';

/** The diagnostic for group `number`; null when there is no such group. */
export function refusalDiagnostic(
  check: FileCheck,
  number: number,
  refusal: CloudRefusal,
  options: CheckOptions,
): Diagnostic | null {
  const group = check.groups[number];
  const rule = findRule('SG9001');
  if (group === undefined || rule === null) return null;
  const { file } = check;
  const plan = buildEnsPlan(file, group);
  const path = refusalPath(plan, refusal);
  // What is about the group as a whole is shown at its first key: a squiggle under everything shows nothing.
  const first = group.top?.fields.values().next().value;
  const range = path === '' ? undefined : plan.sources[path];
  const span =
    range !== undefined
      ? { start: file.lines.offsetAt(range.start), end: file.lines.offsetAt(range.end) }
      : first !== undefined
        ? spanInFile(group.document.skeleton, first.keySpan)
        : groupSpan(group);
  const { message, code, requestId } = refusal;
  // The sentence goes on behind the vendor's.
  const said = message.replace(/[\s.。]+$/, '');
  const finding = { rule, span, data: { message: said, code, request: requestId ?? '–' } };
  return toDiagnostic(file, { finding, piece: null, group: number, product: group.product.product }, options);
}
