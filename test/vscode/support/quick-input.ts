/** The box at the top of the window: command palette, quick open, pick lists, input boxes. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually, succeeds } from './eventually.ts';

export class QuickInput {
  readonly #page: Page;
  readonly #box: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#box = page.locator('.quick-input-widget');
  }

  get #field(): Locator {
    return this.#box.locator('.quick-input-filter input');
  }

  #row(label: string | RegExp): Locator {
    return this.#box.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
  }

  /** Runs a command by its title in the command palette, e.g. `Problems: Focus on Problems View`. */
  async runCommand(title: string): Promise<void> {
    const typed = `>${title}`;
    await eventually(async () => {
      if (!(await this.#list('F1', typed, title)) || !(await this.#choose(title))) return false;
      // The box is gone, or it belongs to the command that has begun.
      return (
        (await succeeds(this.#box.waitFor({ state: 'hidden', timeout: 1_000 }))) || !(await this.#has(typed))
      );
    }, `the command "${title}" to be run`);
  }

  /** Opens a file of the workspace by its path and waits until its editor has the keyboard. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    const tab = this.#page.locator('.editor-group-container.active .tab.active').filter({ hasText: name });
    const focused = this.#page.locator('.editor-group-container.active .monaco-editor.focused').first();
    await eventually(async () => {
      if (!(await this.#list('ControlOrMeta+p', path, name)) || !(await this.#choose(name))) return false;
      return succeeds(tab.waitFor({ timeout: 4_000 }).then(() => focused.waitFor({ timeout: 4_000 })));
    }, `${path} in the editor`);
  }

  /** Opens the box with a key unless it is open, and types; true when the list has the row then. */
  async #list(key: string, text: string, label: string): Promise<boolean> {
    // A key is lost while the focus goes from one part of the window to another.
    if (!(await this.#field.isVisible())) await this.#page.keyboard.press(key);
    const filled = this.#field
      .fill('', { timeout: 1_000 })
      .then(() => this.#field.fill(text, { timeout: 1_000 }));
    return (await succeeds(filled)) && succeeds(this.#row(label).waitFor({ timeout: 2_000 }));
  }

  /**
   * Clicks a row; true when it could be clicked. The list is built anew while more is found, and a click on a row that goes
   * away does nothing. The mouse does not stay: what it rests on shows a tooltip, which covers other things.
   */
  async #choose(label: string | RegExp): Promise<boolean> {
    const clicked = await succeeds(this.#row(label).click({ timeout: 2_000 }));
    await this.#page.mouse.move(2, 2);
    return clicked;
  }

  /** Whether the box is open with this text. */
  async #has(text: string): Promise<boolean> {
    return (await this.#field.isVisible()) && (await this.value()) === text;
  }

  /** The titles of the commands that the palette lists for a text. */
  async listedCommands(text: string): Promise<string[]> {
    await eventually(() => this.#list('F1', `>${text}`, text), `"${text}" in the command palette`);
    const rows = this.#box.locator('.quick-input-list .monaco-list-row .label-name');
    await rows.first().waitFor();
    const titles = await rows.allTextContents();
    await this.close();
    return titles;
  }

  /** Waits for an input box or pick list that shows a text: its title, prompt, placeholder or one of its rows. */
  async waitFor(text: string | RegExp): Promise<void> {
    const shown = this.#box.filter({ hasText: text });
    const placeholder = this.#box.getByPlaceholder(text);
    await shown.or(placeholder).first().waitFor();
  }

  /** Waits for an input box with this prompt, replaces its text and accepts it. */
  async enter(prompt: string | RegExp, text: string): Promise<void> {
    await this.waitFor(prompt);
    await this.fill(text);
    await this.accept();
  }

  /** Replaces the text of the open input box, which may show a validation message then. */
  async fill(text: string): Promise<void> {
    await this.#field.fill(text);
  }

  /** Accepts the open box as Enter does. */
  async accept(): Promise<void> {
    await this.#page.keyboard.press('Enter');
  }

  /** The text in the field. */
  value(): Promise<string> {
    return this.#field.inputValue();
  }

  /** Waits until the message below the field, which shows prompts and validation errors, contains a text. */
  async waitForMessage(text: string | RegExp): Promise<void> {
    await this.#box.locator('.quick-input-message').filter({ hasText: text }).waitFor();
  }

  /** Waits for a pick list with such an entry and chooses it. */
  async pick(label: string | RegExp): Promise<void> {
    await eventually(() => this.#choose(label), `"${label}" to be picked`);
  }

  /** The labels of the entries that a pick list shows. */
  async entries(): Promise<string[]> {
    const rows = this.#box.locator('.quick-input-list .monaco-list-row .label-name');
    await rows.first().waitFor();
    return rows.allTextContents();
  }

  /** Closes the box as Escape does. */
  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#box.waitFor({ state: 'hidden' });
    assert.equal(await this.#box.isVisible(), false);
  }
}
