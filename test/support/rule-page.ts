/**
 * Reads the pages of rules: headings, and the fenced examples that are the rules' tests. The notation is described
 * in docs/contributing.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Syntax } from '../../server/src/core/syntax/file.ts';

export interface Example {
  readonly role: 'bad' | 'fixed' | 'good';
  readonly name: string;
  /** Which of the alternative fixes a `fixed` example shows; 1 is the preferred one. */
  readonly alternative: number;
  readonly syntax: Syntax;
  /** The text without its marker lines. */
  readonly text: string;
  /** What the marker lines demand, sorted. */
  readonly markers: readonly Marker[];
}

/** A finding that a marker line under a line demands: the columns that it covers on that line. */
export interface Marker {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

export interface RulePage {
  readonly headings: readonly string[];
  readonly examples: readonly Example[];
  readonly source: string;
}

const fence = /^```(yaml|json) (bad|fixed|good):([\w-]+)(?:#(\d))?\n([\s\S]*?)^```$/gm;

/** Reads a page; throws when a fence has no role or no known language. */
export function readRulePage(file: string): RulePage {
  const source = readFileSync(path.resolve(file), 'utf8');
  const examples: Example[] = [];
  for (const m of source.matchAll(fence)) {
    const [, language = '', role = '', name = '', alternative = '1', body = ''] = m;
    const { text, markers } = readMarkers(body);
    examples.push({
      role: role as Example['role'],
      name,
      alternative: Number(alternative),
      syntax: language as Syntax,
      text,
      markers,
    });
  }
  const fences = source.match(/^```\S/gm)?.length ?? 0;
  if (fences !== examples.length)
    throw new Error(`${file}: ${fences - examples.length} fences have no role (bad:, fixed:, good:)`);
  // Comments of an example at the first column are no headings.
  const prose = source.replace(/^```[\s\S]*?^```$/gm, '');
  return { headings: prose.match(/^#+ .*$/gm) ?? [], examples, source };
}

/** `#   ^^^^ SG1004` under a line; `#<^^^` covers the first two columns too. `//` likewise in JSON. */
const marker = /^(?<lead>\s*)(?<mark>#|\/\/)(?<open><?)(?<blank>\s*)(?<carets>\^+) (?<code>SG\d{4})\s*$/;

/** Takes the marker lines out of a text. */
export function readMarkers(body: string): { text: string; markers: Marker[] } {
  const lines: string[] = [];
  const markers: Marker[] = [];
  for (const line of body.split('\n')) {
    const g = marker.exec(line)?.groups;
    if (g === undefined) {
      lines.push(line);
      continue;
    }
    const { lead = '', mark = '', open = '', blank = '', carets = '', code = '' } = g;
    const column = (lead + mark + open + blank).length;
    markers.push({
      line: lines.length - 1,
      start: open === '' ? column : 0,
      end: column + carets.length,
      code,
    });
  }
  return { text: lines.join('\n'), markers };
}
