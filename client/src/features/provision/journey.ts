/**
 * The way from *Create Security Group* to its end: trust, plan, preparation, one question, creation, and what became
 * of it. Decides the order and nothing else: words are in `confirmation.ts` and `dialogs.ts`, signing and sending in
 * the cloud layer. No `vscode` import. Every wait ends by itself or by Cancel.
 */
import type { Plan } from '../../../../server/src/core/plan/plan.ts';
import type { PlanResult } from '../../../../server/src/lsp/protocol.ts';
import type { Decisions, Outcome, Preparation, PrepareResult, Provisioning } from '../../cloud/index.ts';
import { l10n, sentences } from '../../infrastructure/localisation/l10n.ts';
import { consoleAddress } from './console-address.ts';
import type { Cloud, Created, Definition, Dialogs, PlanSource, Targets } from './ports.ts';
import { concernsDefinition, refusalText } from './refusal.ts';
import type { CreateResult, Target } from './result.ts';

/** What a journey needs. */
export interface JourneyPorts {
  isTrusted(): boolean;
  readonly server: PlanSource;
  readonly cloud: Cloud;
  readonly targets: Targets;
  readonly dialogs: Dialogs;
  /** For the output channel: ids of groups and requests. */
  log(message: string): void;
}

type PlanReady = Extract<PlanResult, { kind: 'plan' }>;

/** A plan with everything that was found out about creating it. */
interface Ready {
  readonly planned: PlanReady;
  readonly provisioning: Provisioning;
  readonly preparation: Preparation;
  readonly target: Target;
}

/** The text may change this often while a creation is being prepared before the journey gives up. */
const mostChanges = 3;

/** Creates security groups, one at a time for each document. */
export class CreateJourney {
  readonly #ports: JourneyPorts;
  readonly #running = new Set<string>();

  constructor(ports: JourneyPorts) {
    this.#ports = ports;
  }

  /** Goes the whole way for one definition. */
  async create(definition: Definition): Promise<CreateResult> {
    const { dialogs } = this.#ports;
    if (!this.#ports.isTrusted()) {
      dialogs.needTrust();
      return { kind: 'untrusted' };
    }
    if (this.#running.has(definition.uri)) {
      dialogs.alreadyRunning(definition.fileName);
      return { kind: 'busy' };
    }
    this.#running.add(definition.uri);
    try {
      return await this.#run(definition);
    } finally {
      this.#running.delete(definition.uri);
    }
  }

