/**
 * Colours text with the grammars of `syntaxes/` alone, as an editor without semantic tokens would. For tests only;
 * grammars that VS Code ships are deliberately not there, because ours must not need them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.resolve('package.json'));
const textmate = require('vscode-textmate') as typeof import('vscode-textmate');
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma');

/** A stretch of one line with the scopes that a theme sees, outermost first. */
export interface Token {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

const wasm = readFileSync(path.resolve('node_modules/vscode-oniguruma/release/onig.wasm'));
const onigLib = oniguruma.loadWASM(wasm).then(() => ({
  createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}));

const registry = new textmate.Registry({
  onigLib,
  loadGrammar: async (scope) => {
    if (!scope.startsWith('source.alicloud-sg-')) return null;
    const file = path.resolve('syntaxes', `${scope.slice('source.'.length)}.tmLanguage.json`);
    return textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
  },
});

/** Tokens of a whole document, line by line. `language` is `yaml` or `json`. */
export async function tokenise(language: 'yaml' | 'json', text: string): Promise<Token[]> {
  const grammar = await registry.loadGrammar(`source.alicloud-sg-${language}`);
  if (grammar === null) throw new Error(`No grammar for ${language}`);
  const tokens: Token[] = [];
  let stack = textmate.INITIAL;
  for (const [line, content] of text.split('\n').entries()) {
    const result = grammar.tokenizeLine(content, stack);
    stack = result.ruleStack;
    for (const token of result.tokens) {
      tokens.push({ line, text: content.slice(token.startIndex, token.endIndex), scopes: token.scopes });
    }
  }
  return tokens;
}

/** The scopes of the first token whose text, trimmed, is `text` (on `line`, if given), joined by blanks. */
export function scopesOf(tokens: readonly Token[], text: string, line?: number): string {
  const hit = tokens.find((t) => t.text.trim() === text && (line === undefined || t.line === line));
  if (hit === undefined) {
    const there = tokens.map((t) => `${t.line}: ${JSON.stringify(t.text)}`).join('\n');
    throw new Error(`No token ${JSON.stringify(text)} among\n${there}`);
  }
  return hit.scopes.slice(1).join(' ');
}
