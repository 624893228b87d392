/** Registers every handler. A handler that fails answers with an error and is logged; it never ends the server. */

import { RequestType } from 'vscode-languageserver';
import {
  type PlanParams,
  type PlanResult,
  planRequest,
  reportRefusalRequest,
  statusRequest,
} from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { onCodeAction } from './code-action.ts';
import { onCodeLens } from './code-lens.ts';
import { onCompletion } from './completion.ts';
import { onDocumentLink } from './document-link.ts';
import { onDocumentSymbol } from './document-symbol.ts';
import { onFoldingRange } from './folding-range.ts';
import { onDocumentFormatting } from './formatting.ts';
import { onHover } from './hover.ts';
import { onInlayHint } from './inlay-hint.ts';
import { onPlan } from './plan.ts';
import { onDefinition, onDocumentHighlight, onReferences } from './references.ts';
import { onReportRefusal } from './report-refusal.ts';
import { onSelectionRange } from './selection-range.ts';
import { onSemanticTokens } from './semantic-tokens.ts';
import { onStatus } from './status.ts';
import { registerTextSync } from './text-sync.ts';

type Handler<P, R> = (context: ServerContext, params: P) => R;

export function registerHandlers(context: ServerContext): void {
  const { connection } = context;
  /** Binds a handler; a bug in it costs its answer and a line in the log, nothing more. */
  const guarded =
    <P, R>(name: string, handler: Handler<P, R>, fallback: R) =>
    (params: P): R => {
      try {
        return handler(context, params);
      } catch (error) {
        connection.console.error(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
        return fallback;
      }
    };
  registerTextSync(context, guarded);
  connection.onCompletion(guarded('completion', onCompletion, null));
  connection.onHover(guarded('hover', onHover, null));
  connection.onDocumentSymbol(guarded('documentSymbol', onDocumentSymbol, []));
  connection.onCodeAction(guarded('codeAction', onCodeAction, []));
  connection.onCodeLens(guarded('codeLens', onCodeLens, []));
  connection.languages.inlayHint.on(guarded('inlayHint', onInlayHint, []));
  connection.onDocumentFormatting(guarded('formatting', onDocumentFormatting, []));
  connection.languages.semanticTokens.on(guarded('semanticTokens', onSemanticTokens, { data: [] }));
  connection.onFoldingRanges(guarded('foldingRange', onFoldingRange, []));
  connection.onSelectionRanges(guarded('selectionRange', onSelectionRange, []));
  connection.onDocumentLinks(guarded('documentLink', onDocumentLink, []));
  connection.onDefinition(guarded('definition', onDefinition, null));
  connection.onReferences(guarded('references', onReferences, []));
  connection.onDocumentHighlight(guarded('documentHighlight', onDocumentHighlight, null));
  connection.onRequest(
    new RequestType<PlanParams, PlanResult, void>(planRequest),
    guarded<PlanParams, PlanResult>('plan', onPlan, { kind: 'unknown-document' }),
  );
  connection.onRequest(statusRequest, guarded('status', onStatus, null));
  connection.onRequest(
    reportRefusalRequest,
    guarded('reportRefusal', onReportRefusal, { range: null, message: '' }),
  );
}
