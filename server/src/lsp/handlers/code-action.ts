/** textDocument/codeAction: the fixes of the findings at a place, and all safe fixes of the file. */
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import type { Diagnostic } from '../../core/features/diagnostic.ts';
import { fixAll, minimalEdit } from '../../core/features/fix-all.ts';
import { t } from '../../core/i18n/catalog.ts';
import { toLspDiagnostic, toLspEdit } from '../convert.ts';
import type { OpenDocument } from '../document-store.ts';
import type { ServerContext } from '../server-context.ts';

/** Code action kind of *Fix all*; part of the contract with `editor.codeActionsOnSave`. */
export const fixAllKind = 'source.fixAll.alicloudSg';

export function onCodeAction(context: ServerContext, params: CodeActionParams): CodeAction[] {
  const document = context.documents.get(params.textDocument.uri);
  if (document === undefined) return [];
  const wanted = (kind: string) => {
    const { only } = params.context;
    return only === undefined
      ? kind === 'quickfix'
      : only.some((k) => kind === k || kind.startsWith(`${k}.`));
  };
  const actions: CodeAction[] = [];
  if (wanted('quickfix')) actions.push(...quickFixes(document, params));
  if (wanted(fixAllKind)) actions.push(...fixAllAction(context, document));
  return actions;
}

function quickFixes({ uri, check }: OpenDocument, { range }: CodeActionParams): CodeAction[] {
  const { file } = check;
  const from = file.lines.offsetAt(range.start);
  const to = file.lines.offsetAt(range.end);
  const touched = check.diagnostics.filter((d) => d.span.start <= to && d.span.end >= from);
  // What is narrower is nearer to what the user looks at.
  touched.sort((a, b) => width(a) - width(b));
  return touched.flatMap((diagnostic) =>
    diagnostic.fixes
      .filter((fix) => fix.safety !== 'display-only')
      .map(
        (fix, i): CodeAction => ({
          title: fix.title,
          kind: 'quickfix',
          isPreferred: i === 0 && fix.safety === 'safe',
          diagnostics: [toLspDiagnostic(diagnostic, uri)],
          edit: { changes: { [uri]: fix.edits().map((edit) => toLspEdit(file, edit)) } },
        }),
      ),
  );
}

function width({ span }: Diagnostic): number {
  return span.end - span.start;
}

function fixAllAction(context: ServerContext, { uri, check }: OpenDocument): CodeAction[] {
  const { file } = check;
  const edit = minimalEdit(file.text, fixAll(file, context.checkOptions()));
  if (edit === null) return [];
  const changes = { [uri]: [toLspEdit(file, edit)] };
  return [{ title: t(context.locale, 'fixAll'), kind: fixAllKind, edit: { changes } }];
}
