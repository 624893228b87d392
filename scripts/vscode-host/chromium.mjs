// The Chromium that shows VS Code's window in the tests. Never downloads one.
import { isExecutable } from '../lib/programs.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium or Chrome: CHROMIUM_PATH, or one in a usual place; undefined when there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : []), ...places].find(isExecutable);
}

/** The same, or an error that says what to do. */
export function mustFindChromium() {
  const found = findChromium();
  if (found) return found;
  throw new Error(
    [
      'No Chromium was found. Looked at:',
      ...places.map((place) => `  ${place}`),
      'On Debian or Ubuntu: apt-get install chromium. Elsewhere install Chrome or Chromium, or set CHROMIUM_PATH to it.',
    ].join('\n'),
  );
}

/** Arguments for a Chromium that shows nothing but a local VS Code, in a container or not. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page that Playwright fulfils counts as public address space, and Chromium would then refuse it the loopback
  // (net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS). See development-options.mjs.
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
];
