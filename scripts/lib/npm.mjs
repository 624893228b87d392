// Running npm from a script, also from one that npm runs.
import { existsSync } from 'node:fs';

/** The command line of the npm at hand: the one that runs this script, or else the one on the PATH. */
export function npmCommand(args) {
  const running = process.env.npm_execpath;
  if (running?.endsWith('npm-cli.js') && existsSync(running)) return [process.execPath, [running, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/**
 * The environment for an npm in another folder. npm describes the package and the folder that it works in to its
 * children, and a nested npm would take that for its own. User settings (cache, registry, proxy) stay.
 */
export function npmEnvironment(extra = {}) {
  const foreign =
    /^npm_(package_|lifecycle_|command$|config_(prefix|global_prefix|local_prefix|workspaces?|omit|include|global)$)/i;
  const own = Object.entries(process.env).filter(([key]) => !foreign.test(key));
  return { ...Object.fromEntries(own), npm_config_update_notifier: 'false', ...extra };
}
