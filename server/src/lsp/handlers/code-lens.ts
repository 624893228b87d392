/** textDocument/codeLens: *Create Security Group* above every group. */
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { t } from '../../core/i18n/catalog.ts';
import { groupSpan } from '../../core/model/group.ts';
import { createCommand } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';

export function onCodeLens(context: ServerContext, params: CodeLensParams): CodeLens[] {
  const document = context.documents.get(params.textDocument.uri);
  if (document === undefined || !context.canCreate) return [];
  const { file, groups } = document.check;
  return groups.map((group, number) => {
    const { start } = file.lines.rangeAt(groupSpan(group).start, groupSpan(group).start);
    const title = t(context.locale, 'createLens');
    return {
      range: { start, end: start },
      command: { title, command: createCommand, arguments: [document.uri, number] },
    };
  });
}
