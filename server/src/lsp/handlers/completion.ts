/** textDocument/completion */
import type { CompletionList, CompletionParams } from 'vscode-languageserver';
import { complete } from '../../core/features/complete/complete.ts';
import { toLspCompletion } from '../convert.ts';
import type { ServerContext } from '../server-context.ts';

export function onCompletion(context: ServerContext, params: CompletionParams): CompletionList | null {
  const document = context.documents.get(params.textDocument.uri);
  if (document === undefined) return null;
  const { file } = document.check;
  const items = complete(document.check, file.lines.offsetAt(params.position), context.locale);
  return { isIncomplete: false, items: items.map((item) => toLspCompletion(file, item, context.snippets)) };
}
