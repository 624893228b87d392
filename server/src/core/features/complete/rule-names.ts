/** Names of rules behind `sg-ignore` in a comment, those that the comment would silence first. */
import { fill, type Locale, type Text } from '../../i18n/locale.ts';
import { rules } from '../../rules/registry.gen.ts';
import { spanInFile } from '../../syntax/file.ts';
import type { Span } from '../../syntax/tree.ts';
import type { FileCheck } from '../check.ts';
import { type CompletionItem, sortText } from './item.ts';

const texts = {
  here: { en: '{id}, reported here', 'zh-cn': '{id}，此处有提示' },
  reason: { en: 'Needs a reason: `reason="…"`.', 'zh-cn': '需要说明理由：`reason="…"`。' },
} satisfies Record<string, Text>;

/** Where the name of a rule is being typed in an `sg-ignore` comment; null elsewhere. */
export function ruleNamePlace({ file }: FileCheck, offset: number): Span | null {
  for (const doc of file.documents) {
    for (const piece of [doc.skeleton, ...doc.items]) {
      for (const comment of piece.fragment.comments) {
        const { start, end } = spanInFile(piece, comment);
        if (offset <= start || offset > end) continue;
        const before = file.text.slice(start, offset);
        const typed = /^(?:#+|\/\/+|\/\*+)\s*sg-ignore(?:-file)?\s(?:\s*[\w-]+\s*,)*\s*([\w-]*)$/.exec(
          before,
        )?.[1];
        if (typed === undefined) return null;
        const rest = /^[\w-]*/.exec(file.text.slice(offset, end))?.[0].length ?? 0;
        // A word that follows would be read as one with the new name, or as one too many.
        if (/^[ \t]+(?!reason\s*=|expires\s*=|\*\/)[\w-]/.test(file.text.slice(offset + rest, end)))
          return null;
        return { start: offset - typed.length, end: offset + rest };
      }
    }
  }
  return null;
}

/** The rules that a comment at a place can name. */
export function ruleNames(check: FileCheck, replace: Span, locale: Locale): CompletionItem[] {
  const { line } = check.file.lines.positionAt(replace.start);
  const near = check.diagnostics.filter(
    (d) => d.range.start.line === line || d.range.start.line === line + 1 || d.itemLine === line,
  );
  const nearby = new Set(near.map((d) => d.code));
  // What is reported from elsewhere (about the comments, by the cloud) cannot be silenced.
  const offered = rules.filter((rule) => rule.scope !== 'external');
  const sorted = [...offered.filter((r) => nearby.has(r.id)), ...offered.filter((r) => !nearby.has(r.id))];
  return sorted.map((rule, i) => ({
    label: rule.name,
    kind: 'rule-name',
    detail: nearby.has(rule.id) ? fill(texts.here[locale], { id: rule.id }) : rule.id,
    documentation: rule.id.startsWith('SG3') ? texts.reason[locale] : '',
    replace,
    also: [],
    snippet: rule.name,
    plain: rule.name,
    filterText: `${rule.name} ${rule.id}`,
    sortText: sortText(i),
    opensValues: false,
  }));
}
