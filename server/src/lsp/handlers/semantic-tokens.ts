/** textDocument/semanticTokens/full */
import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensParams } from 'vscode-languageserver';
import { semanticTokens, tokenTypes } from '../../core/features/semantic-tokens.ts';
import type { ServerContext } from '../server-context.ts';

export function onSemanticTokens(context: ServerContext, params: SemanticTokensParams): SemanticTokens {
  const document = context.documents.get(params.textDocument.uri);
  const builder = new SemanticTokensBuilder();
  if (document === undefined) return builder.build();
  const { lines } = document.check.file;
  for (const { span, type } of semanticTokens(document.check)) {
    const { line, character } = lines.positionAt(span.start);
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), 0);
  }
  return builder.build();
}
