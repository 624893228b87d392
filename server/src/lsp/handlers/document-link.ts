/** textDocument/documentLink */
import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { documentLinks } from '../../core/features/document-links.ts';
import type { ServerContext } from '../server-context.ts';

export function onDocumentLink(context: ServerContext, params: DocumentLinkParams): DocumentLink[] {
  const document = context.documents.get(params.textDocument.uri);
  return document === undefined ? [] : documentLinks(document.check, context.checkOptions());
}
