/** textDocument/formatting */
import type { DocumentFormattingParams, TextEdit } from 'vscode-languageserver';
import { minimalEdit } from '../../core/features/fix-all.ts';
import { formatText } from '../../core/features/format/format.ts';
import { toLspEdit } from '../convert.ts';
import type { ServerContext } from '../server-context.ts';

export function onDocumentFormatting(context: ServerContext, params: DocumentFormattingParams): TextEdit[] {
  const document = context.documents.get(params.textDocument.uri);
  if (document === undefined) return [];
  const { file } = document.check;
  const { tabSize, insertSpaces } = params.options;
  const edit = minimalEdit(file.text, formatText(file, context.checkOptions(), { tabSize, insertSpaces }));
  return edit === null ? [] : [toLspEdit(file, edit)];
}
