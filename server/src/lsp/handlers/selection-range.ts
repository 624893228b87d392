/** textDocument/selectionRange */
import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionRanges } from '../../core/features/selection-ranges.ts';
import type { ServerContext } from '../server-context.ts';

export function onSelectionRange(context: ServerContext, params: SelectionRangeParams): SelectionRange[] {
  const document = context.documents.get(params.textDocument.uri);
  return params.positions.map((position): SelectionRange => {
    const nothing: SelectionRange = { range: { start: position, end: position } };
    if (document === undefined) return nothing;
    const offset = document.check.file.lines.offsetAt(position);
    const nested = selectionRanges(document.check, offset).reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent === undefined ? { range } : { range, parent }),
      undefined,
    );
    return nested ?? nothing;
  });
}
