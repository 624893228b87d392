/** From the core's data to the protocol's. */
import {
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem as LspCompletionItem,
  type Diagnostic as LspDiagnostic,
  type TextEdit as LspTextEdit,
  SymbolKind,
} from 'vscode-languageserver';
import type { CompletionItem } from '../core/features/complete/item.ts';
import type { Diagnostic } from '../core/features/diagnostic.ts';
import type { OutlineEntry } from '../core/features/symbols.ts';
import type { SgFile } from '../core/syntax/file.ts';
import type { TextEdit } from '../core/text/text-edit.ts';

/** The `source` of every diagnostic. */
export const diagnosticSource = 'alicloud-sg';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

export function toLspDiagnostic(diagnostic: Diagnostic, uri: string): LspDiagnostic {
  const { rule, code, message, range, href, related, severity } = diagnostic;
  return {
    range,
    severity: severities[severity],
    code,
    codeDescription: { href },
    source: diagnosticSource,
    message,
    ...(rule.tags ? { tags: rule.tags.map((tag) => tags[tag]) } : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.map((r) => ({ location: { uri, range: r.range }, message: r.message })),
        }
      : {}),
  };
}

export function toLspEdit(file: SgFile, edit: TextEdit): LspTextEdit {
  return { range: file.lines.rangeAt(edit.start, edit.end), newText: edit.newText };
}

const completionKinds = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
  'rule-name': CompletionItemKind.Constant,
} as const;

export function toLspCompletion(file: SgFile, item: CompletionItem, snippets: boolean): LspCompletionItem {
  const { label, kind, detail, documentation, filterText, sortText, replace, also } = item;
  return {
    label,
    kind: completionKinds[kind],
    ...(detail === '' ? {} : { detail }),
    ...(documentation === '' ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    filterText,
    sortText,
    ...(also.length > 0 ? { additionalTextEdits: also.map((edit) => toLspEdit(file, edit)) } : {}),
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // The text carries its indentation, computed from the tree; the client must add none.
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range: file.lines.rangeAt(replace.start, replace.end),
      newText: snippets ? item.snippet : item.plain,
    },
  };
}

const symbolKinds = {
  group: SymbolKind.Package,
  field: SymbolKind.Property,
  list: SymbolKind.Array,
  rule: SymbolKind.Event,
} as const;

export function toLspSymbol(symbol: OutlineEntry): DocumentSymbol {
  const { name, detail, kind, range, selectionRange, children } = symbol;
  return {
    name,
    detail,
    kind: symbolKinds[kind],
    range,
    selectionRange,
    children: children.map(toLspSymbol),
  };
}
