/** textDocument/codeAction: the fixes of the findings at a place, comments that silence them, and all safe fixes of the file. */
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import type { Diagnostic } from '../../core/features/diagnostic.ts';
import { disableForLine, disableTitle } from '../../core/features/disable-rule.ts';
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
  if (wanted('quickfix'))
    actions.push(...quickFixes(document, params), ...disableActions(context, document, params));
  if (wanted(fixAllKind)) actions.push(...fixAllAction(context, document));
  return actions;
}

/** The findings that a range touches, the narrowest first: it is nearest to what the user looks at. */
function touchedBy({ check }: OpenDocument, { range }: CodeActionParams): Diagnostic[] {
  const { file } = check;
  const from = file.lines.offsetAt(range.start);
  const to = file.lines.offsetAt(range.end);
  const touched = check.diagnostics.filter((d) => d.span.start <= to && d.span.end >= from);
  return touched.sort((a, b) => width(a) - width(b));
}

function quickFixes(document: OpenDocument, params: CodeActionParams): CodeAction[] {
  const { uri, check } = document;
  const { file } = check;
  return touchedBy(document, params).flatMap((diagnostic) =>
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

/** Each needs a check of its own; nobody reads more than these. */
const maxDisableActions = 4;

/** *Disable … for this line*, below the fixes, once for each rule. */
function disableActions(
  context: ServerContext,
  document: OpenDocument,
  params: CodeActionParams,
): CodeAction[] {
  const { uri, check } = document;
  const touched = touchedBy(document, params);
  const once = touched.filter((d, i) => touched.findIndex((other) => other.code === d.code) === i);
  return once.slice(0, maxDisableActions).flatMap((diagnostic): CodeAction[] => {
    const edit = disableForLine(check, diagnostic, context.checkOptions());
    if (edit === null) return [];
    return [
      {
        title: disableTitle(diagnostic, context.locale),
        kind: 'quickfix',
        diagnostics: [toLspDiagnostic(diagnostic, uri)],
        edit: { changes: { [uri]: [toLspEdit(check.file, edit)] } },
      },
    ];
  });
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
