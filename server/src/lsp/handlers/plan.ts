/** alicloudSg/plan: the calls that create a group, or the errors that forbid it. */

import { groupAt } from '../../core/features/check.ts';
import type { Diagnostic } from '../../core/features/diagnostic.ts';
import { t } from '../../core/i18n/catalog.ts';
import { acceptFromAnywhere, buildEnsPlan } from '../../core/plan/build-plan.ts';
import type { SgFile } from '../../core/syntax/file.ts';
import type { Range } from '../../core/text/position.ts';
import type { PlanParams, PlanResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { publish } from './text-sync.ts';

export function onPlan(context: ServerContext, params: PlanParams): PlanResult {
  const document = context.documents.get(params.uri);
  if (document === undefined) return { kind: 'unknown-document' };
  const { file, groups, diagnostics } = document.check;
  if (groups.length === 0 && file.limit === null) return { kind: 'empty' };
  const number = params.group ?? groupAt(file, file.lines.lineStart(params.line ?? 0));
  const found = diagnostics.filter((d) => d.group === number);
  const errors = found.filter((d) => d.severity === 'error');
  if (errors.length > 0) {
    const blocking = errors.map(({ code, message, range }) => ({ code, message, range }));
    return { kind: 'blocked', group: number, errors: blocking };
  }
  const group = groups[number];
  if (group === undefined) return { kind: 'empty' };
  // What the cloud refused before is about an earlier try.
  const forgotten = context.documents.dropRefusals(document, number);
  if (forgotten !== undefined) publish(context, forgotten);
  if (group.product.product === 'ecs')
    return { kind: 'unsupported', message: t(context.locale, 'ecsNotSupported') };
  return {
    kind: 'plan',
    group: number,
    version: document.version,
    plan: buildEnsPlan(file, group),
    acceptFromAnywhere: acceptFromAnywhere(group),
    writeProduct: productEdit(file, found),
    warnings: found.filter((d) => d.severity === 'warning').map((d) => d.message),
  };
}

/** What the safe fix of inferred-product would write. */
function productEdit(file: SgFile, found: readonly Diagnostic[]): { range: Range; newText: string } | null {
  const edit = found.find((d) => d.name === 'inferred-product')?.fixes[0]?.edits()[0];
  return edit === undefined
    ? null
    : { range: file.lines.rangeAt(edit.start, edit.end), newText: edit.newText };
}
