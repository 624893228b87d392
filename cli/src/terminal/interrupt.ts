/** Ctrl+C and requests to end, as events. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `handler` for every request to end, instead of ending; returns what restores the usual behaviour. */
export function onInterrupt(handler: () => void): () => void {
  for (const signal of signals) process.on(signal, handler);
  return () => {
    for (const signal of signals) process.off(signal, handler);
  };
}