  async #run(definition: Definition): Promise<CreateResult> {
    for (let changes = 0; changes < mostChanges; ) {
      const planned = await this.#plan(definition);
      if ('end' in planned) return planned.end;
      // From here on it is this group, wherever the cursor goes.
      const located = { ...definition, group: planned.ready.group };
      const ready = await this.#prepare(located, planned.ready);
      if ('end' in ready) return ready.end;
      // What the person sees in the editor is what is created, so a plan of an older text is not put to them.
      if (ready.ready.planned.version !== definition.version()) {
        changes++;
        continue;
      }
      const choice = await this.#confirm(located, ready.ready);
      if (choice === 'create') return this.#execute(located, ready.ready);
      if (choice === 'cancel') return this.#dismissed(ready.ready);
    }
    this.#ports.dialogs.changing(definition.fileName);
    return { kind: 'changed' };
  }

  async #plan(definition: Definition): Promise<{ end: CreateResult } | { ready: PlanReady }> {
    const { server, dialogs } = this.#ports;
    const { uri, group, line } = definition;
    const where = group !== undefined ? { group } : line !== undefined ? { line } : {};
    let result: PlanResult;
    try {
      result = await server.plan({ uri, ...where });
    } catch (error) {
      dialogs.noPlan(error instanceof Error ? error.message : String(error));
      return { end: { kind: 'no-plan' } };
    }
    switch (result.kind) {
      case 'plan':
        return { ready: result };
      case 'blocked':
        dialogs.blocked(definition, result.errors);
        return { end: { kind: 'blocked', errors: result.errors } };
      case 'empty':
        dialogs.empty(definition.fileName);
        return { end: { kind: 'empty' } };
      case 'unsupported':
        dialogs.unsupported(result.message);
        return { end: { kind: 'unsupported' } };
      case 'unknown-document':
        dialogs.noPlan(l10n.t('The language server does not know this document. Restart it and try again.'));
        return { end: { kind: 'no-plan' } };
    }
  }

  async #prepare(
    definition: Definition,
    planned: PlanReady,
  ): Promise<{ end: CreateResult } | { ready: Ready }> {
    const { cloud, targets, dialogs } = this.#ports;
    const target = targets.current();
    const { plan } = planned;
    const provisioning = await cloud.provisioning(plan, target, definition.path);
    const prepared = await dialogs.progress('prepare', plan.groupName, (work) =>
      provisioning.prepare(work.cancel, (event) => work.report(event)),
    );
    if (prepared.kind !== 'ready') return { end: await this.#notPrepared(definition, planned, prepared) };
    return { ready: { planned, provisioning, preparation: prepared, target } };
  }

  async #notPrepared(
    definition: Definition,
    planned: PlanReady,
    result: Exclude<PrepareResult, Preparation>,
  ): Promise<CreateResult> {
    const { cloud, dialogs } = this.#ports;
    switch (result.kind) {
      case 'cancelled':
        return { kind: 'cancelled' };
      case 'no-credentials': {
        const { reason } = result;
        const none = reason.code === 'no-credentials';
        const external = reason.code === 'external-not-allowed' ? reason.profile : null;
        dialogs.noCredentials(definition, none ? null : await cloud.describe(reason), external);
        return { kind: 'no-credentials', reason: reason.code };
      }
      case 'refused':
        return this.#refused(definition, planned, result, result.profile);
      case 'failed':
        dialogs.failed(definition, await cloud.describe(result.reason));
        return { kind: 'not-sent', reason: result.reason.code };
    }
  }

  #confirm(definition: Definition, ready: Ready): Promise<'create' | 'switch-target' | 'cancel'> {
    const { planned, preparation, target } = ready;
    return this.#ports.dialogs
      .confirm({
        preparation,
        plan: planned.plan,
        target,
        canSwitch: this.#ports.targets.canSwitch(),
        acceptFromAnywhere: planned.acceptFromAnywhere,
        warnings: planned.warnings,
        unsaved: definition.isUnsaved(),
      })
      .then((choice) => {
        if (choice === 'switch-target') this.#ports.targets.choose(target === 'cloud' ? 'sandbox' : 'cloud');
        return choice;
      });
  }

  /** The person does not want to create; if that is because the group exists already, it is shown. */
  #dismissed(ready: Ready): CreateResult {
    const { resolvedEarlier } = ready.preparation;
    if (resolvedEarlier === null) return { kind: 'cancelled' };
    return this.#created(ready, resolvedEarlier.SecurityGroupId, null, 'found-earlier');
  }

  async #execute(definition: Definition, ready: Ready): Promise<CreateResult> {
    const { provisioning, preparation, planned } = ready;
    const decisions: Decisions = {
      acknowledgeUnknown: preparation.earlier.length > 0,
      createAnother: preparation.resolvedEarlier !== null,
    };
    let cancel: AbortSignal | undefined;
    const outcome = await this.#ports.dialogs.progress('create', planned.plan.groupName, (work) => {
      cancel = work.cancel;
      const { giveUp } = work;
      return provisioning.execute(cancel, (event) => work.report(event), { ...decisions, giveUp });
    });
    return this.#conclude(definition, ready, outcome, cancel?.aborted === true);
  }

  async #conclude(
    definition: Definition,
    ready: Ready,
    outcome: Outcome,
    cancelled: boolean,
  ): Promise<CreateResult> {
    const { cloud, dialogs } = this.#ports;
    switch (outcome.kind) {
      case 'created':
        writeProduct(definition, ready.planned);
        return this.#created(ready, outcome.SecurityGroupId, outcome.RequestId, 'created');
      case 'adopted': {
        const how = outcome.earlier ? 'found-earlier' : cancelled ? 'too-late' : 'found';
        return this.#created(ready, outcome.SecurityGroupId, null, how);
      }
      case 'refused':
        return this.#refused(definition, ready.planned, outcome, ready.preparation.profile);
      case 'unknown':
        return this.#unknown(ready, outcome);
      case 'cancelled':
        return { kind: 'cancelled' };
      case 'busy':
        dialogs.failed(definition, await cloud.describe(outcome.reason));
        return { kind: 'busy' };
      case 'not-sent':
        dialogs.failed(definition, await cloud.describe(outcome.reason));
        return { kind: 'not-sent', reason: outcome.reason.code };
    }
  }

  #created(
    { planned, preparation, target }: Ready,
    securityGroupId: string,
    requestId: string | null,
    how: Created['how'],
  ): CreateResult {
    this.#ports.log(
      `${how} ${securityGroupId} at ${preparation.endpoint}, RequestId ${requestId ?? 'unknown'}`,
    );
    this.#ports.dialogs.created({
      securityGroupId,
      groupName: planned.plan.groupName,
      target,
      how,
      console: consoleFor(planned.plan, preparation, target),
    });
    return { kind: 'created', securityGroupId, requestId, target, adopted: how !== 'created' };
  }

  async #refused(
    definition: Definition,
    { group, version }: PlanReady,
    { refusal, kind: _, ...context }: Extract<Outcome, { kind: 'refused' }>,
    profile: string | null,
  ): Promise<CreateResult> {
    const { server, cloud, dialogs } = this.#ports;
    const { code, requestId } = refusal;
    this.#ports.log(`Refused with ${code} (HTTP ${refusal.httpStatus}), RequestId ${requestId ?? 'unknown'}`);
    const advice = await cloud.advise(code, { ...context, profile });
    if (concernsDefinition(code)) {
      try {
        const shown = await server.reportRefusal({ uri: definition.uri, group, version, refusal });
        dialogs.refused(definition, sentences([shown.message, advice ?? '']), shown.range);
        return { kind: 'refused', code, requestId };
      } catch {
        // The server is gone; the person still learns why the cloud refused.
      }
    }
    dialogs.refused(definition, refusalText(refusal, advice), null);
    return { kind: 'refused', code, requestId };
  }

  async #unknown(
    { planned, preparation, target }: Ready,
    outcome: Extract<Outcome, { kind: 'unknown' }>,
  ): Promise<CreateResult> {
    const { cloud, dialogs } = this.#ports;
    const reasons = [await cloud.describe(outcome.reason)];
    if (outcome.search !== null) reasons.push(await cloud.describe(outcome.search));
    const candidates = outcome.candidates.map((c) => c.SecurityGroupId);
    this.#ports.log(
      `Outcome unknown (${outcome.reason.code}); candidates: ${candidates.join(', ') || 'none'}`,
    );
    dialogs.unknown({
      groupName: planned.plan.groupName,
      reasons,
      candidates,
      console: consoleFor(planned.plan, preparation, target),
    });
    return { kind: 'unknown', candidates };
  }
}

/** The first create writes down what was only inferred, unless the text has changed meanwhile. */
function writeProduct(definition: Definition, { writeProduct: edit, version }: PlanReady): void {
  if (edit !== null && definition.version() === version) definition.edit(edit.range, edit.newText);
}

function consoleFor(plan: Plan, preparation: Preparation, target: Target): string | null {
  return target === 'sandbox' ? null : consoleAddress(plan.product, preparation.endpoint);
}
