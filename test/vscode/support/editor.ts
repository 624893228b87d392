/** The text editor that has the focus: typing, pointing, squiggles, hovers, completion, quick fixes, code lenses. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually, succeeds } from './eventually.ts';
import { activeEditor, type Box, boxOfText, overlaps, visibleLines } from './geometry.ts';

/** How VS Code underlines a diagnostic. Hints are three dots, which have a class of their own. */
export type Squiggle = 'error' | 'warning' | 'info' | 'hint';

/** A piece of text on a line. Lines count from 1. `occurrence` counts from 0 when the line has the text repeatedly. */
export interface Place {
  readonly line: number;
  readonly text: string;
  readonly occurrence?: number;
}

export class Editor {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #editor(): Locator {
    return this.#page.locator(activeEditor).first();
  }

  /** The text of a visible line, or null. */
  async lineText(line: number): Promise<string | null> {
    return (await visibleLines(this.#page)).find((visible) => visible.number === line)?.text ?? null;
  }

  /** The text of all visible lines. */
  async visibleText(): Promise<string> {
    return (await visibleLines(this.#page)).map((visible) => visible.text).join('\n');
  }

  /** Waits until a visible line contains a text. */
  async waitForText(line: number, text: string): Promise<void> {
    await eventually(
      async () => (await this.lineText(line))?.includes(text),
      `line ${line} to contain "${text}"`,
    );
  }

  /** Puts the cursor at a line and column, both from 1, and scrolls there. */
  async goTo(line: number, column = 1): Promise<void> {
    const field = this.#page.locator('.quick-input-widget .quick-input-filter input');
    await eventually(async () => {
      // A key is lost while the focus goes from one part of the window to another.
      if (!(await field.isVisible())) await this.#page.keyboard.press('ControlOrMeta+g');
      return succeeds(field.waitFor({ timeout: 1_000 }));
    }, 'the box for a line number');
    await field.fill(`:${line}:${column}`);
    await this.#page.keyboard.press('Enter');
    await field.waitFor({ state: 'hidden' });
    await eventually(async () => (await this.lineText(line)) !== null, `line ${line} on the screen`);
  }

  /** Types as on a keyboard, key by key: VS Code closes brackets, indents and suggests as it does for people. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Presses a key or a combination, in Playwright's spelling: `End`, `Control+Space`, `Shift+Alt+F`. */
  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Puts a text in the place of everything, as a paste does: nothing is added to it. */
  async replaceAll(text: string): Promise<void> {
    await this.#editor.click();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.evaluate(
      (content) =>
        (globalThis as unknown as { navigator: ClipboardOwner }).navigator.clipboard.writeText(content),
      text,
    );
    await this.#page.keyboard.press('ControlOrMeta+v');
    const [first = ''] = text.split('\n');
    await this.goTo(1);
    await this.waitForText(1, first);
  }

  /** Saves, and waits until the editor is not dirty. */
  async save(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+s');
    await this.#page
      .locator('.editor-group-container.active .tab.active.dirty')
      .waitFor({ state: 'detached' });
  }

  /** Waits for a text on the screen and resolves to its rectangle. */
  async boxOf({ line, text, occurrence = 0 }: Place): Promise<Box> {
    return eventually(
      () => boxOfText(this.#page, line, text, occurrence),
      `"${text}" on line ${line} on the screen`,
    );
  }

  /** Clicks into a text; the cursor is in the middle of it then. */
  async click(place: Place, button: 'left' | 'right' = 'left'): Promise<void> {
    const box = await this.boxOf(place);
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button });
  }

  /**
   * Rests the mouse on a text until the hover says everything expected: what it shows comes from several sources, one
   * after the other. Resolves to all of its text.
   */
  async hover(place: Place, ...expected: (string | RegExp)[]): Promise<string> {
    const hover = this.#page.locator('.monaco-hover:not(.hidden)');
    const complete = expected.reduce<Locator>((found, text) => found.filter({ hasText: text }), hover);
    return eventually(
      async () => {
        const box = await this.boxOf(place);
        await this.#moveMouseAway();
        // Two moves: VS Code shows nothing for a mouse that is just there.
        await this.#page.mouse.move(box.x + box.width / 2 - 1, box.y + box.height / 2);
        await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
        const shown = await succeeds(complete.first().waitFor({ timeout: 3_000 }));
        return shown ? (await hover.allInnerTexts()).join('\n') : undefined;
      },
      `a hover with "${expected.join('", "')}" over "${place.text}" on line ${place.line}`,
    );
  }

  /** Waits until no hover is shown. */
  async closeHover(): Promise<void> {
    await this.#moveMouseAway();
    await this.#page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });
  }

  async #moveMouseAway(): Promise<void> {
    await this.#page.mouse.move(2, 2);
  }

  /** How many underlines of a kind the screen shows; one diagnostic over several lines has several. */
  async squiggleCount(kind: Squiggle): Promise<number> {
    return this.#squiggles(kind).count();
  }

  /** Waits until a text is underlined. */
  async waitForSquiggle(place: Place, kind: Squiggle): Promise<void> {
    await eventually(
      () => this.#isUnderlined(place, kind),
      `a ${kind} underline below "${place.text}" on line ${place.line}`,
    );
  }

  /** Waits until the screen shows no underline of some kinds. */
  async waitForNoSquiggles(...kinds: Squiggle[]): Promise<void> {
    for (const kind of kinds) {
      await eventually(async () => (await this.squiggleCount(kind)) === 0, `no ${kind} underline`);
    }
  }

  #squiggles(kind: Squiggle): Locator {
    return this.#editor.locator(`.squiggly-${kind}`);
  }

  async #isUnderlined(place: Place, kind: Squiggle): Promise<boolean> {
    const box = await boxOfText(this.#page, place.line, place.text, place.occurrence);
    if (!box) return false;
    const underlines = await Promise.all((await this.#squiggles(kind).all()).map((one) => one.boundingBox()));
    return underlines.some((underline) => underline && overlaps(underline, box));
  }

  /**
   * Waits until the completion list, which comes by itself while somebody types, has exactly these labels; with `…` as
   * the last one, begins with those before.
   */
  async waitForSuggestions(...labels: string[]): Promise<void> {
    const names = this.#page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    const open = labels.at(-1) === '…';
    const expected = open ? labels.slice(0, -1) : labels;
    let shown: string[] = [];
    const settled = eventually(
      async () => {
        shown = await names.allInnerTexts();
        const compared = open ? shown.slice(0, expected.length) : shown;
        return compared.join('\n') === expected.join('\n');
      },
      `the suggestions ${labels.join(', ')}`,
    );
    await settled.catch((error: Error) => {
      throw new Error(`${error.message}; there were: ${shown.join(', ') || 'none'}`);
    });
  }

  /** Waits until an entry is the first of the completion list, and takes it with Enter. */
  async acceptSuggestion(first: string): Promise<void> {
    await this.waitForSuggestions(first, '…');
    await this.#page.keyboard.press('Enter');
  }

  /** Asks for completion at the cursor unless a list is open, and resolves to the labels that are shown. */
  async completions(): Promise<string[]> {
    const rows = this.#page.locator('.suggest-widget.visible .monaco-list-row');
    await eventually(async () => {
      if (!(await rows.first().isVisible())) await this.#page.keyboard.press('Control+Space');
      return succeeds(rows.first().waitFor({ timeout: 2_000 }));
    }, 'the completion list');
    return rows.locator('.label-name').allInnerTexts();
  }

  /** Asks for completion and accepts an entry. */
  async complete(label: string): Promise<void> {
    await this.completions();
    const name = this.#page.locator('.label-name').getByText(label, { exact: true });
    await this.#page.locator('.suggest-widget .monaco-list-row').filter({ has: name }).first().click();
    await this.#page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** Opens the quick fix menu at the cursor and resolves to its entries. */
  async quickFixes(): Promise<string[]> {
    const rows = this.#page.locator('.action-widget .monaco-list-row.action');
    await eventually(async () => {
      if (!(await rows.first().isVisible())) await this.#page.keyboard.press('ControlOrMeta+.');
      return succeeds(rows.first().waitFor({ timeout: 3_000 }));
    }, 'the quick fix menu');
    return rows.locator('.title').allInnerTexts();
  }

  /** Opens the quick fix menu at the cursor and chooses an entry with the arrow keys. */
  async applyQuickFix(title: string): Promise<void> {
    const titles = await this.quickFixes();
    assert.ok(titles.includes(title), `The quick fixes are: ${titles.join('; ')}`);
    const focused = this.#page.locator('.action-widget .monaco-list-row.action.focused .title');
    for (let step = 0; step < titles.length && (await focused.textContent()) !== title; step++) {
      await this.#page.keyboard.press('ArrowDown');
    }
    assert.equal(await focused.textContent(), title);
    await this.#page.keyboard.press('Enter');
    await focused.waitFor({ state: 'detached' });
  }

  /** Waits for code lenses and resolves to their texts, from top to bottom. */
  async codeLenses(): Promise<string[]> {
    const lenses = this.#editor.locator('.codelens-decoration a, .codelens-decoration span:not(.codicon)');
    await lenses.first().waitFor();
    return lenses.allInnerTexts();
  }

  /** Clicks a code lens; `index` counts from 0 when several have this text. */
  async clickCodeLens(text: string | RegExp, index = 0): Promise<void> {
    await this.#editor.locator('.codelens-decoration a').filter({ hasText: text }).nth(index).click();
  }
}

/** The part of the page's `navigator` that `replaceAll` uses inside the page. */
interface ClipboardOwner {
  readonly clipboard: { writeText(text: string): Promise<void> };
}
