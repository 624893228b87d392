/**
 * Completion at every position of many documents: what is offered fits where it is offered. Each item is inserted, as
 * a snippet and as plain text; the result must have no more syntax faults than before, and contain the item where it
 * was put.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { complete } from '../../server/src/core/features/complete/complete.ts';
import type { CompletionItem } from '../../server/src/core/features/complete/item.ts';
import { allNodes, documentNode } from '../../server/src/core/features/nodes.ts';
import { readDirectives } from '../../server/src/core/suppress/directives.ts';
import type { SgFile, Syntax } from '../../server/src/core/syntax/file.ts';
import { readFile } from '../../server/src/core/syntax/file.ts';
import { keyText } from '../../server/src/core/syntax/tree.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { arbitraryDefinition, toJson, toYamlBlock, toYamlFlow } from '../support/arbitrary-definition.ts';
import { arbitraryEcsDefinition } from '../support/arbitrary-ecs-definition.ts';
import { check } from '../support/check.ts';
import { expandSnippet } from '../support/expand-snippet.ts';
import { assertProperty } from '../support/property.ts';

function faults(file: SgFile): number {
  return file.documents
    .flatMap((d) => [d.skeleton, ...d.items])
    .reduce((n, p) => n + p.fragment.faults.length, 0);
}

/** Every key and every value of the tree, at the offset where it begins. */
function written(file: SgFile): Set<string> {
  const found = new Set<string>();
  for (const doc of file.documents) {
    for (const { node, span } of allNodes(documentNode(doc))) {
      if (node.kind === 'scalar') found.add(`${span.start} ${String(node.value)}`);
      if (node.kind !== 'map') continue;
      for (const pair of node.pairs) found.add(`pair ${keyText(pair)}`);
    }
  }
  return found;
}

/** Inserts an item; throws unless it then stands there. */
function assertFits(before: SgFile, offset: number, item: CompletionItem): void {
  for (const newText of [expandSnippet(item.snippet), item.plain]) {
    const text = applyEdits(before.text, [{ ...item.replace, newText }, ...item.also]);
    const after = readFile(text, before.syntax);
    const where = `${JSON.stringify(item.label)} at ${offset} of\n${before.text}\ngives\n${text}`;
    assert.ok(item.replace.start <= offset && offset <= item.replace.end, `around the place: ${where}`);
    assert.ok(faults(after) <= faults(before), `no new fault: ${where}`);
    const inFront = item.also.filter((edit) => edit.end <= item.replace.start);
    const shift = inFront.reduce((n, edit) => n + edit.newText.length - (edit.end - edit.start), 0);
    assertContains(after, item, newText, item.replace.start + shift, where);
  }
}

function assertContains(
  after: SgFile,
  item: CompletionItem,
  newText: string,
  start: number,
  where: string,
): void {
  const found = written(after);
  if (item.kind === 'snippet') {
    for (const key of ['Direction', 'Policy', 'Priority']) {
      const at = start + newText.search(new RegExp(`["']?${key}["']?:`));
      assert.ok(found.has(`${at} ${key}`), `${key} of the rule: ${where}`);
    }
    return;
  }
  if (item.kind === 'rule-name') {
    const named = readDirectives(after).flatMap((d) => d.rules.map((r) => `${r.span.start} ${r.text}`));
    assert.ok(named.includes(`${start} ${item.label}`), `named: ${where}`);
    return;
  }
  // The first key of a tag brings its dash with it.
  const lead = item.kind === 'key' ? /^\s*(?:- )?/ : /^\s*/;
  const at = start + (lead.exec(newText)?.[0].length ?? 0);
  assert.ok(found.has(`${at} ${item.label}`), `contained: ${where}`);
}

/** Tries every item at some offsets of a text; how many items were tried. */
function tryAll(text: string, syntax: Syntax, offsets: Iterable<number>): number {
  const checked = check(text, syntax);
  let tried = 0;
  for (const offset of offsets) {
    for (const item of complete(checked, offset, 'en')) {
      assertFits(checked.file, offset, item);
      tried++;
    }
  }
  return tried;
}

function everyOffset(text: string): number[] {
  return Array.from({ length: text.length + 1 }, (_, i) => i);
}

