/** alicloudSg/status: which product applies at a line and why, and how much is in the group. */
import { groupAt } from '../../core/features/check.ts';
import { productReason } from '../../core/features/product-reason.ts';
import type { StatusParams, StatusResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';

export function onStatus(context: ServerContext, { uri, line }: StatusParams): StatusResult {
  const check = context.documents.get(uri)?.check;
  const number = check === undefined ? 0 : groupAt(check.file, check.file.lines.lineStart(line));
  const group = check?.groups[number];
  if (check === undefined || group === undefined) return null;
  return {
    product: group.product.product,
    reason: productReason(group, context.locale),
    rules: group.rules.length,
    errors: check.diagnostics.filter((d) => d.group === number && d.severity === 'error').length,
  };
}
