/** Formatting: what it does, and that it keeps values, comments and findings. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { parseAllDocuments } from 'yaml';
import { formatText } from '../../../server/src/core/features/format/format.ts';
import type { Syntax } from '../../../server/src/core/syntax/file.ts';
import { readFile } from '../../../server/src/core/syntax/file.ts';
import { arbitraryDefinition, toJson, toYamlBlock, toYamlFlow } from '../../support/arbitrary-definition.ts';
import { check, options } from '../../support/check.ts';
import { assertProperty } from '../../support/property.ts';

function formatted(text: string, syntax: Syntax = 'yaml'): string {
  return formatText(readFile(text, syntax), options, { tabSize: 2, insertSpaces: true });
}

describe('YAML', () => {
  test('keys come into the order of the document, with their comments; others keep their place', () => {
    assert.equal(
      formatted(`# the file
Permissions:
  # the rule
  - Priority: 1 # first
    # why TCP
    IpProtocol: TCP
    Nmae: x
    Direction: ingress
SecurityGroupName: web # name
x-notes: 1
Product: ENS
`),
      `# the file
Product: ENS
SecurityGroupName: web # name
x-notes: 1
Permissions:
  # the rule
  - Direction: ingress
    # why TCP
    IpProtocol: TCP
    Nmae: x
    Priority: 1 # first
`,
    );
  });

  test('rules are indented alike, blanks are tidied', () => {
    assert.equal(
      formatted(
        'Permissions:\n-   Direction:    ingress  \n    # in\n    Policy: Accept # x  \n# next\n-   Direction: egress\n\n\n',
      ),
      'Permissions:\n  - Direction: ingress\n    # in\n    Policy: Accept # x\n  # next\n  - Direction: egress\n',
    );
  });

  test('texts over several lines stay what they are', () => {
    const text =
      'Permissions:\n  - Direction: ingress\n    Description: |\n      a  \n        b\nDescription: "x  \n  y"\n';
    const value = (s: string) => parseAllDocuments(s).map((d) => d.toJS() as unknown);
    assert.deepEqual(value(formatted(text)), value(text));
    assert.ok(formatted(text).includes('      a  \n        b\n'));
  });

  test('an anchor stays before its alias', () => {
    const text = 'Permissions:\n  - Priority: &p 1\n    Direction: ingress\n    x: *p\nProduct: ENS\n';
    assert.ok(formatted(text).indexOf('&p') < formatted(text).indexOf('*p'));
  });

  test('a comment that silences a whole rule goes on doing so', () => {
    const text =
      'Product: ENS\nPermissions:\n  - IpProtocol: tcp # sg-ignore letter-case\n    Direction: INGRESS\n';
    const codes = (s: string) => check(s).diagnostics.map((d) => d.code);
    assert.deepEqual(codes(formatted(text)).sort(), codes(text).sort());
  });

  test('line ends of Windows stay', () => {
    assert.equal(formatted('Description: web  \r\nProduct: ENS\r\n'), 'Product: ENS\r\nDescription: web\r\n');
  });

  test('flow style: the order, nothing else', () => {
    assert.equal(
      formatted('Permissions:\n  - { Policy: Drop,  Direction: ingress }\n'),
      'Permissions:\n  - { Direction: ingress,  Policy: Drop }\n',
    );
  });
});

test('JSON: order and layout; comments stay', () => {
  assert.equal(
    formatted('{ "Permissions": [{"Policy":"Drop", "Direction":"ingress"}],"Product":"ENS" } // end', 'json'),
    '{\n  "Product": "ENS",\n  "Permissions": [\n    {\n      "Direction": "ingress",\n      "Policy": "Drop"\n    }\n  ]\n} // end\n',
  );
});

test('a file with syntax errors is not touched', () => {
  for (const text of ['Product:   "ENS\n', 'Product:  ENS\n  Nmae: x\n', 'Permissions:\n  - a: [1\n']) {
    assert.ok(
      check(text).diagnostics.some((d) => d.code === 'SG1001'),
      text,
    );
    assert.equal(formatted(text), text);
  }
  for (const text of ['{"Product":   "ENS"', '{"Product":"ENS",}'])
    assert.equal(formatted(text, 'json'), text);
  assert.equal(formatted(''), '');
});

/** Makes a text untidy without changing what it says: comments, blanks, another order of keys. */
function untidy(text: string, luck: readonly number[], mark: string): string {
  return text
    .split('\n')
    .map((line, i) => {
      const n = luck[i % luck.length] ?? 0;
      if (line.trim() === '') return line;
      const indent = /^[ -]*/.exec(line)?.[0].replace('-', ' ') ?? '';
      const behind = n % 5 === 0 ? ` ${mark} c${i}` : n % 5 === 1 ? '  ' : '';
      return (n % 7 === 0 && i > 0 ? `${indent}${mark} above${i}\n` : '') + line + behind;
    })
    .join('\n');
}

function shuffled(value: unknown, luck: readonly number[]): unknown {
  if (Array.isArray(value)) return value.map((v) => shuffled(v, luck));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([k, v], i) => [k, shuffled(v, luck), luck[i % luck.length] ?? 0] as const,
  );
  return Object.fromEntries(entries.toSorted((a, b) => a[2] - b[2]).map(([k, v]) => [k, v]));
}

function values(text: string, syntax: Syntax): unknown {
  if (syntax === 'yaml') return parseAllDocuments(text).map((d) => d.toJS() as unknown);
  return plain(parseTree(text));
}

function plain(node: ReturnType<typeof parseTree>): unknown {
  if (node?.type === 'array') return node.children?.map(plain);
  if (node?.type !== 'object') return node?.value;
  return Object.fromEntries(
    node.children?.map((p) => [p.children?.[0]?.value, plain(p.children?.[1])]) ?? [],
  );
}

test('random definitions: values and comments stay, twice is once', () => {
  let changed = 0;
  const forms = [
    [toYamlBlock, 'yaml', '#'],
    [toYamlFlow, 'yaml', '#'],
    [toJson, 'json', '//'],
  ] as const;
  const luck = fc.array(fc.nat(99), { minLength: 3, maxLength: 30 });
  assertProperty(
    fc.property(
      arbitraryDefinition(20, 3),
      fc.constantFrom(...forms),
      luck,
      (definition, [write, syntax, mark], n) => {
        const text = untidy(write(shuffled(definition, n) as typeof definition), n, mark);
        const once = formatted(text, syntax);
        assert.deepEqual(values(once, syntax), values(text, syntax));
        const comments = (s: string) => (s.match(new RegExp(`${mark} (?:c|above)\\d+`, 'g')) ?? []).sort();
        assert.deepEqual(comments(once), comments(text));
        assert.equal(formatted(once, syntax), once, 'twice is once');
        if (once !== text) changed++;
      },
    ),
    150,
  );
  assert.ok(changed > 100, `${changed} texts`);
});
