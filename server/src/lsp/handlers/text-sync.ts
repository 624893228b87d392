/** Opening, changing and closing documents, and publishing what was found in them. */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { toLspDiagnostic } from '../convert.ts';
import type { OpenDocument } from '../document-store.ts';
import type { ServerContext } from '../server-context.ts';

type Guard = <P, R>(name: string, handler: (c: ServerContext, p: P) => R, fallback: R) => (params: P) => R;

export function registerTextSync({ connection }: ServerContext, guarded: Guard): void {
  connection.onDidOpenTextDocument(guarded('didOpen', didOpen, undefined));
  connection.onDidChangeTextDocument(guarded('didChange', didChange, undefined));
  connection.onDidCloseTextDocument(guarded('didClose', didClose, undefined));
}

function didOpen(context: ServerContext, { textDocument }: DidOpenTextDocumentParams): void {
  const { uri, languageId, version, text } = textDocument;
  publish(context, context.documents.open(uri, languageId, version, text, context.checkOptions()));
}

function didChange(
  context: ServerContext,
  { textDocument, contentChanges }: DidChangeTextDocumentParams,
): void {
  const { uri, version } = textDocument;
  const document = context.documents.change(uri, version, contentChanges, context.checkOptions());
  if (document !== undefined) publish(context, document);
}

function didClose(
  { connection, documents }: ServerContext,
  { textDocument }: DidCloseTextDocumentParams,
): void {
  documents.close(textDocument.uri);
  void connection.sendDiagnostics({ uri: textDocument.uri, diagnostics: [] });
}

/** Sends everything known about a version of a document. */
export function publish({ connection }: ServerContext, document: OpenDocument): void {
  const { uri, version, check, refusals } = document;
  const diagnostics = [...check.diagnostics, ...refusals].map((d) => toLspDiagnostic(d, uri));
  void connection.sendDiagnostics({ uri, version, diagnostics });
}
