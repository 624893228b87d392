/**
 * What preparing and executing one creation share: the call, the journal, the clock, and how attempts at the same thing
 * are recognised.
 */
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Plan, PlannedCall } from '../../../server/src/core/plan/plan.ts';
import { settle } from './credentials.ts';
import type { JournalEntry, RecordedOutcome } from './journal.ts';
import { defaultStateDirectory, groupOf, isUnresolved, Journal } from './journal.ts';
import type { LockResult } from './lock.ts';
import { acquireLock } from './lock.ts';
import type { ProvisionOptions } from './provision-types.ts';
import type { SearchPlan, SearchResult } from './search.ts';
import { searchGroup } from './search.ts';
import type { Session } from './session.ts';

/** Five looks within half a minute: production tools wait that long before they trust a list of ENS groups. */
const defaultSearchDelaysMs = [0, 2000, 4000, 8000, 16_000];
const defaultSearchTimeoutMs = 90_000;

export interface AttemptContext {
  readonly plan: Plan;
  readonly create: PlannedCall;
  readonly options: ProvisionOptions;
  readonly journal: Journal;
  /** SHA-256 of the action and its parameters. */
  readonly content: string;
  readonly now: () => Date;
  readonly searchDelaysMs: readonly number[];
  readonly searchTimeoutMs: number;
  readonly sleep: SearchPlan['sleep'];
}

/** Fills in the defaults; null if the plan is not one ENS create call. */
export function attemptContext(plan: Plan, options: ProvisionOptions): AttemptContext | null {
  const [create, ...others] = plan.calls;
  if (plan.product !== 'ens' || create?.action !== 'CreateSecurityGroup' || others.length > 0) return null;
  const { env, platform, homedir, now } = settle(options);
  return {
    plan,
    create,
    options,
    journal: new Journal(options.stateDirectory ?? defaultStateDirectory(env, platform, homedir)),
    content: digest([create.action, create.version, ...Object.entries(create.parameters).sort().flat()]),
    now,
    searchDelaysMs: options.searchDelaysMs ?? defaultSearchDelaysMs,
    searchTimeoutMs: options.searchTimeoutMs ?? defaultSearchTimeoutMs,
    sleep: options.sleep ?? sleep,
  };
}

/** The recorded attempts at the same content on the same endpoint, whoever made them. */
export function sameAttempts(
  context: AttemptContext,
  session: Session,
  entries: readonly JournalEntry[],
): readonly JournalEntry[] {
  return entries.filter(
    ({ intent }) => intent.content === context.content && intent.endpoint === session.endpoint.origin,
  );
}

/** A text that changes whenever an attempt is made or settled. */
export function fingerprint(
  entries: readonly JournalEntry[],
  isOpen: (entry: JournalEntry) => boolean = isUnresolved,
): string {
  return entries.map((entry) => `${entry.intent.intent}:${isOpen(entry)}`).join();
}

/**
 * Locks one thing to be created: endpoint, content and who asks. Temporary keys of unknown owners share one lock.
 */
export function lockFor(
  context: AttemptContext,
  endpoint: string,
  principal: string | null,
): Promise<LockResult> {
  const name = digest([endpoint, context.content, principal ?? 'temporary']).slice(0, 40);
  return acquireLock(context.journal.directory, name);
}

/**
 * Looks for the group that an intent may have made.
 * @param target `certain`: a single new group of the same content can only be this intent's.
 */
export function searchFor(
  context: AttemptContext,
  session: Session,
  target: { readonly listed: readonly string[] | null; readonly certain: boolean },
  entries: readonly JournalEntry[],
  plan: Omit<SearchPlan, 'sleep'>,
  signal: AbortSignal,
): Promise<SearchResult> {
  return searchGroup(
    {
      call: session.call,
      parameters: context.create.parameters,
      ...target,
      claimed: new Set(entries.map(groupOf).filter((id) => id !== null)),
    },
    { ...plan, sleep: context.sleep },
    signal,
  );
}

/**
 * Records what became of an intent. If that fails, the intent stays open on disk and the next preparation clears it up;
 * what is known now is still the answer, so the failure is not passed on.
 */
export async function recordOutcome(
  context: AttemptContext,
  intent: string,
  outcome: RecordedOutcome,
): Promise<void> {
  await context.journal.append({ type: 'outcome', intent, time: context.now().toISOString(), outcome });
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => {});
}
