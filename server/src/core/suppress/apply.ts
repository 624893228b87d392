/**
 * Silences diagnostics that an `sg-ignore` comment names, and reports the comments that silence nothing, name no
 * rule, have expired or lack a reason.
 */
import type { Diagnostic } from '../features/diagnostic.ts';
import { findRule } from '../rules/registry.gen.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import type { SgFile } from '../syntax/file.ts';
import type { Span } from '../syntax/tree.ts';
import { type Directive, readDirectives } from './directives.ts';

type MakeDiagnostic = (finding: Finding, span: Span) => Diagnostic;

/** One rule named by one directive. */
interface Entry {
  readonly directive: Directive;
  readonly rule: Rule;
  readonly text: string;
  readonly span: Span;
  used: boolean;
}

/** The diagnostics that remain, with those about the comments themselves. */
export function applySuppressions(
  file: SgFile,
  diagnostics: readonly Diagnostic[],
  today: string,
  make: MakeDiagnostic,
): Diagnostic[] {
  const directives = readDirectives(file);
  if (directives.length === 0) return [...diagnostics];
  const report: Diagnostic[] = [];
  const say = (id: string, span: Span, message: string, data: Record<string, string>) => {
    const rule = findRule(id);
    if (rule !== null) report.push(make({ rule, span, message, data }, span));
  };
  const entries: Entry[] = [];
  for (const directive of directives) {
    if (isStale(directive, today, say)) continue;
    if (directive.rules.length === 0) say('SG4003', directive.span, 'none', {});
    if (directive.extra !== null) say('SG4003', directive.extra, 'words', {});
    for (const { text, span } of directive.rules) {
      const rule = findRule(text);
      if (rule === null) say('SG4003', span, 'main', { rule: text });
      else if (rule.id.startsWith('SG3') && !directive.reason)
        say('SG4005', directive.span, 'main', { rule: rule.name });
      else entries.push({ directive, rule, text, span, used: false });
    }
  }
  const remaining = diagnostics.filter((d) => !silenced(d, entries, directives));
  for (const entry of entries) {
    if (!entry.used) say('SG4002', entry.span, 'main', { rule: entry.text });
  }
  return [...remaining, ...report];
}

type Say = (id: string, span: Span, message: string, data: Record<string, string>) => void;

function isStale(directive: Directive, today: string, say: Say): boolean {
  const { expires, span } = directive;
  if (expires === null) return false;
  if (!isDate(expires)) {
    say('SG4004', span, 'notDate', { date: expires });
    return true;
  }
  if (expires >= today) return false;
  say('SG4004', span, 'main', { date: expires });
  return true;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function silenced(
  diagnostic: Diagnostic,
  entries: readonly Entry[],
  directives: readonly Directive[],
): boolean {
  let hit = false;
  for (const entry of entries) {
    if (entry.rule === diagnostic.rule && applies(entry.directive, diagnostic, directives)) {
      entry.used = true;
      hit = true;
    }
  }
  return hit;
}

function applies(directive: Directive, diagnostic: Diagnostic, directives: readonly Directive[]): boolean {
  if (directive.kind === 'file') return true;
  const first = diagnostic.range.start.line;
  if (directive.line === first || directive.line === diagnostic.itemLine) return true;
  if (!directive.ownLine) return false;
  // The line above, or a run of such comments above.
  for (let line = first - 1; line >= directive.line; line--) {
    if (line === directive.line) return true;
    if (!directives.some((d) => d.line === line && d.ownLine)) return false;
  }
  return false;
}
