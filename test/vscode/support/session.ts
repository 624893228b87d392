/**
 * A VS Code of its own for a UI suite: profile, workspace folder, server, window and, on request, a sandbox of the cloud.
 * The extension is the packaged one, installed as a user installs it.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import * as host from '../../../scripts/vscode-host/index.mjs';
import { Editor } from './editor.ts';
import { eventually } from './eventually.ts';
import { Dialog, Notifications } from './messages.ts';
import { Panels } from './panels.ts';
import { QuickInput } from './quick-input.ts';
import { SandboxControl } from './sandbox-control.ts';

export interface SessionOptions {
  /** Settings of the user and of the machine, on top of the harness's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment variables of the extension host. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Starts a sandbox, points `alicloudSg.endpoint` to it and gives the extension its keys. Arguments of `alisg sandbox`. */
  readonly sandbox?: boolean | readonly string[];
  /** Files of the workspace by path, instead of those in test/vscode/workspace. */
  readonly files?: Readonly<Record<string, string>>;
  /** File of the workspace that is open at the start. */
  readonly open?: string;
  /** VS Code's display language, e.g. `zh-cn`. VS Code's own texts stay English. */
  readonly locale?: string;
  /** Device pixels per CSS pixel, for pictures that are looked at closely. */
  readonly scale?: number;
}

/** A running VS Code and everything that a test does with it. */
export class Session {
  /** Playwright's page, for what has no method here. */
  readonly page: Page;
  /** Absolute path of the workspace folder. */
  readonly workspace: string;
  /** The person's home folder, empty at the start. */
  readonly home: string;
  readonly editor: Editor;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  readonly panels: Panels;
  readonly #server: host.Server;
  readonly #window: host.Window;
  readonly #sandbox: host.Sandbox | null;

  constructor(server: host.Server, window: host.Window, workspace: string, sandbox: host.Sandbox | null) {
    this.#server = server;
    this.#window = window;
    this.page = window.page;
    this.#sandbox = sandbox;
    this.workspace = workspace;
    this.home = path.join(server.profile.folder, 'home');
    this.editor = new Editor(window.page);
    this.quickInput = new QuickInput(window.page);
    this.notifications = new Notifications(window.page);
    this.dialog = new Dialog(window.page);
    this.panels = new Panels(window.page, this.quickInput);
  }

  /** Opens the window, with a file if there is one to open, and waits until it is there. */
  async open(file?: string): Promise<void> {
    const openFile = file === undefined ? {} : { openFile: path.join(this.workspace, file) };
    await this.page.goto(host.workbenchUrl(this.#server, { folder: this.workspace, ...openFile }));
    const ready = [this.page.locator('.monaco-workbench .statusbar .statusbar-item')];
    if (file !== undefined) ready.push(this.page.locator('.editor-group-container.active .view-line'));
    for (const part of ready) await part.first().waitFor({ timeout: 60_000 });
  }

  /** The sandbox that the suite has asked for. */
  get sandbox(): SandboxControl {
    if (this.#sandbox === null) throw new Error('This suite has no sandbox');
    return new SandboxControl(this.#sandbox.url);
  }

  /** Ends the sandbox in the middle of whatever it does: from then on its address refuses connections. */
  async stopSandbox(): Promise<void> {
    await this.#sandbox?.stop();
  }

  /** Text of a file of the workspace as it is on disk. */
  fileText(file: string): string {
    return readFileSync(path.join(this.workspace, file), 'utf8');
  }

  /** Waits until a file of the workspace contains a text on disk. */
  async waitForFile(file: string, text: string): Promise<void> {
    await eventually(() => this.fileText(file).includes(text), `"${text}" in ${file}`);
  }

  /** Writes `test/vscode/out/NAME.png`. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(host.evidenceFolder, { recursive: true });
    await this.page.screenshot({ path: path.join(host.evidenceFolder, `${name}.png`) });
  }

  /**
   * Writes `docs/images/NAME.png`, for scripts/screenshots.mjs. `part` is a CSS selector when not the whole window is to
   * be seen.
   */
  async picture(name: string, part?: string): Promise<void> {
    const file = { path: path.join('docs', 'images', `${name}.png`) };
    mkdirSync(path.dirname(file.path), { recursive: true });
    await (part === undefined
      ? this.page.screenshot(file)
      : this.page.locator(part).first().screenshot(file));
  }

  /** Writes the console of the page and the log of the server to `test/vscode/out/NAME.log`. */
  writeLog(name: string): void {
    mkdirSync(host.evidenceFolder, { recursive: true });
    const server = readFileSync(this.#server.logFile, 'utf8');
    const text = ['# Console of the page', ...this.#window.consoleLines, '', '# Server', server].join('\n');
    writeFileSync(path.join(host.evidenceFolder, `${name}.log`), text);
  }

  /** Closes what a failed test may have left open, so that the next test fails for its own reasons only. */
  async calm(): Promise<void> {
    await this.page.mouse.move(2, 2);
    for (let layer = 0; layer < 4; layer++) await this.page.keyboard.press('Escape');
  }

  /** Ends everything and removes its folders. */
  async stop(): Promise<void> {
    await this.#window.close();
    await this.#server.stop();
    await this.stopSandbox();
    host.removeFolder(path.dirname(this.workspace));
  }
}

function createWorkspace(files: SessionOptions['files']): string {
  // Its name is in the title of the window, and so in pictures.
  const folder = path.join(host.temporaryFolder('workspace'), 'security-groups');
  mkdirSync(folder);
  if (!files) cpSync(path.join('test', 'vscode', 'workspace'), folder, { recursive: true });
  for (const [name, text] of Object.entries(files ?? {})) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** Starts VS Code and waits until its window is there. What was started until an error is ended again. */
export async function startSession(options: SessionOptions = {}): Promise<Session> {
  const extensions = process.env.ALISG_TEST_EXTENSIONS;
  if (!extensions) throw new Error('The UI tests are run by scripts/run-ui-tests.mjs');
  const { sandbox: wantsSandbox = false, locale = 'en', scale = 1 } = options;
  const started: (() => Promise<void>)[] = [];
  try {
    const sandbox = wantsSandbox ? await host.startSandbox(wantsSandbox === true ? [] : wantsSandbox) : null;
    if (sandbox) started.push(sandbox.stop);
    const endpoint = sandbox ? { 'alicloudSg.endpoint': sandbox.url } : {};
    const profile = host.createProfile({
      extensions,
      locale,
      settings: { ...endpoint, ...options.settings },
    });
    const server = await host.startServer({
      profile,
      env: { ...sandbox?.environment, ...options.environment },
    });
    started.push(server.stop);
    const window = await host.openWindow({ profile, scale });
    started.push(window.close);
    const session = new Session(server, window, createWorkspace(options.files), sandbox);
    await session.open(options.open);
    return session;
  } catch (error) {
    for (const stop of started.reverse()) await stop();
    throw error;
  }
}
