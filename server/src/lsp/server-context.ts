/** What the handlers share. */
import type { Connection } from 'vscode-languageserver';
import type { CheckOptions } from '../core/features/check.ts';
import type { Locale } from '../core/i18n/locale.ts';
import type { DocumentStore } from './document-store.ts';

/** What only the host of the server knows. */
export interface ServerEnvironment {
  /** Address of the folder with the rule pages, ending in a slash. */
  readonly rulePages: string;
  /** Today's date, `YYYY-MM-DD`. */
  today(): string;
}

export interface ServerContext {
  readonly connection: Connection;
  readonly documents: DocumentStore;
  /** The user's language; fixed by `initialize`. */
  locale: Locale;
  /** The client has the command that creates a group. */
  canCreate: boolean;
  /** The client understands snippets in completion items. */
  snippets: boolean;
  /** Inlay hints are wanted. */
  inlayHints: boolean;
  checkOptions(): CheckOptions;
}

export function createContext(
  connection: Connection,
  environment: ServerEnvironment,
  documents: DocumentStore,
): ServerContext {
  const context: ServerContext = {
    connection,
    documents,
    locale: 'en',
    canCreate: false,
    snippets: false,
    inlayHints: true,
    checkOptions: () => ({
      locale: context.locale,
      today: environment.today(),
      rulePage: (rule, locale) => `${environment.rulePages}${locale}/${rule.id}-${rule.name}.md`,
    }),
  };
  return context;
}
