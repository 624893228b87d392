/** One creation in progress: what it is about, how it is shown, and how Ctrl+C ends it. */
import type { Decisions, OnProgress, ProgressEvent } from '../../../client/src/cloud/index.ts';
import type { Plan } from '../../../server/src/core/plan/plan.ts';
import { type Context, say } from '../context.ts';
import type { Definition } from '../definitions/read-definition.ts';
import { onInterrupt } from '../terminal/interrupt.ts';

/** The cloud layer, which is loaded when it is needed. */
export type Cloud = typeof import('../../../client/src/cloud/index.ts');

/** What is to be created. */
export interface Subject {
  readonly definition: Definition;
  /** Zero-based number of the group in the file. */
  readonly group: number;
  readonly plan: Plan;
}

/** How a person can stop a creation. */
export interface Interruption {
  readonly cancel: AbortSignal;
  readonly giveUp: Exclude<Decisions['giveUp'], undefined>;
  /** Shows the progress, and knows from it what Ctrl+C has to mean. */
  readonly onProgress: OnProgress;
  /** Makes Ctrl+C end the program again. */
  end(): void;
}

/**
 * Takes Ctrl+C over. The first one cancels: before the request has left, that is all. Afterwards it is found out what
 * became of the request, which the next one ends.
 */
export function interruptible(context: Context): Interruption {
  const { create } = context.messages;
  const cancel = new AbortController();
  const giveUp = new AbortController();
  let step: ProgressEvent['step'] | null = null;
  const { err } = context.terminal;
  const restore = onInterrupt(() => {
    // The terminal has written ^C.
    if (err.isTerminal) err.write('\n');
    if (step === 'reconciling' || cancel.signal.aborted) {
      if (!giveUp.signal.aborted) say(context, create.givingUp);
      giveUp.abort();
    } else {
      if (step === 'creating') say(context, create.cancelling);
      cancel.abort();
    }
  });
  return {
    cancel: cancel.signal,
    giveUp: giveUp.signal,
    onProgress: (event) => {
      // Looking again before the request is sent is nothing that a person has to know.
      if (event.step !== step || event.step === 'reconciling') say(context, progressText(event, context));
      step = event.step;
    },
    end: restore,
  };
}

function progressText(event: ProgressEvent, { messages: { create } }: Context): string {
  switch (event.step) {
    case 'listing':
      return create.listing;
    case 'creating':
      return create.creating;
    case 'reconciling':
      return create.reconciling(event.look, event.of);
  }
}
