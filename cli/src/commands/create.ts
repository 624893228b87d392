/** `alisg create`: checks a definition, asks, creates one security group, and tells the truth about the outcome. */
import path from 'node:path';
import type { Preparation, Provisioning } from '../../../client/src/cloud/index.ts';
import { t } from '../../../server/src/core/i18n/catalog.ts';
import { acceptFromAnywhere, buildEnsPlan } from '../../../server/src/core/plan/build-plan.ts';
import { diagnosticReport } from '../../../server/src/core/report/check-report.ts';
import { type Context, complain, type Format, printJson } from '../context.ts';
import { type Cloud, type Interruption, interruptible, type Subject } from '../create/attempt.ts';
import { Conclusion } from '../create/conclusion.ts';
import { type Confirmation, confirmationText, questionText } from '../create/confirmation.ts';
import { blockingErrors, printBlocking } from '../definitions/blocking-errors.ts';
import { type Definition, readDefinition } from '../definitions/read-definition.ts';
import { selectGroup } from '../definitions/select-group.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { askYesNo } from '../terminal/ask.ts';

export interface CreateCommandOptions {
  readonly format: Format;
  readonly group?: string;
  readonly profile?: string;
  readonly endpoint?: string;
  readonly region?: string;
  readonly yes: boolean;
}

/** Creates one group. */
export async function create(
  file: string,
  options: CreateCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const definition = await readDefinition(file, context);
  if (definition === null) {
    if (options.format === 'json') printJson(context, { version: 1, outcome: 'unreadable', path: file });
    return exitCode.usage;
  }
  const subject = subjectOf(definition, options, context);
  if (typeof subject === 'number') return subject;
  if (!options.yes && !context.terminal.canAsk) {
    return misused(context.messages.create.needsYes, definition, options, context);
  }
  const cloud: Cloud = await import('../../../client/src/cloud/index.ts');
  const interruption = interruptible(context);
  try {
    return await run(subject, cloud, interruption, options, context);
  } finally {
    interruption.end();
  }
}

/** What is to be created, or the exit code of why nothing is. */
function subjectOf(
  definition: Definition,
  options: CreateCommandOptions,
  context: Context,
): Subject | ExitCode {
  const { file, groups } = definition.check;
  const misuse = (message: string) => misused(message, definition, options, context);
  const choice = selectGroup(definition.path, groups, options.group, context.messages);
  if (choice.kind === 'problem' && groups.length > 0) return misuse(choice.message);
  const number = choice.kind === 'ok' ? choice.number : null;
  const group = number === null ? undefined : groups[number];
  if (group?.product.product === 'ecs') return misuse(t(context.locale, 'ecsNotSupported'));
  if (options.region !== undefined) return misuse(context.messages.group.regionOfEns);
  const errors = blockingErrors(definition, number);
  if (errors.length > 0) {
    printBlocking(definition, errors, context);
    const diagnostics = errors.map((d) => diagnosticReport(definition.path, d));
    if (options.format === 'json') {
      printJson(context, { version: 1, outcome: 'findings', path: definition.path, diagnostics });
    }
    return exitCode.findings;
  }
  if (choice.kind === 'problem') return misuse(choice.message);
  if (group === undefined || number === null) return exitCode.usage;
  return { definition, group: number, plan: buildEnsPlan(file, group) };
}

/** Says that the command cannot be carried out as it was given. */
function misused(
  message: string,
  { path: name }: Definition,
  { format }: CreateCommandOptions,
  context: Context,
): ExitCode {
  complain(context, message);
  if (format === 'json') printJson(context, { version: 1, outcome: 'usage', message, path: name });
  return exitCode.usage;
}

async function run(
  subject: Subject,
  cloud: Cloud,
  { cancel, giveUp, onProgress }: Interruption,
  options: CreateCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { definition, plan } = subject;
  const conclusion = new Conclusion(subject, cloud, options.format, context);
  const credentials = {
    env: context.env,
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    // Who names a profile knows what it does; one that merely happens to be the current one may run nothing.
    allowExternal: options.profile !== undefined,
  };
  const provisioning = cloud.provisionEns(plan, {
    ...credentials,
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    ...(definition.file === null ? {} : { file: path.resolve(definition.file) }),
  });
  const preparation = await provisioning.prepare(cancel, onProgress);
  if (preparation.kind !== 'ready') {
    const found = preparation.kind === 'refused' ? await cloud.resolveCredentials(credentials) : null;
    return conclusion.conclude(preparation, found?.kind === 'ok' ? (found.source.profile ?? null) : null);
  }
  const answer = await confirm(subject, preparation, options.yes, cancel, context);
  if (answer === 'no' && preparation.resolvedEarlier !== null) {
    const { SecurityGroupId } = preparation.resolvedEarlier;
    return conclusion.conclude({ kind: 'adopted', SecurityGroupId, earlier: true }, null);
  }
  if (answer === 'no') return conclusion.conclude({ kind: 'cancelled' }, null);
  const decisions: Parameters<Provisioning['execute']>[2] = {
    giveUp,
    // Only a person who has seen what is not known may decide to go on.
    acknowledgeUnknown: answer === 'yes',
    createAnother: answer === 'yes',
  };
  const outcome = await provisioning.execute(cancel, onProgress, decisions);
  return conclusion.conclude(outcome, preparation.profile);
}

/** Shows what would be created, and asks unless that has been decided beforehand. */
async function confirm(
  { definition, group, plan }: Subject,
  preparation: Preparation,
  decided: boolean,
  signal: AbortSignal,
  context: Context,
): Promise<'yes' | 'no' | 'decided'> {
  const { messages, terminal } = context;
  const { groups, diagnostics } = definition.check;
  const subject = groups[group];
  const confirmation: Confirmation = {
    preparation,
    acceptFromAnywhere: subject === undefined ? [] : acceptFromAnywhere(subject),
    warnings: diagnostics.filter((d) => d.group === group && d.severity === 'warning').map((d) => d.message),
  };
  terminal.err.write(confirmationText(confirmation, messages, terminal.err.paint));
  // While somebody else is creating it there is nothing to decide: executing says so.
  if (decided || preparation.inProgress || plan.calls.length === 0) return 'decided';
  const question = messages.create.prompt(questionText(confirmation, messages));
  const answer = await askYesNo(question, messages.create.yes, terminal, signal);
  // After Ctrl+C the interruption has done so.
  if (answer === null && !signal.aborted) terminal.err.write('\n');
  return answer === true ? 'yes' : 'no';
}
