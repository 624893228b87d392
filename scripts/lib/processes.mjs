// Child processes, each in a process group of its own, so that what it started ends with it.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { atEnd, onSignal } from './at-end.mjs';
import { until } from './until.mjs';

const windows = process.platform === 'win32';

/** Milliseconds that a process group gets between SIGTERM and SIGKILL. */
const graceMs = 8_000;

/** Sends a signal to a process and all its descendants; false when none is left. */
function signalGroup(pid, signal) {
  try {
    if (windows && signal !== 0) return spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']).status === 0;
    process.kill(windows ? pid : -pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a program. `end()` asks the whole group to end, waits, and kills what is left; the same happens when this
 * process is ended by a signal, and without the wait when it exits.
 * `exited` settles with `{ code, signal, error }` and never rejects.
 */
export function startProcess(command, args, { cwd, env = process.env, stdio = 'pipe' } = {}) {
  const child = spawn(command, args, { cwd, env, stdio, detached: !windows, windowsHide: true });
  const { pid } = child;
  let finished = false;
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    // `close` and not `exit`: the last output has been read then. But a descendant outside the group may hold the
    // streams open for ever.
    child.once('close', (code, signal) => resolve({ code, signal }));
    child.once('exit', (code, signal) => setTimeout(() => resolve({ code, signal }), 1_000).unref());
  }).then((result) => {
    finished = true;
    return result;
  });
  async function end() {
    release();
    if (pid === undefined) return;
    signalGroup(pid, 'SIGTERM');
    await until(() => !signalGroup(pid, 0), 'a process group to end', graceMs).catch(() => {});
    signalGroup(pid, 'SIGKILL');
    await exited;
  }
  const releases = [onSignal(end), atEnd(() => pid !== undefined && signalGroup(pid, 'SIGKILL'))];
  const release = () => {
    for (const undo of releases) undo();
  };
  return { child, pid, exited, end, isFinished: () => finished };
}

/**
 * Runs a program to its end and returns `{ code, output, stdout, timedOut, error }`. `output` is what it wrote to both
 * streams. `onLine` gets each line as it comes. A program that takes longer than `limitMs` milliseconds is ended.
 * No standard input: nothing that runs here may ask a question.
 */
export async function runProcess(command, args, { cwd, env, limitMs = 600_000, onLine } = {}) {
  const running = startProcess(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [lines, stdout] = [[], []];
  const listen = (stream, ...lists) =>
    createInterface({ input: stream }).on('line', (line) => {
      for (const list of lists) list.push(line);
      onLine?.(line);
    });
  listen(running.child.stdout, lines, stdout);
  listen(running.child.stderr, lines);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void running.end();
  }, limitMs);
  const { code, error } = await running.exited;
  clearTimeout(timer);
  running.child.stdout?.destroy();
  running.child.stderr?.destroy();
  // Whatever a finished program left running in its group would outlive the tests.
  await running.end();
  return { code, output: lines.join('\n'), stdout: stdout.join('\n'), timedOut, error };
}

/** Runs a program to its end and throws, with what it wrote, unless it succeeds. Returns its output. */
export async function mustRun(command, args, options = {}) {
  const { code, output, timedOut, error } = await runProcess(command, args, options);
  if (code === 0) return output;
  const why = error ? error.message : timedOut ? 'took too long' : `ended with status ${code}`;
  throw new Error(`${[command, ...args].join(' ')} ${why}\n${abridged(output)}`);
}

/** The beginning and the end of a long output: programs put the reason for a failure in one of them. */
function abridged(output, most = 20) {
  const lines = output.split('\n');
  if (lines.length <= 2 * most) return output;
  return [...lines.slice(0, most), '…', ...lines.slice(-most)].join('\n');
}
