/** The open documents: their text, their last check, and what the cloud said about them. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type CheckOptions, checkFile, type FileCheck } from '../core/features/check.ts';
import type { Diagnostic } from '../core/features/diagnostic.ts';
import { readFile, type Syntax } from '../core/syntax/file.ts';
import { LineIndex } from '../core/text/line-index.ts';

export interface OpenDocument {
  readonly uri: string;
  readonly syntax: Syntax;
  readonly version: number;
  readonly check: FileCheck;
  /** What the cloud refused about this version of the text. */
  readonly refusals: readonly Diagnostic[];
}

/** Documents by URI. Every version is checked once, when it arrives. */
export class DocumentStore {
  readonly #documents = new Map<string, OpenDocument>();

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  open(uri: string, languageId: string, version: number, text: string, options: CheckOptions): OpenDocument {
    const syntax = syntaxOf(uri, languageId);
    const document = {
      uri,
      syntax,
      version,
      check: checkFile(readFile(text, syntax), options),
      refusals: [],
    };
    this.#documents.set(uri, document);
    return document;
  }

  /** Applies changes in their order; undefined when the document is not open. */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
    options: CheckOptions,
  ): OpenDocument | undefined {
    const old = this.#documents.get(uri);
    if (old === undefined) return undefined;
    const before = old.check.file;
    let { text } = before;
    let lines = before.lines;
    for (const change of changes) {
      if (!('range' in change)) {
        text = change.text;
      } else {
        const [a, b] = [lines.offsetAt(change.range.start), lines.offsetAt(change.range.end)];
        text = text.slice(0, Math.min(a, b)) + change.text + text.slice(Math.max(a, b));
      }
      if (changes.length > 1) lines = new LineIndex(text);
    }
    const check = checkFile(readFile(text, old.syntax, before), options);
    const document = { uri, syntax: old.syntax, version, check, refusals: [] };
    this.#documents.set(uri, document);
    return document;
  }

  /** Adds what the cloud refused to the version that is open now. */
  addRefusal(document: OpenDocument, refusal: Diagnostic): OpenDocument {
    const next = {
      ...document,
      refusals: [...document.refusals.filter((r) => r.group !== refusal.group), refusal],
    };
    this.#documents.set(document.uri, next);
    return next;
  }

  /** Forgets what the cloud refused about a group; undefined when there was nothing. */
  dropRefusals(document: OpenDocument, group: number): OpenDocument | undefined {
    const refusals = document.refusals.filter((r) => r.group !== group);
    if (refusals.length === document.refusals.length) return undefined;
    const next = { ...document, refusals };
    this.#documents.set(document.uri, next);
    return next;
  }

  close(uri: string): void {
    this.#documents.delete(uri);
  }
}

/** Our language ids decide, then JSON's, then the file's ending; what remains is YAML. */
export function syntaxOf(uri: string, languageId: string): Syntax {
  if (languageId === 'alicloud-sg-json' || languageId === 'json' || languageId === 'jsonc') return 'json';
  if (languageId === 'alicloud-sg-yaml') return 'yaml';
  return /\.jsonc?(?:[?#]|$)/i.test(uri) ? 'json' : 'yaml';
}
