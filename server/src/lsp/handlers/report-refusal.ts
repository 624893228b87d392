/** alicloudSg/reportRefusal: shows what the cloud refused at the line that caused it, until the text changes. */
import { refusalDiagnostic } from '../../core/features/refusal-diagnostic.ts';
import type { ReportRefusalParams, ReportRefusalResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { publish } from './text-sync.ts';

export function onReportRefusal(context: ServerContext, params: ReportRefusalParams): ReportRefusalResult {
  const { uri, group, version, refusal } = params;
  const document = context.documents.get(uri);
  const diagnostic = document && refusalDiagnostic(document.check, group, refusal, context.checkOptions());
  if (!document || !diagnostic) return { range: null, message: refusal.message };
  // The text has changed since: the place is no longer known, the words still are.
  if (document.version !== version) return { range: null, message: diagnostic.message };
  publish(context, context.documents.addRefusal(document, diagnostic));
  return { range: diagnostic.range, message: diagnostic.message };
}
