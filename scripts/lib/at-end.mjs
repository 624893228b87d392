// What has to happen when this process ends, however it ends: at its end, by process.exit(), or by a signal.
// Signals get a grace period in which child processes can clean up after themselves; a second signal ends at once.

const graceful = new Set();
const final = new Set();
let ending = false;

process.on('exit', () => {
  for (const action of final) {
    try {
      action();
    } catch {
      // Nothing can be reported or repaired here, and the other actions must still run.
    }
  }
});

for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
]) {
  process.on(signal, async () => {
    if (ending) process.exit(128 + number);
    ending = true;
    await Promise.allSettled([...graceful].map((action) => action()));
    process.exit(128 + number);
  });
}

/** Runs a synchronous action when the process ends. Returns a function that takes it back. */
export function atEnd(action) {
  final.add(action);
  return () => final.delete(action);
}

/** Runs an asynchronous action first when a signal ends the process. Returns a function that takes it back. */
export function onSignal(action) {
  graceful.add(action);
  return () => graceful.delete(action);
}
