// A Chromium window on VS Code, driven through Playwright. Needs the installed dependencies.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArguments, mustFindChromium } from './chromium.mjs';

/** Width and height of the window, in CSS pixels. */
const viewport = { width: 1280, height: 800 };

/**
 * Opens an empty window. `profile` is where Chromium keeps its own files; `scale` the number of device pixels per CSS
 * pixel; `locale` the browser's language, e.g. `zh-CN`. Resolves to `{ page, consoleLines, close() }`.
 */
export async function openWindow({ profile, scale = 1, locale = 'en-US' }) {
  const home = path.join(profile.folder, 'chromium');
  mkdirSync(home, { recursive: true });
  const browser = await chromium.launch({
    executablePath: mustFindChromium(),
    args: chromiumArguments,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, TMPDIR: home },
    // Signals are handled in one place, at-end.mjs: Playwright would end the process before the others have cleaned up.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: scale,
    locale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const consoleLines = [];
  page.on('console', (message) => consoleLines.push(`[${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => consoleLines.push(`[pageerror] ${error.stack ?? error.message}`));
  page.on('crash', () => consoleLines.push('[crash] the page crashed'));
  return { page, consoleLines, close: () => browser.close() };
}

/**
 * Has VS Code report the end of an extension test run to us, as it reports it to its own automation. To be called before
 * the page is opened. Resolves to VS Code's exit code; `onLog` gets what the extension host writes to its console.
 */
export async function automationExit(page, onLog) {
  let finish;
  const exited = new Promise((resolve) => {
    finish = resolve;
  });
  page.on('crash', () => finish(-1));
  await page.exposeFunction('codeAutomationExit', finish);
  await page.exposeFunction('codeAutomationLog', (type, args) => onLog(`<${type}> ${format(...args)}`));
  // In an object: a promise that an async function returns would be awaited here.
  return { exited };
}
