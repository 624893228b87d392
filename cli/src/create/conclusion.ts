/** How a creation has ended: the exit code, the data for scripts, the words for people. */
import type { AdviceContext, Outcome, PrepareResult, Reason } from '../../../client/src/cloud/index.ts';
import { refusalDiagnostic } from '../../../server/src/core/features/refusal-diagnostic.ts';
import { printable } from '../../../server/src/core/report/display.ts';
import { diagnosticText } from '../../../server/src/core/report/text-report.ts';
import { type Context, complain, type Format, printJson, say, textOptions } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Cloud, Subject } from './attempt.ts';
import { groupLabel } from './confirmation.ts';

/** Everything that can end a creation once the cloud layer has been asked. */
export type End = Outcome | Exclude<PrepareResult, { kind: 'ready' }>;

/** Says how a creation has ended, and gives the exit code for it. */
export class Conclusion {
  readonly #subject: Subject;
  readonly #cloud: Cloud;
  readonly #format: Format;
  readonly #context: Context;

  constructor(subject: Subject, cloud: Cloud, format: Format, context: Context) {
    this.#subject = subject;
    this.#cloud = cloud;
    this.#format = format;
    this.#context = context;
  }

  /** @param profile of the key that was used; null for the environment. */
  conclude(end: End, profile: string | null): ExitCode {
    const { create } = this.#context.messages;
    switch (end.kind) {
      case 'created':
        return this.#created(end.SecurityGroupId, end.RequestId, 'created', create.created);
      case 'adopted':
        return this.#created(
          end.SecurityGroupId,
          null,
          end.earlier ? 'found-earlier' : 'found',
          end.earlier ? create.adoptedEarlier : create.adopted,
        );
      case 'refused':
        return this.#refused(end, profile);
      case 'unknown':
        return this.#unknown(end);
      case 'cancelled':
        complain(this.#context, create.cancelled);
        this.#print({ outcome: 'cancelled' });
        return exitCode.findings;
      case 'no-credentials':
        return this.#nothing(end.kind, end.reason, exitCode.usage);
      case 'failed':
      case 'not-sent': {
        const usage = end.reason.code === 'endpoint-invalid';
        return this.#nothing('not-sent', end.reason, usage ? exitCode.usage : exitCode.findings);
      }
      case 'busy':
        return this.#nothing(end.kind, end.reason, exitCode.findings);
    }
  }

  #created(
    SecurityGroupId: string,
    RequestId: string | null,
    outcome: 'created' | 'found' | 'found-earlier',
    text: (name: string, id: string) => string,
  ): ExitCode {
    const { terminal, messages } = this.#context;
    if (this.#format === 'text') {
      terminal.out.write(`${printable(text(this.#label(), SecurityGroupId))}\n`);
      if (RequestId !== null) terminal.out.write(`${printable(messages.create.requestId(RequestId))}\n`);
    }
    this.#print({ SecurityGroupId, RequestId, outcome });
    return exitCode.ok;
  }

  /** Nothing was created, for a reason that is not the cloud's. */
  #nothing(outcome: string, reason: Reason, exit: ExitCode): ExitCode {
    const { create } = this.#context.messages;
    const message = this.#describe(reason);
    complain(this.#context, create.notCreated(message));
    if (reason.code === 'external-not-allowed') {
      say(this.#context, create.externalProfile(reason.profile));
    }
    this.#print({ outcome, reason: reason.code, message });
    return exit;
  }

  #refused(end: Extract<End, { kind: 'refused' }>, profile: string | null): ExitCode {
    const { kind, refusal, ...timing } = end;
    const { code, message, requestId, httpStatus } = refusal;
    const advice = this.#advise(code, { ...timing, profile });
    // What is wrong with the key, the clock or the service stands in no line of the definition.
    const place = advice === null ? this.#showPlace(refusal) : null;
    const { create } = this.#context.messages;
    const said = create.refused(message.replace(/[\s.。]+$/, ''), code);
    // The finding at the place has said everything already.
    if (place !== null) complain(this.#context, create.nothingCreated);
    else complain(this.#context, create.notCreated(advice === null ? said : `${said} ${advice}`));
    if (place === null && requestId !== null) say(this.#context, create.requestId(requestId));
    this.#print({ outcome: kind, code, message, RequestId: requestId, httpStatus, advice, ...place });
    return exitCode.findings;
  }

  /** Shows the line of the definition that a refusal is about. */
  #showPlace(refusal: Extract<End, { kind: 'refused' }>['refusal']): { range: unknown } | null {
    const { definition, group } = this.#subject;
    const { check, path } = definition;
    const diagnostic = refusalDiagnostic(check, group, refusal, this.#context.checkOptions);
    if (diagnostic === null) return null;
    const { err } = this.#context.terminal;
    err.write(`${diagnosticText(path, check.file.lines, diagnostic, textOptions(this.#context, err))}\n`);
    return { range: diagnostic.range };
  }

  #unknown(end: Extract<End, { kind: 'unknown' }>): ExitCode {
    const { create } = this.#context.messages;
    const { reason, search, candidates, refusal } = end;
    const message = this.#describe(reason);
    const earlier = reason.code === 'earlier-attempt-unknown';
    complain(this.#context, earlier ? message : `${create.unknown(this.#label())} ${message}`);
    if (search !== null) say(this.#context, this.#describe(search));
    if (candidates.length > 0) {
      say(this.#context, create.candidates(candidates.map((c) => c.SecurityGroupId).join(', ')));
    }
    say(this.#context, earlier ? create.decideOnTerminal : create.journal);
    this.#print({
      outcome: 'unknown',
      reason: reason.code,
      message,
      search: search?.code ?? null,
      candidates,
      ...(refusal === undefined ? {} : { refusal }),
    });
    return exitCode.unknown;
  }

  #label(): string {
    return groupLabel(this.#subject.plan.groupName, this.#context.messages);
  }

  #describe(reason: Reason): string {
    return this.#cloud.describeReason(reason, this.#context.locale);
  }

  #advise(code: string, context: AdviceContext): string | null {
    return this.#cloud.adviceForCode(code, this.#context.locale, context);
  }

  #print(members: Readonly<Record<string, unknown>>): void {
    if (this.#format !== 'json') return;
    const { definition, group, plan } = this.#subject;
    const { product, groupName } = plan;
    printJson(this.#context, {
      version: 1,
      ...members,
      path: definition.path,
      group,
      product,
      name: groupName,
    });
  }
}
