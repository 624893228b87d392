// The address under which a browser shows VS Code's window.
import { pathToFileURL } from 'node:url';

/** The address of a file or folder of this machine as the window sees it. */
export const remoteUri = (server, file) =>
  `vscode-remote://${server.authority}${pathToFileURL(file).pathname}`;

/**
 * The address of a window on `folder`, with `openFile` open. `extension` (a folder with an extension's source) and
 * `tests` (a module that exports `run`) need a server that was started with `development`. Paths are absolute.
 */
export function workbenchUrl(server, { folder, openFile, extension, tests } = {}) {
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (extension) payload.push(['extensionDevelopmentPath', remoteUri(server, extension)]);
  if (tests) payload.push(['extensionTestsPath', remoteUri(server, tests)]);
  if (openFile) payload.push(['openFile', remoteUri(server, openFile)]);
  const query = new URLSearchParams(folder ? { folder } : { ew: 'true' });
  query.set('payload', JSON.stringify(payload));
  return `${server.url}/?${query}`;
}
