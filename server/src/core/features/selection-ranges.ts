/** What *Expand Selection* takes step by step: value, field, rule, list, group, file. */
import type { Range } from '../text/position.ts';
import { type FileCheck, groupAt } from './check.ts';
import { documentNode, nodesAround } from './nodes.ts';

/** Ranges around an offset, the narrowest first, each within the next and larger than the one before. */
export function selectionRanges({ file }: FileCheck, offset: number): Range[] {
  const spans = [{ start: 0, end: file.text.length }];
  const doc = file.documents[groupAt(file, offset)];
  if (doc !== undefined && offset >= doc.span.start && offset <= doc.span.end) spans.push(doc.span);
  for (const { pair, span, itemStart, node } of nodesAround(doc ? documentNode(doc) : null, offset)) {
    if (pair !== null) spans.push(pair.whole);
    if (itemStart !== null) spans.push({ start: itemStart, end: span.end });
    spans.push(span);
    // Between the quotes.
    const quoted =
      node.kind === 'scalar' && (node.style === 'double-quoted' || node.style === 'single-quoted');
    if (quoted && offset > span.start && offset < span.end)
      spans.push({ start: span.start + 1, end: span.end - 1 });
  }
  const ranges: Range[] = [];
  let outer = spans[0] ?? { start: 0, end: 0 };
  for (const [i, span] of spans.entries()) {
    const within = span.start >= outer.start && span.end <= outer.end;
    const smaller = span.end - span.start < outer.end - outer.start;
    if (i > 0 && !(within && smaller && offset >= span.start && offset <= span.end)) continue;
    ranges.unshift(file.lines.rangeAt(span.start, span.end));
    outer = span;
  }
  return ranges;
}
