/** Wires the connection: what the server can do, and which handler answers what. No logic of its own. */
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { tokenTypes } from '../core/features/semantic-tokens.ts';
import { localeFor } from '../core/i18n/locale.ts';
import { DocumentStore } from './document-store.ts';
import { fixAllKind } from './handlers/code-action.ts';
import { registerHandlers } from './handlers/index.ts';
import type { ServerInitializationOptions } from './protocol.ts';
import { createContext, type ServerEnvironment } from './server-context.ts';

/** Starts serving; `environment` is what the core must not know by itself. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  const context = createContext(connection, environment, new DocumentStore());
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as ServerInitializationOptions;
    context.locale = localeFor(options.locale || params.locale);
    context.canCreate = options.canCreate === true;
    context.inlayHints = options.inlayHints !== false;
    context.snippets = params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    return {
      serverInfo: { name: 'alicloud-sg' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: ['"', ' ', '-', ':'] },
        hoverProvider: true,
        documentSymbolProvider: true,
        documentFormattingProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentLinkProvider: {},
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true },
        codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
        ...(context.inlayHints ? { inlayHintProvider: true } : {}),
        ...(context.canCreate ? { codeLensProvider: {} } : {}),
      },
    };
  });
  registerHandlers(context);
  connection.listen();
}
