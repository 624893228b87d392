/**
 * `sg-ignore` and `sg-ignore-file` comments:
 * `# sg-ignore RULE[, RULE] [reason="…"] [expires=YYYY-MM-DD]`, `//` or a block comment in JSON.
 * Reads them; what they silence is `apply.ts`.
 */
import { type Piece, type SgFile, spanInFile } from '../syntax/file.ts';
import type { Span } from '../syntax/tree.ts';

export interface Directive {
  readonly kind: 'line' | 'file';
  /** Ids or names, separated by commas, as written, with their spans in the file. */
  readonly rules: readonly { readonly text: string; readonly span: Span }[];
  /** Words behind the rules that belong to nothing. */
  readonly extra: Span | null;
  readonly reason: string | null;
  /** `YYYY-MM-DD` as written. */
  readonly expires: string | null;
  /** The directive without the comment mark, at offsets of the file. */
  readonly span: Span;
  /** The line where the comment begins; where it ends, if it has its lines to itself. */
  readonly line: number;
  /** Nothing but the comment stands on its lines. */
  readonly ownLine: boolean;
}

const pattern = /^(?<mark>#+|\/\/+|\/\*+)\s*(?<word>sg-ignore(?:-file)?)(?![\w-])(?<rest>[^\r\n]*)/;

/** The directives of a file in the order of the text. */
export function readDirectives(file: SgFile): Directive[] {
  if (!file.text.includes('sg-ignore')) return [];
  const directives: Directive[] = [];
  for (const doc of file.documents) {
    for (const piece of [doc.skeleton, ...doc.items]) {
      for (const comment of piece.fragment.comments) {
        const directive = readDirective(file, piece, comment, comment.text);
        if (directive !== null) directives.push(directive);
      }
    }
  }
  return directives.sort((a, b) => a.span.start - b.span.start);
}

function readDirective(file: SgFile, piece: Piece, at: Span, text: string): Directive | null {
  const match = pattern.exec(text);
  const groups = match?.groups;
  if (!match || !groups) return null;
  const base = spanInFile(piece, at).start;
  const rest = (groups.rest ?? '').replace(/\*\/\s*$/, '');
  const start = base + match[0].indexOf('sg-ignore');
  const restStart = base + match[0].length - (groups.rest ?? '').length;
  const options = /\s(?:reason|expires)\s*=/.exec(rest)?.index ?? rest.length;
  const named = /^[\s,]*[\w-]*(?:\s*,\s*[\w-]+)*[\s,]*/.exec(rest.slice(0, options))?.[0] ?? '';
  const rules = [...named.matchAll(/[\w-]+/g)].map((m) => {
    const from = restStart + m.index;
    return { text: m[0], span: { start: from, end: from + m[0].length } };
  });
  const extra = rest.slice(named.length, options).trimEnd();
  const option = optionsOf(rest.slice(options));
  const first = file.lines.positionAt(base).line;
  const last = file.lines.positionAt(base + text.length).line;
  const ownLine =
    file.text.slice(file.lines.lineStart(first), base).trim() === '' &&
    file.text.slice(base + text.length, file.lines.lineEnd(last)).trim() === '';
  return {
    kind: groups.word === 'sg-ignore-file' ? 'file' : 'line',
    rules,
    extra:
      extra === '' ? null : { start: restStart + named.length, end: restStart + named.length + extra.length },
    reason: option.get('reason')?.trim() ?? null,
    expires: option.get('expires') ?? null,
    span: { start, end: restStart + rest.trimEnd().length },
    line: ownLine ? last : first,
    ownLine,
  };
}

/** `reason="…" expires=…` by name; what stands in quotes is never taken for another option. */
function optionsOf(text: string): Map<string, string> {
  const options = new Map<string, string>();
  const option = /\s(reason|expires)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S*))/g;
  for (const [, name = '', ...values] of text.matchAll(option)) {
    if (!options.has(name)) options.set(name, values.find((v) => v !== undefined) ?? '');
  }
  return options;
}
