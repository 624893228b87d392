/**
 * Creates once. The order is the whole point: lock, look at the situation again, write the intent to disk, send one
 * request, and after a lost answer only ever look. Nothing in here may send a create call a second time.
 */

import type { CallResult } from './answer.ts';
import { isConclusive, textOf } from './answer.ts';
import type { AttemptContext } from './attempt-context.ts';
import { fingerprint, lockFor, recordOutcome, sameAttempts, searchFor } from './attempt-context.ts';
import type { IntentRecord, JournalEntry } from './journal.ts';
import { isUnresolved, newIntentId } from './journal.ts';
import type { Prepared } from './prepare.ts';
import { listBefore } from './prepare.ts';
import type { Decisions, OnProgress, Outcome } from './provision-types.ts';
import type { AnswerReason, ProvisionReason } from './reasons.ts';

/** Executes; see `Provisioning.execute`. */
export async function executeAttempt(
  context: AttemptContext,
  prepared: Prepared,
  decisions: Decisions,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Outcome> {
  const refusal = refuseBeforehand(prepared, decisions);
  if (refusal !== null) return refusal;
  if (signal.aborted) return { kind: 'cancelled' };
  const { session } = prepared;
  const lock = await lockFor(context, session.endpoint.origin, session.principal);
  if (lock.kind === 'busy') return lock;
  if (lock.kind === 'error') return { kind: 'not-sent', reason: lock.reason };
  try {
    return await underLock(context, prepared, decisions, signal, onProgress);
  } finally {
    await lock.release();
  }
}

/** What the preparation has shown to stand in the way, unless the user has decided otherwise. */
function refuseBeforehand({ preparation }: Prepared, decisions: Decisions): Outcome | null {
  const [earliest] = preparation.earlier;
  if (preparation.inProgress) {
    return { kind: 'busy', reason: { code: 'attempt-meanwhile' } };
  }
  if (earliest !== undefined && decisions.acknowledgeUnknown !== true) {
    return {
      kind: 'unknown',
      reason: { code: 'earlier-attempt-unknown', time: earliest.time, maskedId: earliest.maskedId },
      search: earliest.search,
      candidates: preparation.earlier.flatMap((attempt) => attempt.candidates),
    };
  }
  const { resolvedEarlier } = preparation;
  if (resolvedEarlier !== null && decisions.createAnother !== true) {
    return { kind: 'adopted', SecurityGroupId: resolvedEarlier.SecurityGroupId, earlier: true };
  }
  return null;
}

async function underLock(
  context: AttemptContext,
  prepared: Prepared,
  decisions: Decisions,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Outcome> {
  const { session, preparation } = prepared;
  const journal = await context.journal.read();
  if (journal.kind === 'error') return { kind: 'not-sent', reason: journal.reason };
  const attempts = sameAttempts(context, session, journal.entries);
  if (fingerprint(attempts) !== prepared.fingerprint) {
    return { kind: 'busy', reason: { code: 'attempt-meanwhile' } };
  }

  onProgress({ step: 'listing' });
  const listing = await listBefore(context, session, signal);
  if (listing.kind === 'failed') {
    return { kind: 'not-sent', reason: listing.reason };
  }
  if (listing.kind !== 'listed') return listing;
  const listed = listing.groups?.map((group) => group.id) ?? null;
  const meanwhile = newIds(listed, preparation.sameName, context.plan.groupName);
  if (meanwhile.length > 0) return { kind: 'busy', reason: { code: 'group-meanwhile', ids: meanwhile } };

  const open = attempts.filter(isUnresolved);
  const intent = intentOf(context, prepared, listed, open.length > 0);
  const written = await context.journal.append(intent);
  if (written.kind === 'error') return { kind: 'not-sent', reason: written.reason };

  onProgress({ step: 'creating' });
  const { action, parameters } = context.create;
  const result = await session.call(action, parameters, signal);
  return conclude({ context, prepared, intent, open, decisions, onProgress }, result);
}

/** An attempt whose one request has been made. */
interface Attempt {
  readonly context: AttemptContext;
  readonly prepared: Prepared;
  readonly intent: IntentRecord;
  /** Earlier attempts that were open, and acknowledged, when this one was made. */
  readonly open: readonly JournalEntry[];
  readonly decisions: Decisions;
  readonly onProgress: OnProgress;
}

/** Turns the one answer into an outcome, looking for the group where the answer leaves it open. */
async function conclude(attempt: Attempt, result: CallResult): Promise<Outcome> {
  const { context, intent } = attempt;
  switch (result.kind) {
    case 'ok': {
      const SecurityGroupId = textOf(result.body.SecurityGroupId);
      if (SecurityGroupId === '') break;
      const outcome = { kind: 'created' as const, SecurityGroupId, RequestId: result.requestId };
      await recordOutcome(context, intent.intent, outcome);
      await closeEarlier(attempt);
      return outcome;
    }
    case 'not-sent': {
      const { reason } = result;
      await recordOutcome(context, intent.intent, { kind: 'not-sent', code: reason.code });
      return reason.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'not-sent', reason };
    }
    case 'refused': {
      const { code, httpStatus, requestId } = result.refusal;
      if (!isConclusive(result.refusal)) break;
      await recordOutcome(context, intent.intent, {
        kind: 'refused',
        code,
        httpStatus,
        RequestId: requestId,
      });
      return result;
    }
    case 'lost':
      break;
  }
  return reconcile(attempt, result);
}

/** Once a further request has arrived, or may have, the earlier attempts are no longer told apart from it. */
async function closeEarlier({ context, open }: Attempt): Promise<void> {
  for (const { intent } of open) await recordOutcome(context, intent.intent, { kind: 'acknowledged' });
}

async function reconcile(
  attempt: Attempt,
  result: Exclude<CallResult, { kind: 'not-sent' }>,
): Promise<Outcome> {
  const { context, prepared, intent, decisions, onProgress } = attempt;
  const reason = reasonOf(result);
  // Recorded first: a crash while looking must find more than an intent without an answer.
  await recordOutcome(context, intent.intent, { kind: 'unknown', code: reason.code });
  await closeEarlier(attempt);
  const journal = await context.journal.read();
  const entries: readonly JournalEntry[] = journal.kind === 'ok' ? journal.entries : [];
  const timeout = AbortSignal.timeout(context.searchTimeoutMs);
  const signal = decisions.giveUp === undefined ? timeout : AbortSignal.any([timeout, decisions.giveUp]);
  const plan = {
    delaysMs: context.searchDelaysMs,
    onLook: (look: number, of: number) => onProgress({ step: 'reconciling', look, of }),
  };
  // The account is the one that has just asked, whatever is known about it.
  const target = { listed: intent.listed, certain: !intent.afterUnknown };
  const found = await searchFor(context, prepared.session, target, entries, plan, signal);
  if (found.kind === 'open') {
    return {
      kind: 'unknown',
      reason,
      search: found.reason,
      candidates: found.candidates,
      ...(result.kind === 'refused' ? { refusal: result.refusal } : {}),
    };
  }
  const { SecurityGroupId } = found;
  await recordOutcome(context, intent.intent, { kind: 'adopted', SecurityGroupId });
  return { kind: 'adopted', SecurityGroupId, earlier: false };
}

function reasonOf(
  result: Exclude<CallResult, { kind: 'not-sent' }>,
): AnswerReason | Extract<ProvisionReason, { code: 'answer-without-id' }> {
  switch (result.kind) {
    case 'ok':
      return { code: 'answer-without-id' };
    case 'refused':
      return {
        code: 'refusal-inconclusive',
        refusalCode: result.refusal.code,
        httpStatus: result.refusal.httpStatus,
      };
    case 'lost':
      return result.reason;
  }
}

function intentOf(
  context: AttemptContext,
  { session }: Prepared,
  listed: readonly string[] | null,
  afterUnknown: boolean,
): IntentRecord {
  return {
    type: 'intent',
    intent: newIntentId(),
    time: context.now().toISOString(),
    product: context.plan.product,
    action: context.create.action,
    endpoint: session.endpoint.origin,
    maskedId: session.maskedId,
    principal: session.principal,
    groupName: context.plan.groupName,
    content: context.content,
    listed,
    afterUnknown,
    file: context.options.file ?? null,
  };
}

/** Groups of the plan's name that the confirmation did not show. */
function newIds(
  listed: readonly string[] | null,
  shown: Prepared['preparation']['sameName'],
  name: string | null,
): readonly string[] {
  if (listed === null || shown === null || name === null) return [];
  return listed.filter((id) => !shown.some((group) => group.id === id));
}
