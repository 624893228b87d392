/**
 * Gathers what a confirmation shows, and clears up earlier attempts at the same thing as far as that can be done by
 * reading. Creates nothing.
 */

import type { Refused } from './answer.ts';
import { isPermissionRefusal } from './answer.ts';
import type { AttemptContext } from './attempt-context.ts';
import { fingerprint, lockFor, recordOutcome, sameAttempts, searchFor } from './attempt-context.ts';
import type { EnsGroup } from './ens-groups.ts';
import { listGroups } from './ens-groups.ts';
import type { IntentRecord, JournalEntry } from './journal.ts';
import { isUnresolved } from './journal.ts';
import type { EarlierAttempt, OnProgress, Preparation, PrepareResult } from './provision-types.ts';
import type { Session } from './session.ts';
import { openEnsSession } from './session.ts';

/** What `execute` needs of a preparation. */
export interface Prepared {
  readonly session: Session;
  readonly preparation: Preparation;
  /** Of the attempts at this content, as this preparation has judged them. */
  readonly fingerprint: string;
}

export type PreparedResult =
  | { readonly kind: 'ready'; readonly prepared: Prepared }
  | Exclude<PrepareResult, Preparation>;

/** Prepares; see `Provisioning.prepare`. */
export async function prepareAttempt(
  context: AttemptContext,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<PreparedResult> {
  const opened = await openEnsSession(context.options, signal);
  if (opened.kind === 'failed') {
    return opened.reason.code === 'cancelled' ? { kind: 'cancelled' } : opened;
  }
  if (opened.kind === 'no-credentials') return opened;
  const { session } = opened;

  onProgress({ step: 'listing' });
  const listing = await listBefore(context, session, signal);
  if (listing.kind === 'refused') return { ...listing, profile: session.source.profile ?? null };
  if (listing.kind !== 'listed') return listing;

  const journal = await context.journal.read();
  if (journal.kind === 'error') return { kind: 'failed', reason: journal.reason };
  const attempts = sameAttempts(context, session, journal.entries);
  const earlier = await clearUp(context, session, attempts.filter(isUnresolved), signal);
  if (earlier.kind === 'failed') return earlier;
  if (signal.aborted) return { kind: 'cancelled' };
  const { plan } = context;
  return {
    kind: 'ready',
    prepared: {
      session,
      fingerprint: fingerprint(attempts, ({ intent }) => earlier.open.has(intent.intent)),
      preparation: {
        kind: 'ready',
        product: plan.product,
        groupName: plan.groupName,
        ruleCount: plan.ruleCount,
        source: session.source,
        profile: session.source.profile ?? null,
        maskedId: session.maskedId,
        endpoint: session.endpoint.origin,
        sameName: plan.groupName === null && listing.groups !== null ? [] : listing.groups,
        listingRefused: listing.refusal,
        inProgress: earlier.inProgress,
        earlier: earlier.attempts,
        resolvedEarlier: earlier.resolved,
      },
    },
  };
}

/** The groups that a later search must not take for new ones. Null: this key may not list. */
export type Listing =
  | {
      readonly kind: 'listed';
      readonly groups: readonly EnsGroup[] | null;
      readonly refusal: Preparation['listingRefused'];
    }
  | Refused
  | Extract<PrepareResult, { kind: 'failed' | 'cancelled' }>;

/** Lists the groups of the plan's name; without a name, all groups. */
export async function listBefore(
  context: AttemptContext,
  session: Session,
  signal: AbortSignal,
): Promise<Listing> {
  const list = await listGroups(session.call, nameOf(context), signal);
  if (signal.aborted) return { kind: 'cancelled' };
  switch (list.kind) {
    case 'ok':
      return { kind: 'listed', groups: list.groups, refusal: null };
    case 'refused':
      return isPermissionRefusal(list.refusal)
        ? { kind: 'listed', groups: null, refusal: list.refusal }
        : list;
    case 'not-sent':
    case 'lost':
      return { kind: 'failed', reason: list.reason };
  }
}

/** The name under which the server will know the group. */
function nameOf(context: AttemptContext): string | null {
  return context.create.parameters.SecurityGroupName ?? null;
}

type ClearedUp =
  | {
      readonly kind: 'ok';
      /** Ids of the intents that are still open. */
      readonly open: ReadonlySet<string>;
      readonly inProgress: boolean;
      readonly attempts: readonly EarlierAttempt[];
      readonly resolved: Preparation['resolvedEarlier'];
    }
  | Extract<PrepareResult, { kind: 'failed' }>;

/** Takes up each open attempt under its own lock: an attempt that is still running is nobody else's business. */
async function clearUp(
  context: AttemptContext,
  session: Session,
  open: readonly JournalEntry[],
  signal: AbortSignal,
): Promise<ClearedUp> {
  const attempts: EarlierAttempt[] = [];
  let resolved: Preparation['resolvedEarlier'] = null;
  let inProgress = false;
  const stillOpen = new Set(open.map(({ intent }) => intent.intent));
  for (const { intent } of open) {
    const lock = await lockFor(context, intent.endpoint, intent.principal);
    if (lock.kind === 'error') return { kind: 'failed', reason: lock.reason };
    if (lock.kind === 'busy') {
      inProgress = true;
      continue;
    }
    try {
      const journal = await context.journal.read();
      if (journal.kind === 'error') return { kind: 'failed', reason: journal.reason };
      const current = journal.entries.find((entry) => entry.intent.intent === intent.intent);
      if (current === undefined || !isUnresolved(current)) {
        stillOpen.delete(intent.intent);
        continue;
      }
      const certain = isSameAccount(session, intent) && !intent.afterUnknown;
      const target = { listed: intent.listed, certain };
      const found = await searchFor(context, session, target, journal.entries, { delaysMs: [0] }, signal);
      if (found.kind === 'open') {
        const { time, maskedId } = intent;
        attempts.push({ time, maskedId, search: found.reason, candidates: found.candidates });
        continue;
      }
      const { SecurityGroupId } = found;
      await recordOutcome(context, intent.intent, { kind: 'adopted', SecurityGroupId });
      stillOpen.delete(intent.intent);
      resolved = { SecurityGroupId, time: intent.time };
    } finally {
      await lock.release();
    }
  }
  return { kind: 'ok', open: stillOpen, inProgress, attempts, resolved };
}

function isSameAccount(session: Session, intent: IntentRecord): boolean {
  return session.principal !== null && session.principal === intent.principal;
}
