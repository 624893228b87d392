/**
 * Looks for the group that a create call may have made although its answer was lost. Reads only, decides by ids that
 * did not exist before and by content, and says "not known" rather than guess. Finding nothing proves nothing: a new
 * group may become visible later.
 */

import { isPermissionRefusal } from './answer.ts';
import type { EnsCall, EnsGroup } from './ens-groups.ts';
import { describeGroup, listGroups } from './ens-groups.ts';
import type { CreateParameters } from './group-content.ts';
import { hasContent, hasName } from './group-content.ts';
import type { ProvisionReason } from './reasons.ts';

/** A group that may be the one, for the user to judge. */
export interface Candidate {
  readonly SecurityGroupId: string;
  /** As the server writes it; empty if it does not say. */
  readonly createdAt: string;
  /** Null if it could not be read. */
  readonly sameContent: boolean | null;
}

export interface SearchRequest {
  readonly call: EnsCall;
  readonly parameters: CreateParameters;
  /** Ids of the groups of this name before the attempt; null if that is not known. */
  readonly listed: readonly string[] | null;
  /** Ids that other attempts have made. */
  readonly claimed: ReadonlySet<string>;
  /** Whether a single new group of the same content can only be this attempt's; otherwise nothing is adopted. */
  readonly certain: boolean;
}

export interface SearchPlan {
  /** Waiting time before each look, in milliseconds; one look for each. */
  readonly delaysMs: readonly number[];
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onLook?: (look: number, of: number) => void;
}

export type SearchResult =
  | { readonly kind: 'found'; readonly SecurityGroupId: string }
  | { readonly kind: 'open'; readonly reason: ProvisionReason; readonly candidates: readonly Candidate[] };

type Open = Extract<SearchResult, { kind: 'open' }>;

/** More new groups of one name than this are not compared one by one. */
const mostCompared = 20;

/** Looks several times, because a new group may take a while to show. Ends early when the signal says so. */
export async function searchGroup(
  request: SearchRequest,
  plan: SearchPlan,
  signal: AbortSignal,
): Promise<SearchResult> {
  let last: Open = { kind: 'open', reason: { code: 'search-interrupted' }, candidates: [] };
  for (const [index, delay] of plan.delaysMs.entries()) {
    if (delay > 0) await plan.sleep(delay, signal);
    if (signal.aborted) break;
    plan.onLook?.(index + 1, plan.delaysMs.length);
    const { result, settled } = await look(request, signal);
    if (result.kind === 'found' || settled) return result;
    last = result;
  }
  return signal.aborted ? { ...last, reason: { code: 'search-interrupted' } } : last;
}

/** One look. `settled`: looking again would change nothing. */
async function look(
  request: SearchRequest,
  signal: AbortSignal,
): Promise<{ readonly result: SearchResult; readonly settled: boolean }> {
  const open = (reason: ProvisionReason, candidates: readonly Candidate[], settled: boolean) => ({
    result: { kind: 'open' as const, reason, candidates },
    settled,
  });
  const name = request.parameters.SecurityGroupName ?? null;
  const list = await listGroups(request.call, name, signal);
  if (list.kind === 'refused') {
    const { refusal } = list;
    return open({ code: 'search-refused', refusalCode: refusal.code }, [], isPermissionRefusal(refusal));
  }
  if (list.kind !== 'ok') return open({ code: 'search-failed' }, [], false);

  const fresh = list.groups.filter(
    (group) =>
      hasName(group.name, group.id, name) &&
      !request.claimed.has(group.id) &&
      !(request.listed ?? []).includes(group.id),
  );
  const several = (count: number): ProvisionReason => ({ code: 'search-found-several', count });
  if (fresh.length > mostCompared) return open(several(fresh.length), fresh.map(unread), true);
  const candidates: Candidate[] = [];
  for (const group of fresh) candidates.push(await compare(group, request, signal));

  const same = candidates.filter((candidate) => candidate.sameContent === true);
  const [only] = same;
  if (candidates.some((candidate) => candidate.sameContent === null)) {
    return open({ code: 'search-failed' }, candidates, false);
  }
  if (only === undefined) {
    const { length: count } = candidates;
    return count === 0
      ? open({ code: 'search-found-nothing' }, candidates, false)
      : open({ code: 'search-found-different', count }, candidates, false);
  }
  if (same.length > 1) return open(several(same.length), candidates, true);
  if (request.listed === null || !request.certain) {
    return open({ code: 'search-ambiguous' }, candidates, true);
  }
  return { result: { kind: 'found', SecurityGroupId: only.SecurityGroupId }, settled: true };
}

async function compare(group: EnsGroup, request: SearchRequest, signal: AbortSignal): Promise<Candidate> {
  const description = await describeGroup(request.call, group.id, signal);
  if (description.kind !== 'ok') return unread(group);
  return { ...unread(group), sameContent: hasContent(description, group.id, request.parameters) };
}

function unread(group: EnsGroup): Candidate {
  return { SecurityGroupId: group.id, createdAt: group.createdAt, sameContent: null };
}
