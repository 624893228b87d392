/** What is told apart by colour beyond syntax: accept and drop, and addresses that hosts on the internet have. */
import { readRule } from '../model/rule-reading.ts';
import { scalarOf } from '../model/view.ts';
import { parseCidr } from '../net/cidr.ts';
import { reachesInternet } from '../net/special-addresses.ts';
import { spanInFile } from '../syntax/file.ts';
import type { Span } from '../syntax/tree.ts';
import type { FileCheck } from './check.ts';

/** Kinds of tokens, as the manifest contributes them. Their place in the list is what the protocol sends. */
export const tokenTypes = ['securityGroupAccept', 'securityGroupDrop', 'securityGroupPublic'] as const;

export interface SemanticToken {
  /** Offsets in the file, within one line. */
  readonly span: Span;
  readonly type: (typeof tokenTypes)[number];
}

/** The tokens of a file in the order of the text. */
export function semanticTokens({ file, groups }: FileCheck): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (const { rules, product } of groups) {
    for (const { view, piece } of rules) {
      if (view === null || piece.kind !== 'item') continue;
      for (const field of view.fields.values()) {
        // What comes through an alias is coloured as the alias that it is.
        if (field.origin !== null || field.node?.kind !== 'scalar') continue;
        const value = scalarOf(field);
        const { policy } = readRule(view, product.product);
        const type = typeof value === 'string' ? tokenOf(field.name, value, policy) : null;
        const span = spanInFile(piece, field.valueSpan);
        const oneLine = !/[\r\n]/.test(file.text.slice(span.start, span.end));
        if (type !== null && oneLine) tokens.push({ span, type });
      }
    }
  }
  return tokens.sort((a, b) => a.span.start - b.span.start);
}

function tokenOf(
  name: string,
  value: string,
  policy: 'Accept' | 'Drop' | null,
): SemanticToken['type'] | null {
  if (name === 'Policy' && policy !== null) {
    return policy === 'Accept' ? 'securityGroupAccept' : 'securityGroupDrop';
  }
  const cidr = name.endsWith('CidrIp') ? parseCidr(value) : null;
  return cidr !== null && reachesInternet(cidr) ? 'securityGroupPublic' : null;
}
