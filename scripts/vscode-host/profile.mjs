// A fresh profile for the browser-hosted VS Code, and for a desktop one: settings, extensions and home folder in a
// temporary folder, so that a test never sees or changes what the user has.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../lib/temporary-folder.mjs';
import { writeLanguagePack } from './language-pack.mjs';

/** Settings that keep the window quiet: nothing opens by itself, moves, asks or phones home. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Creates a profile. `settings` are added to the quiet ones, as user settings and as settings of the machine: in a window
 * on a server, which the browser-hosted VS Code always is, a setting of `machine` scope counts in the latter only.
 * `extensions` is a folder with installed extensions to use instead of an empty one. `locale` is VS Code's display
 * language, e.g. `zh-cn`.
 */
export function createProfile({ settings = {}, extensions, locale = 'en' } = {}) {
  const folder = temporaryFolder('profile');
  const userData = path.join(folder, 'user-data');
  const settingsFiles = ['User', 'Machine'].map((scope) => path.join(userData, scope, 'settings.json'));
  const config = path.join(folder, 'code-server.yaml');
  const extensionFolder = extensions ?? path.join(folder, 'extensions');
  for (const needed of [path.join(folder, 'home'), path.join(folder, 'tmp'), extensionFolder]) {
    mkdirSync(needed, { recursive: true });
  }
  for (const file of settingsFiles) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  }
  writeFileSync(config, 'auth: none\n');
  if (locale !== 'en') writeLanguagePack(userData, locale);
  return { folder, userData, locale, config, extensions: extensionFolder };
}

// What code-server, VS Code and Node read. A terminal inside VS Code sets several of them, npm sets many.
const foreign =
  /^(PORT|HOST|PASSWORD|HASHED_PASSWORD|GITHUB_TOKEN|VSCODE_.*|ELECTRON_.*|CODE_SERVER_.*|CS_.*|npm_.*|NODE_OPTIONS|NODE_TEST_CONTEXT|ALIBABA_?CLOUD_.*|ALICLOUD_.*)$/i;

/**
 * The environment for programs that use a profile: this process's own, without what would configure VS Code or hand it
 * the user's cloud credentials, with all of its folders inside the profile, and with `extra`.
 */
export function profileEnvironment(profile, extra = {}) {
  const kept = Object.entries(process.env).filter(([key]) => !foreign.test(key));
  const inside = (name) => path.join(profile.folder, name);
  return {
    ...Object.fromEntries(kept),
    HOME: inside('home'),
    XDG_CONFIG_HOME: inside('config'),
    XDG_DATA_HOME: inside('data'),
    XDG_CACHE_HOME: inside('cache'),
    XDG_STATE_HOME: inside('state'),
    // VS Code never removes the sockets that it makes there.
    TMPDIR: inside('tmp'),
    ...extra,
  };
}

/** What lets a program whose home folder is a profile's still reach the X server. */
export function displayAccess() {
  const { HOME, XAUTHORITY } = process.env;
  if (process.platform !== 'linux' || XAUTHORITY || !HOME) return {};
  return { XAUTHORITY: path.join(HOME, '.Xauthority') };
}
