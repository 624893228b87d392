/** textDocument/hover */
import type { HoverParams, Hover as LspHover } from 'vscode-languageserver';
import { hover } from '../../core/features/hover.ts';
import type { ServerContext } from '../server-context.ts';

export function onHover(context: ServerContext, params: HoverParams): LspHover | null {
  const document = context.documents.get(params.textDocument.uri);
  if (document === undefined) return null;
  const found = hover(document.check, document.check.file.lines.offsetAt(params.position), context.locale);
  return found === null
    ? null
    : { contents: { kind: 'markdown', value: found.contents }, range: found.range };
}