const fixed: readonly (readonly [name: string, syntax: Syntax, text: string])[] = [
  ['nothing', 'yaml', ''],
  ['a blank line', 'yaml', '\n'],
  ['a half-typed key', 'yaml', 'Prod'],
  ['a key and a line', 'yaml', 'Product: ENS\n\n'],
  ['an empty list', 'yaml', 'Permissions:\n  \n'],
  ['a dash', 'yaml', 'Permissions:\n  - \n'],
  ['a half-typed key of a rule', 'yaml', 'Permissions:\n  - Dir\n'],
  ['a half-typed second key', 'yaml', 'Permissions:\n  - Direction: ingress\n    So\n'],
  ['a key without value', 'yaml', 'Permissions:\n  - Direction: ingress\n    PortRange: \n'],
  ['a second rule', 'yaml', 'Permissions:\n  - Direction: ingress\n    Priority: 1\n  \n'],
  ['dashes at the margin', 'yaml', 'Permissions:\n- Direction: ingress\n- \nDescription: web\n'],
  [
    'comments',
    'yaml',
    '# top\nPermissions: # list\n  # item\n  - Direction: ingress # in\n    # more\n    Policy: Drop\n',
  ],
  [
    'directives',
    'yaml',
    '# sg-ignore-file \nPolicy: x # sg-ignore SG1031, letter reason="a b"\n# sg-ignore port-range-format,\n#sg-ignore\n',
  ],
  ['directives', 'json', '{ // sg-ignore \n /* sg-ignore SG1004 */ "a": 1 }'],
  ['two groups', 'yaml', 'Product: ENS\n---\nPermissions:\n  - Policy: Accept\n    \n---\n\n'],
  [
    'anchors',
    'yaml',
    'x-a: &a 10.0.0.0/8\nPermissions:\n  - &r\n    SourceCidrIp: *a\n  - <<: *r\n    Policy: Drop\n',
  ],
  ['flow style', 'yaml', 'Permissions:\n  - {Direction: ingress, Policy: , Priority: 1}\n  - { }\n'],
  [
    'quotes',
    'yaml',
    'Permissions:\n  - "Direction": "ingress"\n    \'Policy\': \'Drop\'\n    PortRange: ""\n',
  ],
  ['line ends of Windows', 'yaml', 'Product: ENS\r\nPermissions:\r\n  - Direction: ingress\r\n    \r\n'],
  [
    'an ECS group',
    'yaml',
    'Product: ECS\nRegionId: \n\nTag:\n  - Key: team\n    \n  \n  - \nPermissions:\n  - Direction: egress\n    \n  \n',
  ],
  ['an empty list of tags', 'yaml', 'Product: ECS\nTag:\n  \n'],
  [
    'tags with dashes at the margin',
    'yaml',
    'Product: ECS\nTag:\n\n- Key: a # why\n  Value: b\n\n-\n  Value: c\nVpcId: v\n',
  ],
  ['tags in flow style', 'yaml', 'Product: ECS\nTag: [{ Key: a }]\n  \nx-b:\n  - { Key: c }\n  \n'],
  ['tags in braces', 'yaml', 'Product: ECS\nTag:\n  - { Key: a }\n    \n  \n'],
  ['nothing', 'json', ''],
  ['an empty object', 'json', '{}'],
  ['an empty object on lines', 'json', '{\n  \n}\n'],
  ['an empty list', 'json', '{ "Permissions": [] }'],
  ['a rule', 'json', '{\n  "Permissions": [\n    { "Direction": "ingress", "PortRange": "" }\n  ]\n}\n'],
  [
    'two rules',
    'json',
    '{\n  "Permissions": [\n    {\n      "Priority": 1\n    },\n    {}\n  ],\n  "Description": "web"\n}\n',
  ],
  [
    'an ECS group',
    'json',
    '{\n  "Product": "ECS",\n  "Tag": [{ "Key": "a" }, { }],\n  "Permissions": [\n    { "Direction": "egress" }\n  ]\n}\n',
  ],
  ['a comma that is missing', 'json', '{\n  "Description": "see http://x" // why\n  \n}\n'],
  ['an item behind one without comma', 'json', '{ "Permissions": [ {} /* , */ ] }'],
  ['comments', 'json', '{\n  // top\n  "Product": "ENS", /* in */\n  "Permissions": [ // list\n  ]\n}\n'],
];

for (const [name, syntax, text] of fixed) {
  test(`${syntax}, ${name}: every item at every position`, () => {
    tryAll(text, syntax, everyOffset(text));
  });
}

test('every item at random positions of random definitions', () => {
  let tried = 0;
  const forms = [
    [toYamlBlock, 'yaml'],
    [toYamlFlow, 'yaml'],
    [toJson, 'json'],
    [(d: Parameters<typeof toJson>[0]) => toJson(d, 0), 'json'],
  ] as const;
  assertProperty(
    fc.property(
      fc.oneof(arbitraryDefinition(0, 3), arbitraryEcsDefinition(0)),
      fc.constantFrom(...forms),
      fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
      (definition, [write, syntax], places) => {
        const text = write(definition);
        tried += tryAll(
          text,
          syntax,
          places.map((p) => p % (text.length + 1)),
        );
      },
    ),
    150,
  );
  assert.ok(tried > 1000, `${tried} items`);
});
