/** The report of `alisg check --format json`: an interface that scripts rely on, so its shape never changes lightly. */
import type { FileCheck } from '../features/check.ts';
import type { Diagnostic } from '../features/diagnostic.ts';
import { groupName, groupSpan } from '../model/group.ts';
import type { Product } from '../plan/plan.ts';
import type { FixSafety, Severity } from '../rules/rule.ts';
import type { Range } from '../text/position.ts';

/** A file that was checked. */
export interface CheckedFile {
  /** As it is shown to people and scripts. */
  readonly path: string;
  readonly check: FileCheck;
}

export interface DiagnosticReport {
  /** Zero-based number of the group. */
  readonly group: number;
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly href: string;
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  /** The preferred one. */
  readonly fix: { readonly title: string; readonly safety: FixSafety } | null;
}

export interface FileReport {
  readonly path: string;
  /** Of the first group. A file without one would be read as ENS, like a definition that says nothing. */
  readonly product: Product;
  readonly groups: readonly {
    readonly product: Product;
    readonly name: string | null;
    readonly range: Range;
  }[];
  readonly diagnostics: readonly DiagnosticReport[];
}

export interface CheckReport {
  readonly version: 1;
  readonly files: readonly FileReport[];
  readonly summary: Summary;
}

/** Numbers of findings. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** The report for files in the order given. */
export function checkReport(files: readonly CheckedFile[]): CheckReport {
  return { version: 1, files: files.map(fileReport), summary: summaryOf(files) };
}

function fileReport({ path, check }: CheckedFile): FileReport {
  const { file, groups, diagnostics } = check;
  return {
    path,
    product: groups[0]?.product.product ?? 'ens',
    groups: groups.map((group) => {
      const { start, end } = groupSpan(group);
      return {
        product: group.product.product,
        name: groupName(group),
        range: file.lines.rangeAt(start, end),
      };
    }),
    diagnostics: diagnostics.map((d) => diagnosticReport(path, d)),
  };
}

/** One finding as scripts see it. */
export function diagnosticReport(path: string, diagnostic: Diagnostic): DiagnosticReport {
  const { group, code, name, severity, message, range, href, related, fixes } = diagnostic;
  const [preferred] = fixes;
  return {
    group,
    code,
    name,
    severity,
    message,
    range,
    href,
    related: related.map((r) => ({ path, range: r.range, message: r.message })),
    fix: preferred === undefined ? null : { title: preferred.title, safety: preferred.safety },
  };
}

/** Counts the findings of files. */
export function summaryOf(files: readonly CheckedFile[]): Summary {
  const count = (severity: Severity) =>
    files.reduce((sum, f) => sum + f.check.diagnostics.filter((d) => d.severity === severity).length, 0);
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), hints: count('hint') };
}
