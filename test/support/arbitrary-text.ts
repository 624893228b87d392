/**
 * Random texts of definitions as people write them (comments, blank lines, other quotes, several documents, CRLF, a
 * byte order mark), and random edits of texts as editors make them.
 */
import fc from 'fast-check';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { arbitraryDefinition, toJson, toYamlBlock, toYamlFlow } from './arbitrary-definition.ts';

export interface SomeText {
  readonly text: string;
  readonly syntax: Syntax;
}

/** One replacement. `at` and `length` are thousandths of the text, so that an edit fits any text. */
export interface SomeEdit {
  readonly at: number;
  /** Characters to remove; negative: as many thousandths of the text. */
  readonly remove: number;
  readonly insert: string;
}

const yamlComments = [
  '# the office',
  '# sg-ignore SG1031',
  '# sg-ignore-file SG4001',
  '# sg-ignore letter-case, SG1040 reason="why" expires=2030-01-01',
  '# "quoted", [bracket]: yes',
];

/** Characters and stretches that mean something to a parser. */
const snippets = [
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  ': ',
  '- ',
  '-',
  '#',
  ' # x',
  '&a ',
  '*a',
  '<<: *a',
  '!x ',
  '|',
  '>-',
  '%',
  '?',
  '\\',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\n  ',
  '\n    ',
  '\n  - ',
  '\n---\n',
  '\n...\n',
  '\n%YAML 1.2\n',
  '\uFEFF',
  '\u2028',
  '\u0000',
  '🦊',
  '\uD83E',
  '网',
  'a',
  '80',
  '/',
  '//',
  '/* ',
  ' */',
  'tcp',
  'Accept',
  'Permissions:',
  '"Permissions": [',
  '    Priority: 1\n',
  '  - Direction: ingress\n',
  '  - { Direction: egress, Policy: drop }\n',
  '{ "Direction": "ingress" },',
  'x-a: &a { Policy: accept }\n',
  '# sg-ignore SG1031\n',
  '// sg-ignore SG1031\n',
];

/** Any text at all, mostly of characters that mean something. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...snippets, 'Product: ENS\n', 'Permissions:\n'), { maxLength: 30 })
    .map((s) => s.join('')),
);

/** The text of one to three definitions; of a thousand fields about `mistakes` are bad. */
export function arbitraryYaml(mistakes = 30, maxRules = 4): fc.Arbitrary<string> {
  const one = fc
    .tuple(arbitraryDefinition(mistakes, maxRules), fc.boolean(), fc.constantFrom('', ' ', '    '))
    .map(([definition, block, indent]) =>
      block ? toYamlBlock(definition).replace(/^ {2}(?=[ -])/gm, indent) : toYamlFlow(definition),
    );
  const documents = fc
    .array(one, { minLength: 1, maxLength: 3 })
    .chain((texts) => fc.tuple(fc.constant(texts), fc.nat({ max: 9 })))
    .map(([texts, luck]) => (luck < 7 ? (texts[0] ?? '') : texts.join(luck === 8 ? '...\n---\n' : '---\n')));
  return fc
    .tuple(
      documents,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...yamlComments, ''), fc.boolean()), { maxLength: 4 }),
      finish,
    )
    .map(([text, remarks, end]) => end(remarks.reduce((t, remark) => addRemark(t, ...remark), text)));
}

/** The text of a definition in JSON, with comments. */
export function arbitraryJson(mistakes = 30, maxRules = 4): fc.Arbitrary<string> {
  return fc
    .tuple(arbitraryDefinition(mistakes, maxRules), fc.constantFrom(0, 2), fc.nat({ max: 9 }), finish)
    .map(([definition, indent, luck, end]) => {
      let text = toJson(definition, indent);
      if (luck === 1) text = text.replace(/\n(?= *\})/, ',\n');
      if (luck === 2) text = text.replace(/\{\n/g, '{ // sg-ignore SG1031\n');
      if (luck === 3) text = text.replace(/: /g, ': /* why */ ');
      return end(text);
    });
}

/** A text in either language. */
export function arbitraryText(mistakes = 30): fc.Arbitrary<SomeText> {
  const yaml = arbitraryYaml(mistakes).map((text): SomeText => ({ text, syntax: 'yaml' }));
  const json = arbitraryJson(mistakes).map((text): SomeText => ({ text, syntax: 'json' }));
  return fc.oneof({ weight: 2, arbitrary: yaml }, { weight: 1, arbitrary: json });
}

/** Other line breaks, no line break at the end, a byte order mark. */
const finish: fc.Arbitrary<(text: string) => string> = fc.nat({ max: 15 }).map((luck) => (text: string) => {
  if (luck === 0) return text.replaceAll('\n', '\r\n');
  if (luck === 1) return `\uFEFF${text}`;
  return luck === 2 ? text.trimEnd() : text;
});

/** A comment or a blank line behind a line, or at its end. */
function addRemark(text: string, line: number, remark: string, ownLine: boolean): string {
  const lines = text.split('\n');
  const at = line % lines.length;
  if (ownLine) lines.splice(at, 0, remark === '' ? '' : `    ${remark}`);
  else if (lines[at] !== '') lines[at] += ` ${remark}`;
  return lines.join('\n');
}

/** An edit as editors make them: something typed, deleted, pasted over. */
export const arbitraryEdit: fc.Arbitrary<SomeEdit> = fc.record({
  at: fc.nat({ max: 1000 }),
  remove: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat({ max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: -300, max: -1 }) },
  ),
  insert: fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 8, arbitrary: fc.constantFrom(...snippets) },
  ),
});

/** Applies an edit. */
export function edited(text: string, edit: SomeEdit): string {
  const start = Math.round((text.length * edit.at) / 1000);
  const length = edit.remove >= 0 ? edit.remove : Math.round((text.length * -edit.remove) / 1000);
  return text.slice(0, start) + edit.insert + text.slice(start + length);
}

/** A text after some edits. */
export function mutated(some: fc.Arbitrary<SomeText>, maxEdits: number): fc.Arbitrary<SomeText> {
  return fc
    .tuple(some, fc.array(arbitraryEdit, { maxLength: maxEdits }))
    .map(([{ text, syntax }, edits]) => ({ text: edits.reduce(edited, text), syntax }));
}
