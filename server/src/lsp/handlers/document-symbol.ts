/** textDocument/documentSymbol */
import type { DocumentSymbol, DocumentSymbolParams } from 'vscode-languageserver';
import { documentSymbols } from '../../core/features/symbols.ts';
import { toLspSymbol } from '../convert.ts';
import type { ServerContext } from '../server-context.ts';

export function onDocumentSymbol(context: ServerContext, params: DocumentSymbolParams): DocumentSymbol[] {
  const document = context.documents.get(params.textDocument.uri);
  return document === undefined ? [] : documentSymbols(document.check, context.locale).map(toLspSymbol);
}
