/**
 * Creates the security group of a plan in ENS, at most once. The one entry point for everything that provisions.
 */
import type { Plan } from '../../../server/src/core/plan/plan.ts';
import { attemptContext } from './attempt-context.ts';
import { executeAttempt } from './execute.ts';
import type { Prepared, PreparedResult } from './prepare.ts';
import { prepareAttempt } from './prepare.ts';
import type { Decisions, OnProgress, Outcome, PrepareResult, ProvisionOptions } from './provision-types.ts';

export interface Provisioning {
  /**
   * Finds endpoint and key, lists the groups that have the name already, and clears up earlier attempts at the same
   * content, for a confirmation. Creates nothing. May be called again.
   */
  prepare(signal?: AbortSignal, onProgress?: OnProgress): Promise<PrepareResult>;
  /**
   * Creates the group as last prepared (prepares first if that has not happened since the last execution). Sends at
   * most one create request.
   * @param signal cancels. Before sending, nothing is created; after it, the answer counts as lost and the group is
   * looked for, which `decisions.giveUp` ends.
   * @param decisions beat the members of the same name in the options.
   */
  execute(signal?: AbortSignal, onProgress?: OnProgress, decisions?: Decisions): Promise<Outcome>;
}

/** Makes the two steps of provisioning for one plan. Neither throws. */
export function provisionEns(plan: Plan, options: ProvisionOptions = {}): Provisioning {
  const context = attemptContext(plan, options);
  const unsupported = { code: 'plan-unsupported', product: plan.product } as const;
  let prepared: Prepared | null = null;

  const prepare = async (signal: AbortSignal, onProgress: OnProgress): Promise<PreparedResult> => {
    prepared = null;
    if (context === null) return { kind: 'failed', reason: unsupported };
    const result = await prepareAttempt(context, signal, onProgress);
    if (result.kind === 'ready') prepared = result.prepared;
    return result;
  };

  return {
    prepare: async (signal = never(), onProgress = ignore) => {
      const result = await prepare(signal, shielded(onProgress));
      return result.kind === 'ready' ? result.prepared.preparation : result;
    },
    execute: async (signal = never(), onProgress = ignore, decisions = {}) => {
      if (context === null) return { kind: 'not-sent', reason: unsupported };
      const report = shielded(onProgress);
      if (prepared === null) {
        const result = await prepare(signal, report);
        if (result.kind === 'no-credentials' || result.kind === 'failed') {
          return { kind: 'not-sent', reason: result.reason };
        }
        if (result.kind !== 'ready') return result;
        prepared = result.prepared;
      }
      const current = prepared;
      prepared = null;
      return executeAttempt(context, current, { ...options, ...decisions }, signal, report);
    },
  };
}

function never(): AbortSignal {
  return new AbortController().signal;
}

function ignore(): void {}

/** A progress display that throws must not end an attempt half-way. */
function shielded(onProgress: OnProgress): OnProgress {
  return (event) => {
    try {
      onProgress(event);
    } catch {
      // What is displayed is the caller's business.
    }
  };
}
