/** The reports of `alisg plan`: the calls that would be made, for scripts and for people. Plans hold no secrets. */
import type { Locale } from '../i18n/locale.ts';
import type { Plan, PlannedCall, Product } from '../plan/plan.ts';
import { displayWidth, padTo, printable } from './display.ts';
import type { Paint } from './paint.ts';
import { type ReportTexts, reportTexts } from './report-texts.ts';

/** The plan for one group of a file. */
export interface GroupPlan {
  /** Zero-based number of the group in the file. */
  readonly group: number;
  readonly plan: Plan;
}

export interface PlanReport {
  readonly version: 1;
  readonly path: string;
  readonly groups: readonly {
    readonly group: number;
    readonly product: Product;
    readonly name: string | null;
    readonly ruleCount: number;
    readonly calls: readonly (PlannedCall & { readonly product: Product })[];
  }[];
}

/** The report for scripts. Parameters are in wire form: ENS `Permissions` is one JSON string. */
export function planReport(path: string, plans: readonly GroupPlan[]): PlanReport {
  return {
    version: 1,
    path,
    groups: plans.map(({ group, plan }) => ({
      group,
      product: plan.product,
      name: plan.groupName,
      ruleCount: plan.ruleCount,
      calls: plan.calls.map((call) => ({ product: plan.product, ...call })),
    })),
  };
}

/** The plan for people. Ends with a line break. */
export function planText({ plan }: GroupPlan, options: { locale: Locale; paint: Paint }): string {
  const texts = reportTexts(options.locale);
  const name = plan.groupName === null ? texts.unnamed : printable(plan.groupName);
  const title = options.paint.strong(texts.planned(name, plan.calls.length));
  return [title, ...plan.calls.map((call) => callText(plan.product, call, texts, options.paint)), ''].join(
    '\n',
  );
}

function callText(product: Product, call: PlannedCall, texts: ReportTexts, paint: Paint): string {
  const names = Object.keys(call.parameters);
  const width = Math.max(0, ...names.map((n) => n.length));
  const head = `  ${product.toUpperCase()} ${call.action} ${paint.faint(call.version)}`;
  const body = Object.entries(call.parameters).map(([name, value]) => {
    const rules = name === 'Permissions' ? rulesOf(value) : null;
    const shown = rules === null ? printable(value) : texts.ruleCount(rules.length);
    const line = `    ${paint.faint(padTo(name, width))}  ${shown}`;
    return rules === null ? line : [line, ...tableText(rules, paint)].join('\n');
  });
  return [head, ...body].join('\n');
}

type RuleMembers = Readonly<Record<string, string>>;

/** The rules of a JSON parameter, values as text; null when it is something else. */
function rulesOf(json: string): RuleMembers[] | null {
  const value: unknown = JSON.parse(json);
  if (!Array.isArray(value)) return null;
  return value.map((rule: unknown) =>
    Object.fromEntries(Object.entries(Object(rule)).map(([key, v]) => [key, printable(String(v))])),
  );
}

/** One line per rule, one column per parameter that any of them has. */
function tableText(rules: readonly RuleMembers[], paint: Paint): string[] {
  const keys = [...new Set(rules.flatMap((rule) => Object.keys(rule)))];
  // The longest stands last, where it pushes nothing aside.
  keys.sort((a, b) => Number(a === 'Description') - Number(b === 'Description'));
  const heads = ['#', ...keys];
  const rows = rules.map((rule, index) => [`#${index + 1}`, ...keys.map((key) => rule[key] ?? '–')]);
  const widths = heads.map((head, i) =>
    Math.max(...[head, ...rows.map((r) => r[i] ?? '')].map(displayWidth)),
  );
  const line = (cells: readonly string[]) =>
    `      ${cells.map((cell, i) => padTo(cell, widths[i] ?? 0)).join('  ')}`.trimEnd();
  return [paint.faint(line(heads)), ...rows.map(line)];
}
