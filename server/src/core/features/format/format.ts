/**
 * Formats a definition: keys in the order of the document, rules two blanks in, one blank behind a colon, no blanks at
 * line ends. Works on text, so that comments stay with what they are about. Every step is checked: one that changed a
 * value, a comment or a finding would be left out. A file with syntax errors is not touched.
 */
import { applyEdits, format as formatJson } from 'jsonc-parser';
import { plainValue } from '../../model/view.ts';
import { readFile, type SgFile } from '../../syntax/file.ts';
import type { SgNode } from '../../syntax/tree.ts';
import { type CheckOptions, checkFile } from '../check.ts';
import { documentNode, type FileNode } from '../nodes.ts';
import { reorderKeys } from './reorder-keys.ts';
import { reindentItems, tidyLines } from './yaml-layout.ts';

/** Indentation of JSON; YAML is always indented by two blanks, as every example of a definition is. */
export interface FormatOptions {
  /** Blanks of one level. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** The formatted text; the text itself when there is nothing to do or it cannot be read. */
export function formatText(file: SgFile, options: CheckOptions, layout: FormatOptions): string {
  const steps: ((file: SgFile) => string)[] =
    file.syntax === 'json'
      ? [(f) => reorderKeys(f, 'rule'), (f) => reorderKeys(f, 'group'), (f) => layOutJson(f.text, layout)]
      : [(f) => reorderKeys(f, 'rule'), (f) => reorderKeys(f, 'group'), reindentItems, tidyLines];
  let current = file;
  let known = meaning(current, options);
  if (known === null) return file.text;
  for (const step of steps) {
    const text = step(current);
    if (text === current.text) continue;
    const next = readFile(text, file.syntax, current);
    const after = meaning(next, options);
    if (after !== known) continue;
    current = next;
    known = after;
  }
  return current.text;
}

function layOutJson(text: string, { tabSize, insertSpaces }: FormatOptions): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edits = formatJson(text, undefined, { tabSize, insertSpaces, eol, insertFinalNewline: true });
  return applyEdits(text, edits);
}

/** What formatting must not change, to be compared: values, comments, findings. Null: the file has syntax errors. */
function meaning(file: SgFile, options: CheckOptions): string | null {
  const pieces = file.documents.flatMap((d) => [d.skeleton, ...d.items]);
  if (file.limit !== null || pieces.some((p) => p.fragment.faults.length > 0)) return null;
  const { groups, diagnostics } = checkFile(file, options);
  const comments = pieces.flatMap((p) => p.fragment.comments.map((c) => c.text.replace(/\s+/g, ' ').trim()));
  const values = file.documents.map((doc) => plainTree(documentNode(doc)));
  // Aliases resolved: an anchor that moved behind its alias would be seen here.
  const resolved = groups.map(({ top, rules }) =>
    [top, ...rules.map((r) => r.view)].map((view) =>
      [...(view?.fields.values() ?? [])].map((f) => `${f.name}=${String(plainValue(f))}`).sort(),
    ),
  );
  const findings = diagnostics.map((d) => `${d.code} ${d.message}`);
  return JSON.stringify([values, resolved, comments.sort(), findings.sort()]);
}

/** A tree as data without the order of keys. */
function plainTree(at: FileNode | null): unknown {
  if (at === null) return null;
  const { node, children } = at;
  const named = nameOf(node);
  if (node.kind === 'seq') return [named, children.map(plainTree)];
  if (node.kind !== 'map')
    return [named, node.kind === 'alias' ? node.name : `${typeof node.value} ${node.value}`];
  const pairs: string[] = [];
  for (const [i, child] of children.entries()) {
    if (!child.pair?.isKey) continue;
    const value = children[i + 1];
    pairs.push(JSON.stringify([plainTree(child), value?.pair?.isKey === false ? plainTree(value) : null]));
  }
  return [named, pairs.sort()];
}

function nameOf({ kind, anchor }: SgNode): string {
  return anchor === null ? kind : `${kind} &${anchor}`;
}
