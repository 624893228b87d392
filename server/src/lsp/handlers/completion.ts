/** textDocument/completion */
import type { CompletionList, CompletionParams } from 'vscode-languageserver';
import { complete } from '../../core/features/complete/complete.ts';
import { templateItem } from '../../core/features/complete/definition-template.ts';
import { toLspCompletion } from '../convert.ts';
import type { ServerContext } from '../server-context.ts';

export function onCompletion(context: ServerContext, params: CompletionParams): CompletionList | null {
  const document = context.documents.get(params.textDocument.uri);
  if (document === undefined) return null;
  const { check } = document;
  const offset = check.file.lines.offsetAt(params.position);
  const template = templateItem(check, offset, context.locale);
  const items = [...(template === null ? [] : [template]), ...complete(check, offset, context.locale)];
  return { isIncomplete: false, items: items.map((item) => toLspCompletion(check.file, item, context)) };
}
