/** textDocument/inlayHint */
import type { InlayHintParams, InlayHint as LspInlayHint } from 'vscode-languageserver';
import { inlayHints } from '../../core/features/inlay-hints.ts';
import type { ServerContext } from '../server-context.ts';

export function onInlayHint(context: ServerContext, params: InlayHintParams): LspInlayHint[] {
  const document = context.documents.get(params.textDocument.uri);
  if (document === undefined || !context.inlayHints) return [];
  const { lines } = document.check.file;
  const within = { start: lines.offsetAt(params.range.start), end: lines.offsetAt(params.range.end) };
  return inlayHints(document.check, within, context.locale).map((hint) => ({ ...hint, paddingLeft: true }));
}
