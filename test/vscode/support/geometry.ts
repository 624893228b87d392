/** Where text stands on the screen inside VS Code's editor, whose lines are absolutely positioned and split into spans. */
import type { Page } from 'playwright-core';

/** A rectangle in CSS pixels of the window. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** CSS selector of the editor that has, or last had, the focus. */
export const activeEditor = '.editor-group-container.active .monaco-editor[role="code"]';

/** One visible line. */
export interface VisibleLine {
  /** Counted from 1, as shown beside it. */
  readonly number: number;
  readonly text: string;
  readonly box: Box;
}

/** What of the DOM the functions below use inside the page; the project is not compiled with DOM types. */
interface PageElement {
  readonly textContent: string | null;
  getBoundingClientRect(): Box;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
interface PageRange {
  setStart(node: unknown, offset: number): void;
  setEnd(node: unknown, offset: number): void;
  getBoundingClientRect(): Box;
}
interface PageDocument {
  querySelectorAll(selector: string): Iterable<PageElement>;
  createTreeWalker(root: PageElement, what: number): { nextNode(): { readonly data: string } | null };
  createRange(): PageRange;
}
declare const document: PageDocument;

/** The lines of the active editor that are on the screen, from top to bottom. */
export async function visibleLines(page: Page): Promise<VisibleLine[]> {
  return page.evaluate((editor) => {
    const plain = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });
    const numbers = new Map<number, number>();
    for (const element of document.querySelectorAll(`${editor} .margin .line-numbers`)) {
      numbers.set(Math.round(element.getBoundingClientRect().y), Number(element.textContent));
    }
    const lines: { number: number; text: string; box: Box }[] = [];
    for (const element of document.querySelectorAll(`${editor} .view-lines .view-line`)) {
      const box = plain(element.getBoundingClientRect());
      const number = numbers.get(Math.round(box.y));
      // VS Code writes spaces as no-break spaces.
      const text = (element.textContent ?? '').replaceAll('\u00a0', ' ');
      if (number) lines.push({ number, text, box });
    }
    return lines.sort((a, b) => a.box.y - b.box.y);
  }, activeEditor);
}

/** The rectangle of the `occurrence`-th (from 0) `text` on line `number` of the active editor, or null. */
export async function boxOfText(
  page: Page,
  number: number,
  text: string,
  occurrence = 0,
): Promise<Box | null> {
  const line = (await visibleLines(page)).find((visible) => visible.number === number);
  if (!line) return null;
  return page.evaluate(
    ({ editor, y, wanted, skip }) => {
      for (const element of document.querySelectorAll(`${editor} .view-lines .view-line`)) {
        if (Math.abs(element.getBoundingClientRect().y - y) > 1) continue;
        const walker = document.createTreeWalker(element, 4 /* NodeFilter.SHOW_TEXT */);
        const nodes: { node: unknown; start: number; length: number }[] = [];
        let content = '';
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          nodes.push({ node, start: content.length, length: node.data.length });
          content += node.data.replaceAll('\u00a0', ' ');
        }
        let start = content.indexOf(wanted);
        for (let i = 0; i < skip && start >= 0; i++) start = content.indexOf(wanted, start + 1);
        if (start < 0) return null;
        const end = start + wanted.length;
        const first = nodes.find((n) => start < n.start + n.length);
        const last = nodes.find((n) => end <= n.start + n.length);
        if (!first || !last) return null;
        const range = document.createRange();
        range.setStart(first.node, start - first.start);
        range.setEnd(last.node, end - last.start);
        const { x, y: top, width, height } = range.getBoundingClientRect();
        return { x, y: top, width, height };
      }
      return null;
    },
    { editor: activeEditor, y: line.box.y, wanted: text, skip: occurrence },
  );
}

/** Whether two rectangles lie side by side or apart, without a common column of pixels on about the same height. */
export function overlaps(a: Box, b: Box): boolean {
  // An underline may stand a few pixels below the text that it belongs to.
  const slack = 4;
  return (
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height + slack && b.y < a.y + a.height + slack
  );
}
