/** The views around the editor: problems, output, status bar, context menu, webviews. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import type { QuickInput } from './quick-input.ts';

export class Panels {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  /** Opens the Problems panel and resolves to the rows that fit into it, as soon as there is one. */
  async problems(): Promise<string[]> {
    await this.#quickInput.runCommand('Problems: Focus on Problems View');
    const rows = this.#page.locator('.markers-panel .monaco-list-row .marker-message-details-container');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Waits until the status bar counts as many errors and warnings in all open files. */
  async waitForProblemCounts(errors: number, warnings: number): Promise<void> {
    const item = this.#page.locator('[id="status.problems"]');
    await eventually(async () => {
      const [shownErrors = '', shownWarnings = ''] =
        (await item.allInnerTexts()).join(' ').match(/\d+/g) ?? [];
      return Number(shownErrors) === errors && Number(shownWarnings) === warnings;
    }, `${errors} errors and ${warnings} warnings in the status bar`);
  }

  /** Opens an output channel and waits until it contains a text. */
  async waitForOutput(channel: string, text: string | RegExp): Promise<void> {
    await this.#quickInput.runCommand('Output: Show Output Channels');
    await this.#quickInput.pick(channel);
    await this.#page.locator('.output-view .view-line').filter({ hasText: text }).first().waitFor();
  }

  /** Closes the panel below the editor. */
  async closePanel(): Promise<void> {
    await this.#quickInput.runCommand('View: Hide Panel');
  }

  /** An entry of the status bar. */
  statusBarItem(text: string | RegExp): Locator {
    return this.#page.locator('.statusbar-item').filter({ hasText: text }).first();
  }

  /** Waits for the context menu that a right click opened and chooses an entry. */
  async chooseFromMenu(label: string): Promise<void> {
    const entry = this.#page.locator('.monaco-menu').getByRole('menuitem', { name: label, exact: true });
    await entry.waitFor();
    // VS Code ignores a mouse button that is released in a menu just after the menu opened.
    await eventually(async () => {
      if (!(await entry.isVisible())) return true;
      await entry.click({ timeout: 2_000 }).catch(() => {});
      return !(await entry.isVisible());
    }, `the menu to take "${label}"`);
  }

  /** The entries of the open context menu. */
  async menuEntries(): Promise<string[]> {
    const entries = this.#page.locator('.monaco-menu .action-label:not(.separator)');
    await entries.first().waitFor();
    return entries.allInnerTexts();
  }

  /** The document inside the visible webview. */
  webview(): FrameLocator {
    return this.#page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }
}
