/** Indentation and blanks of YAML in block style. What stands within braces or quotes is left as it is. */
import type { ItemPiece, SgFile } from '../../syntax/file.ts';
import { spanInFile } from '../../syntax/file.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import { allNodes, documentNode } from '../nodes.ts';

/** Where the dashes of `Permissions` stand, and the keys behind them. */
const dashIndent = 2;
const keyIndent = 4;

/** The text with every rule in block style indented alike. */
export function reindentItems(file: SgFile): string {
  const edits: TextEdit[] = [];
  for (const { items, layout } of file.documents) {
    const { dashColumn } = layout;
    if (dashColumn === null) continue;
    for (const item of items) edits.push(...reindentItem(file, item, dashColumn));
  }
  return applyEdits(file.text, edits);
}

function reindentItem(file: SgFile, item: ItemPiece, dashColumn: number): TextEdit[] {
  const { root, text } = item.fragment;
  // An item that was not cut by lines does not begin with its dash.
  const dash = text.search(/\S/);
  if (root === null || text[dash] !== '-' || dash !== dashColumn) return [];
  const edits: TextEdit[] = [];
  const first = file.lines.positionAt(item.start).line;
  const last = file.lines.positionAt(item.start + text.length - 1).line;
  const content = /^-[ ]*/.exec(text.slice(dash))?.[0].length ?? 1;
  const keyColumn = dashColumn + content;
  const bare = text.slice(dash + content).startsWith('\n') || text.slice(dash + content).startsWith('#');
  const start = item.start;
  edits.push({
    start,
    end: start + dash + (bare ? 1 : content),
    newText: `${' '.repeat(dashIndent)}-${bare ? '' : ' '}`,
  });
  for (let line = first + 1; line <= last; line++) {
    const lineText = file.lines.lineText(line);
    const indent = lineText.search(/[^ ]/);
    if (indent < 0) continue;
    const comment = lineText[indent] === '#';
    // A comment as far out as the dash is about the next rule.
    const wanted = comment && indent <= dashColumn ? dashIndent : indent + keyIndent - keyColumn;
    const at = file.lines.lineStart(line);
    const floor = comment && indent <= dashColumn ? dashIndent : keyIndent;
    edits.push({ start: at, end: at + indent, newText: ' '.repeat(Math.max(floor, wanted)) });
  }
  return edits;
}

/** The text with one blank behind colons, none at line ends, and one line break at its end. */
export function tidyLines(file: SgFile): string {
  const edits: TextEdit[] = [];
  const untouchable: { start: number; end: number }[] = [];
  for (const doc of file.documents) {
    for (const { node, span, pair } of allNodes(documentNode(doc))) {
      if (node.kind === 'scalar' && file.text.slice(span.start, span.end).includes('\n'))
        untouchable.push(span);
      if (pair === null || pair.isKey) continue;
      const gap = /^[ \t]*:[ \t]+(?=\S)/.exec(file.text.slice(pair.key.end))?.[0];
      if (gap !== undefined && gap !== ': ' && file.text[pair.key.end + gap.length] !== '#') {
        edits.push({ start: pair.key.end, end: pair.key.end + gap.length, newText: ': ' });
      }
    }
    for (const piece of [doc.skeleton, ...doc.items]) {
      for (const comment of piece.fragment.comments) {
        const { start, end } = spanInFile(piece, comment);
        const blanks = /[ \t]+$/.exec(file.text.slice(start, end))?.[0].length ?? 0;
        if (blanks > 0) edits.push({ start: end - blanks, end, newText: '' });
      }
    }
  }
  for (let line = 0; line < file.lines.lineCount; line++) {
    const text = file.lines.lineText(line);
    const blanks = /[ \t]+$/.exec(text)?.[0].length ?? 0;
    const end = file.lines.lineStart(line) + text.length;
    const within = untouchable.some((span) => end > span.start && end <= span.end);
    if (blanks > 0 && !within && !edits.some((e) => e.end > end - blanks && e.start < end)) {
      edits.push({ start: end - blanks, end, newText: '' });
    }
  }
  const text = applyEdits(file.text, edits);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return text.trim() === '' ? text : `${text.trimEnd()}${eol}`;
}
