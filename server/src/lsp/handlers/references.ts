/** textDocument/definition, textDocument/references and textDocument/documentHighlight, for anchors and aliases. */
import {
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { type AnchorUse, anchorAt } from '../../core/features/references.ts';
import type { Span } from '../../core/syntax/tree.ts';
import type { Range } from '../../core/text/position.ts';
import type { ServerContext } from '../server-context.ts';

interface Found {
  readonly use: AnchorUse;
  rangeOf(span: Span): Range;
}

function find(context: ServerContext, params: TextDocumentPositionParams): Found | null {
  const check = context.documents.get(params.textDocument.uri)?.check;
  if (check === undefined) return null;
  const { lines } = check.file;
  const use = anchorAt(check, lines.offsetAt(params.position));
  return use === null ? null : { use, rangeOf: ({ start, end }) => lines.rangeAt(start, end) };
}

export function onDefinition(context: ServerContext, params: DefinitionParams): Location | null {
  const found = find(context, params);
  return found === null ? null : { uri: params.textDocument.uri, range: found.rangeOf(found.use.anchor) };
}

export function onReferences(context: ServerContext, params: ReferenceParams): Location[] {
  const found = find(context, params);
  if (found === null) return [];
  const { anchor, aliases } = found.use;
  const spans = params.context.includeDeclaration ? [anchor, ...aliases] : aliases;
  return spans.map((span) => ({ uri: params.textDocument.uri, range: found.rangeOf(span) }));
}

export function onDocumentHighlight(
  context: ServerContext,
  params: DocumentHighlightParams,
): DocumentHighlight[] | null {
  const found = find(context, params);
  // Null leaves it to the editor to mark the same word elsewhere.
  if (found === null) return null;
  const { anchor, aliases } = found.use;
  return [
    { range: found.rangeOf(anchor), kind: DocumentHighlightKind.Write },
    ...aliases.map((span) => ({ range: found.rangeOf(span), kind: DocumentHighlightKind.Read })),
  ];
}
