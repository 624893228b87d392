// Starts VS Code's server (code-server), which runs the extension host and serves the window to a browser.
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mustRun, startProcess } from '../lib/processes.mjs';
import { removeFolder } from '../lib/temporary-folder.mjs';
import { until } from '../lib/until.mjs';
import { codeServerEntry, findNode24 } from './install.mjs';
import { createProfile, profileEnvironment } from './profile.mjs';

const profileArguments = (profile) => [
  ...['--config', profile.config],
  ...['--user-data-dir', profile.userData],
  ...['--extensions-dir', profile.extensions],
];

/** Installs a .vsix into a profile, as a user does. Returns what VS Code says about it. */
export async function installExtension(profile, vsix) {
  const args = [codeServerEntry, ...profileArguments(profile), '--install-extension', vsix];
  return mustRun(findNode24(), args, { env: profileEnvironment(profile), limitMs: 120_000 });
}

/**
 * Starts a server on a free port of the loopback interface.
 *
 * - `profile`: where it keeps everything; a new one by default. It is removed when the server is stopped.
 * - `env`: extra environment variables; the extension host gets them too.
 * - `development`: honour `extensionDevelopmentPath` and `extensionTestsPath` of the page's address. VS Code does so
 *   only with its smoke test driver on, which also shows no notification toasts: leave it off to see what a user sees.
 * - `port`: a port of one's own instead of a free one.
 *
 * Resolves to `{ url, authority, profile, logFile, stop() }` when it listens.
 */
export async function startServer({
  profile = createProfile(),
  env = {},
  development = false,
  port = 0,
} = {}) {
  const logFile = path.join(profile.folder, 'server.log');
  const log = openSync(logFile, 'w');
  const args = [
    codeServerEntry,
    ...profileArguments(profile),
    ...['--bind-addr', `127.0.0.1:${port}`],
    ...['--auth', 'none'],
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    '--disable-proxy',
    '--ignore-last-opened',
    ...['--locale', profile.locale],
    ...(development ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
  const server = startProcess(findNode24(), args, {
    // Without a run-time folder of the session, sockets go to the profile's temporary folder.
    env: { ...profileEnvironment(profile, env), XDG_RUNTIME_DIR: undefined },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const stop = async () => {
    await server.end();
    removeFolder(profile.folder);
  };
  const readLog = () => readFileSync(logFile, 'utf8');
  try {
    const url = await until(
      () => {
        if (server.isFinished()) throw new Error('VS Code’s server ended at its start');
        return /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(readLog())?.[1];
      },
      'VS Code’s server to listen',
      40_000,
    );
    return { url, authority: new URL(url).host, profile, logFile, stop };
  } catch (error) {
    const tail = readLog().slice(-3000);
    await stop();
    throw new Error(`${error.message}\n${tail}`);
  }
}
