/** `alisg plan`: the calls that would create the groups of a definition. Sends nothing. */
import { t } from '../../../server/src/core/i18n/catalog.ts';
import { buildEnsPlan } from '../../../server/src/core/plan/build-plan.ts';
import { diagnosticReport } from '../../../server/src/core/report/check-report.ts';
import { type GroupPlan, planReport, planText } from '../../../server/src/core/report/plan-report.ts';
import { type Context, complain, type Format, printJson } from '../context.ts';
import { blockingErrors, printBlocking } from '../definitions/blocking-errors.ts';
import { readDefinition } from '../definitions/read-definition.ts';
import { selectGroup } from '../definitions/select-group.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';

export interface PlanCommandOptions {
  readonly format: Format;
  readonly group?: string;
}

/** Prints the plan for one group, or for all of them. */
export async function plan(path: string, options: PlanCommandOptions, context: Context): Promise<ExitCode> {
  const definition = await readDefinition(path, context);
  if (definition === null) return exitCode.usage;
  const { file, groups } = definition.check;
  let numbers = [...groups.keys()];
  if (options.group !== undefined && groups.length > 0) {
    const choice = selectGroup(definition.path, groups, options.group, context.messages);
    if (choice.kind === 'problem') {
      complain(context, choice.message);
      return exitCode.usage;
    }
    numbers = [choice.number];
  }
  const errors = blockingErrors(definition, options.group === undefined ? null : (numbers[0] ?? null));
  if (errors.length > 0) {
    printBlocking(definition, errors, context);
    if (options.format === 'json') {
      const diagnostics = errors.map((d) => diagnosticReport(definition.path, d));
      printJson(context, { version: 1, path: definition.path, outcome: 'findings', diagnostics });
    }
    return exitCode.findings;
  }
  if (numbers.length === 0) {
    complain(context, context.messages.group.none(definition.path));
    return exitCode.usage;
  }
  const plans: GroupPlan[] = [];
  for (const number of numbers) {
    const group = groups[number];
    if (group === undefined) continue;
    if (group.product.product === 'ecs') {
      complain(context, t(context.locale, 'ecsNotSupported'));
      return exitCode.usage;
    }
    plans.push({ group: number, plan: buildEnsPlan(file, group) });
  }
  const { out } = context.terminal;
  if (options.format === 'json') printJson(context, planReport(definition.path, plans));
  else out.write(plans.map((p) => planText(p, { locale: context.locale, paint: out.paint })).join('\n'));
  return exitCode.ok;
}
