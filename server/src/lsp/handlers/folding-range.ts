/** textDocument/foldingRange */
import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import { folds } from '../../core/features/folding.ts';
import type { ServerContext } from '../server-context.ts';

export function onFoldingRange(context: ServerContext, params: FoldingRangeParams): FoldingRange[] {
  const document = context.documents.get(params.textDocument.uri);
  if (document === undefined) return [];
  return folds(document.check).map(({ startLine, endLine, kind }) => ({
    startLine,
    endLine,
    ...(kind === null ? {} : { kind }),
  }));
}
