// Starts the project's local sandbox, an endpoint that answers like the cloud, through the command line.
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { startProcess } from './processes.mjs';
import { inRoot } from './root.mjs';
import { until } from './until.mjs';

const cli = inRoot('dist', 'cli.js');

/** The variables that carry the keys; the sandbox prints an `export` line for each. */
const keyNames = ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'];

/** Reads `export NAME=value` lines; the value may be in quotes. */
function exportsOf(lines) {
  const found = lines.map((line) => /^export (\w+)=(['"]?)(.*)\2$/.exec(line)).filter(Boolean);
  return Object.fromEntries(found.map(([, name, , value]) => [name, value]));
}

/**
 * The environment for a program that talks to a sandbox: this process's own, but with no credentials or cloud settings
 * of the user's, with the sandbox's keys, and with the journal of provisioning in `stateFolder`.
 */
export function sandboxEnvironment(sandbox, stateFolder) {
  const own = Object.entries(process.env).filter(([key]) => !/^(ALIBABA_?CLOUD|ALICLOUD)_/i.test(key));
  return {
    ...Object.fromEntries(own),
    ...sandbox.environment,
    XDG_STATE_HOME: stateFolder,
    // Windows keeps state elsewhere.
    LOCALAPPDATA: stateFolder,
  };
}

/**
 * Starts a sandbox on a free port. Resolves to `{ url, environment, stop() }`; `environment` holds the keys it accepts.
 * `args` are further arguments of `alisg sandbox`.
 */
export async function startSandbox(args = []) {
  if (!existsSync(cli))
    throw new Error('The sandbox is part of dist/cli.js, which is not built: npm run build');
  const sandbox = startProcess(process.execPath, [cli, 'sandbox', '--port', '0', ...args]);
  const lines = [];
  const complaints = [];
  createInterface({ input: sandbox.child.stdout }).on('line', (line) => lines.push(line));
  createInterface({ input: sandbox.child.stderr }).on('line', (line) => complaints.push(line));
  try {
    await until(
      () => {
        if (sandbox.isFinished()) throw new Error('The sandbox ended at its start');
        const known = exportsOf(lines);
        return keyNames.every((name) => name in known);
      },
      'the sandbox to print its address and keys',
      20_000,
    );
  } catch (error) {
    await sandbox.end();
    throw new Error([error.message, ...complaints.slice(-20)].join('\n'));
  }
  return { url: lines[0], environment: exportsOf(lines), stop: sandbox.end };
}
