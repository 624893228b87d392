/**
 * Progress notifications with Cancel. After Cancel the notification is gone although the work may have to go on
 * finding out what became of a request: then a second one takes its place, whose Cancel ends the search.
 */
import * as vscode from 'vscode';
import type { ProgressEvent } from '../../cloud/index.ts';
import { l10n } from '../../infrastructure/localisation/l10n.ts';
import { within } from '../../infrastructure/time/within.ts';
import { groupLabel } from './confirmation.ts';
import type { Work } from './ports.ts';

/**
 * Work that ends this soon needs no notification, and none that takes its place after Cancel: VS Code keeps one for a
 * second, beside the result, and drops toasts when there are several at once. In milliseconds.
 */
const soon = 400;

function eventText(event: ProgressEvent): string {
  switch (event.step) {
    case 'listing':
      return l10n.t('looking for security groups of the same name…');
    case 'creating':
      return l10n.t('waiting for the answer…');
    case 'reconciling':
      return l10n.t('no answer: looking for the security group ({0} of {1})…', event.look, event.of);
  }
}

/** The last event of the work, and where events are shown; another notification may take over. */
interface Display {
  last: ProgressEvent | null;
  show(event: ProgressEvent): void;
}

/** A notification that stays until `end` has come or Cancel is pressed; says which of the two. */
function notification(
  title: string,
  display: Display,
  end: Promise<'ended'>,
): Promise<'ended' | 'cancelled'> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    vscode.window.withProgress(options, (progress, token) => {
      display.show = (event) => progress.report({ message: eventText(event) });
      if (display.last !== null) display.show(display.last);
      const cancelled = new Promise<'cancelled'>((resolve) => {
        token.onCancellationRequested(() => resolve('cancelled'));
      });
      return Promise.race([end, cancelled]);
    }),
  );
}

/** Runs `work` with progress. `name` is the name of the group. */
export async function runWithProgress<T>(
  kind: 'prepare' | 'create',
  name: string | null,
  work: (work: Work) => Promise<T>,
): Promise<T> {
  const cancel = new AbortController();
  const giveUp = new AbortController();
  const display: Display = { last: null, show: () => undefined };
  const isSearching = () => display.last?.step === 'reconciling';
  const running = work({
    cancel: cancel.signal,
    giveUp: giveUp.signal,
    report: (event) => {
      display.last = event;
      display.show(event);
    },
  });
  const end = running.then(
    () => 'ended' as const,
    () => 'ended' as const,
  );
  const label = groupLabel(name);
  const title = kind === 'prepare' ? l10n.t('Preparing {0}', label) : l10n.t('Creating {0}', label);
  if (await endsSoon(end)) return running;
  if ((await notification(title, display, end)) === 'cancelled') {
    (isSearching() ? giveUp : cancel).abort();
    if (kind === 'create' && !giveUp.signal.aborted && !(await endsSoon(end))) {
      const second = l10n.t('Cancelled. Finding out whether the request has created the {0}', label);
      if ((await notification(second, display, end)) === 'cancelled') giveUp.abort();
    }
  }
  return running;
}

async function endsSoon(end: Promise<'ended'>): Promise<boolean> {
  return within(end, soon).then(
    () => true,
    () => false,
  );
}
