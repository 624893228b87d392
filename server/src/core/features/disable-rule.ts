/**
 * Silences a finding by an `sg-ignore` comment: in the comment that is there already, behind its line, or above it. Of
 * the places that come into question the first is taken at which a fresh check proves that the comment silences the
 * finding and changes nothing else.
 */
import { fill, type Locale, type Text } from '../i18n/locale.ts';
import { plainValue } from '../model/view.ts';
import { readDirectives } from '../suppress/directives.ts';
import { readFile } from '../syntax/file.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import { type CheckOptions, checkFile, type FileCheck } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';

const title: Text = { en: 'Disable {rule} for this line', 'zh-cn': '在此行禁用 {rule}' };

/** What the action is called. */
export function disableTitle({ code, name }: Diagnostic, locale: Locale): string {
  return fill(title[locale], { rule: `${code} ${name}` });
}

/** The edit that silences a finding in its line; null when no comment can, as for syntax errors or for the cloud's. */
export function disableForLine(
  check: FileCheck,
  diagnostic: Diagnostic,
  options: CheckOptions,
): TextEdit | null {
  const { rule } = diagnostic;
  // Findings about comments are not silenced by comments, and nobody can agree with a text that does not parse.
  if (rule.scope === 'external' || rule.id === 'SG1001') return null;
  const before = content(check);
  return (
    candidates(check, diagnostic).find((edit) => silences(check, before, diagnostic, edit, options)) ?? null
  );
}

function candidates({ file }: FileCheck, { range, itemLine, name, rule }: Diagnostic): TextEdit[] {
  const { lines } = file;
  const first = range.start.line;
  const edits: TextEdit[] = [];
  const insert = (at: number, newText: string) => edits.push({ start: at, end: at, newText });
  const near = readDirectives(file).filter(
    (d) => d.kind === 'line' && d.rules.length > 0 && [first, first - 1, itemLine].includes(d.line),
  );
  // Security findings need a reason, which only a person can give: the empty one is reported until somebody has.
  const reason = rule.id.startsWith('SG3') ? ' reason=""' : '';
  for (const directive of near) {
    const last = directive.rules.at(-1);
    if (last !== undefined) insert(last.span.end, `, ${name}`);
  }
  const mark = file.syntax === 'json' ? '//' : '#';
  const comment = `${mark} sg-ignore ${name}${reason}`;
  const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
  for (const line of itemLine === null || itemLine === first ? [first] : [first, itemLine]) {
    const text = lines.lineText(line);
    insert(lines.lineStart(line) + text.trimEnd().length, ` ${comment}`);
    insert(lines.lineStart(line), (/^[ \t]*/.exec(text)?.[0] ?? '') + comment + eol);
  }
  return edits;
}

function silences(
  check: FileCheck,
  before: string,
  diagnostic: Diagnostic,
  edit: TextEdit,
  options: CheckOptions,
): boolean {
  const { file } = check;
  const after = checkFile(readFile(applyEdits(file.text, [edit]), file.syntax, file), options);
  if (content(after) !== before) return false;
  const count = (c: FileCheck, code: string) => c.diagnostics.filter((d) => d.code === code).length;
  // A reason that is still to be written leaves the finding where it is and says what is missing.
  const waits = diagnostic.code.startsWith('SG3') && !edit.newText.startsWith(',');
  const gone = waits
    ? count(after, 'SG4005') > count(check, 'SG4005')
    : count(after, diagnostic.code) < count(check, diagnostic.code);
  const unused = ['SG4002', 'SG4003', 'SG4004', ...(waits ? [] : ['SG4005'])];
  return gone && unused.every((code) => count(after, code) <= count(check, code));
}

/** Everything that a file says, comments aside. */
function content({ groups }: FileCheck): string {
  const values = groups.map(({ top, rules }) =>
    [top, ...rules.map((r) => r.view)].map((view) =>
      view === null ? null : [...view.fields.values()].map((f) => [f.name, plainValue(f)]),
    ),
  );
  return JSON.stringify(values, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
