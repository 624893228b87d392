/** What VS Code says to a person beside the editor: notifications and modal dialogs. */
import type { Locator, Page } from 'playwright-core';
import { eventually, succeeds } from './eventually.ts';

/** Notification toasts at the lower right, progress among them. They hide themselves after some seconds. */
export class Notifications {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  #toast(text: string | RegExp): Locator {
    return this.#page.locator('.notification-toast').filter({ hasText: text }).first();
  }

  /** Waits for a toast with a text and resolves to all that it says. `limit` in milliseconds. */
  async waitFor(text: string | RegExp, limit = 20_000): Promise<string> {
    const toast = this.#toast(text);
    if (!(await succeeds(toast.waitFor({ timeout: limit })))) {
      const others = await this.#page.locator('.notification-toast').allInnerTexts();
      throw new Error(`Waited ${limit / 1000} s for a toast with "${text}"; toasts: ${others.join(' | ')}`);
    }
    return (await toast.locator('.notification-list-item-message').textContent()) ?? '';
  }

  /** Waits until no toast with this text is shown. */
  async waitUntilGone(text: string | RegExp): Promise<void> {
    await this.#toast(text).waitFor({ state: 'detached' });
  }

  /** The buttons of a toast, from left to right. */
  async buttons(text: string | RegExp): Promise<string[]> {
    return this.#toast(text)
      .locator('.notification-list-item-buttons-container .monaco-button')
      .allInnerTexts();
  }

  /** Presses a button of a toast. */
  async press(text: string | RegExp, button: string): Promise<void> {
    await this.#toast(text).getByRole('button', { name: button, exact: true }).click();
  }

  /** Presses Cancel of a progress notification. */
  async cancel(text: string | RegExp): Promise<void> {
    await this.press(text, 'Cancel');
  }

  /** Hides all toasts, as Escape does, so that the next one is seen alone. */
  async hide(): Promise<void> {
    await eventually(async () => {
      if ((await this.#page.locator('.notification-toast').count()) === 0) return true;
      await this.#page.keyboard.press('Escape');
      return false;
    }, 'all toasts to be gone');
  }

  /** Removes a toast without answering it. */
  async dismiss(text: string | RegExp): Promise<void> {
    const toast = this.#toast(text);
    await toast.hover();
    await toast.locator('.codicon-notifications-clear').click();
    await this.waitUntilGone(text);
  }
}

/** The modal dialog in the middle of the window. */
export class Dialog {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  #box(text?: string | RegExp): Locator {
    const box = this.#page.locator('.monaco-dialog-box');
    return text === undefined ? box : box.filter({ hasText: text });
  }

  /** Waits for a dialog with a text and resolves to its message and detail. */
  async waitFor(text: string | RegExp): Promise<string> {
    const box = this.#box(text);
    await box.waitFor();
    const [message, detail] = ['.dialog-message-text', '.dialog-message-detail'].map((part) =>
      box.locator(part),
    );
    const texts = await Promise.all([message?.allTextContents(), detail?.allTextContents()]);
    return texts.flat().join('\n');
  }

  /** The buttons, Cancel among them. Their order depends on the platform. */
  async buttons(): Promise<string[]> {
    return this.#box().locator('.dialog-buttons .monaco-button').allInnerTexts();
  }

  /** Presses a button of the dialog with this text and waits until it is gone. */
  async press(text: string | RegExp, button: string): Promise<void> {
    const box = this.#box(text);
    await box.getByRole('button', { name: button, exact: true }).click();
    await box.waitFor({ state: 'detached' });
  }

  /** Closes the dialog as Escape does. */
  async dismiss(): Promise<void> {
    await eventually(async () => {
      await this.#page.keyboard.press('Escape');
      return succeeds(this.#box().waitFor({ state: 'detached', timeout: 1_000 }));
    }, 'the dialog to be gone');
  }
}
