/** Files with several documents, byte order marks, any line breaks, tabs, directives and markers. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { groupName } from '../../server/src/core/model/group.ts';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { check } from '../support/check.ts';
import { checkFindings, codesOf } from '../support/check-findings.ts';

const rules = `Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
    Policy: Accept
    Priority: 1
`;

function names(text: string, syntax: Syntax = 'yaml'): (string | null)[] {
  return check(text, syntax).groups.map(groupName);
}

describe('several documents', () => {
  test('one group each, in their order', () => {
    assert.deepEqual(names('SecurityGroupName: one\n---\nSecurityGroupName: two\n'), ['one', 'two']);
    assert.deepEqual(names('---\nSecurityGroupName: one\n---\nSecurityGroupName: two'), ['one', 'two']);
    assert.deepEqual(names('SecurityGroupName: one\n...\nSecurityGroupName: two\n...\n'), ['one', 'two']);
    assert.deepEqual(names('SecurityGroupName: one\n--- # next\nSecurityGroupName: two\n'), ['one', 'two']);
    assert.deepEqual(names('SecurityGroupName: one\n...\n---\nSecurityGroupName: two\n'), ['one', 'two']);
  });

  test('empty ones are left out', () => {
    for (const text of [
      '',
      '\n',
      '---\n',
      '---\n---\n...\n',
      '# only a comment\n',
      '\uFEFF',
      '...\n',
      '%YAML 1.2\n---\n',
    ])
      assert.deepEqual(names(text), [], JSON.stringify(text));
    assert.deepEqual(
      names('---\n---\nSecurityGroupName: one\n---\n# nothing\n---\nSecurityGroupName: two\n---\n'),
      ['one', 'two'],
    );
    for (const text of ['', ' \n', '\uFEFF', '// nothing\n']) assert.deepEqual(names(text, 'json'), [], text);
  });

  test('a document that is no object is none the less a group', () => {
    assert.deepEqual(names('SecurityGroupName: one\n---\nweb\n---\n- a\n'), ['one', null, null]);
    checkFindings('Product: ENS\n---\nweb\n#<^ SG1007\n');
  });

  test('each finding says which group it is in', () => {
    const text = `Product: ENS\nColor: red\n---\nProduct: ENS\nColor: red\n---\n---\nProduct: ENS\nColor: red\n`;
    assert.deepEqual(
      check(text).diagnostics.map((d) => [d.group, d.range.start.line]),
      [
        [0, 1],
        [1, 4],
        [2, 8],
      ],
    );
  });

  test('equal rules in two documents are no duplicates', () => {
    const one = `Product: ENS\n${rules}`;
    assert.deepEqual(codesOf(check(`${one}---\n${one}`)), []);
    const { diagnostics } = check(`${one}---\n${one}${rules.slice(rules.indexOf('  -'))}`);
    assert.deepEqual(
      diagnostics.map((d) => [d.code, d.group, d.range.start.line]),
      [['SG2001', 1, 15]],
    );
  });

  test('markers count at the start of a line alone', () => {
    assert.deepEqual(names('SecurityGroupName: a---b\nDescription: a --- b\n'), ['a---b']);
    assert.deepEqual(names('SecurityGroupName: one\nx-note: |\n  ---\n  ...\n'), ['one']);
    assert.deepEqual(names('SecurityGroupName: one\nx-note: "a\u2028--- b"\n'), ['one']);
    assert.deepEqual(names('SecurityGroupName: one\nx-note: "a\u2029... b"\n'), ['one']);
    assert.deepEqual(names('SecurityGroupName: one\nx-note: "a\u0085--- b"\n'), ['one']);
    assert.deepEqual(names('SecurityGroupName: one\n---x: 1\n'), ['one']);
  });

  test('markers end a document even within a quote', () => {
    checkFindings(`Product: ENS
Description: "open
#            ^^^^^ SG1001
---
Product: ENS
Color: red
#<^^^ SG1004
`);
  });
});

describe('comments and directives in front of the first marker', () => {
  test('belong to the document that begins there', () => {
    assert.deepEqual(names('# the web tier\n---\nSecurityGroupName: one\n'), ['one']);
    const text = '%YAML 1.2\n# sg-ignore-file SG1004\n---\nProduct: ENS\nColor: red\n';
    assert.deepEqual(codesOf(check(text)), []);
  });

  test('a directive says nothing that matters', () => {
    for (const directive of ['%YAML 1.2', '%YAML 1.1', '%TAG ! tag:example.com,2026:', '%FOO bar'])
      assert.deepEqual(codesOf(check(`${directive}\n---\nProduct: ENS\n`)), [], directive);
    assert.deepEqual(codesOf(check('\uFEFF%YAML 1.2\n---\nProduct: ENS\n')), []);
    assert.deepEqual(codesOf(check('Product: ENS\n...\n%YAML 1.2\n---\nProduct: ENS\n')), []);
  });

  test('anywhere else it is an error', () => {
    for (const text of [
      '%YAML 1.2\nProduct: ENS\n',
      'Product: ENS\n%YAML 1.2\nDescription: edge\n',
      'Product: ENS\n%YAML 1.2\n---\nProduct: ENS\n',
      `Product: ENS\n${rules}%oops\n`,
      `Product: ENS\n${rules}%oops\nDescription: edge\n`,
    ])
      assert.ok(codesOf(check(text)).includes('SG1001'), text);
  });
});

describe('line breaks', () => {
  const marked = `Product: ENS
SecurityGroupName: 9web
#                  ^^^^ SG1021
Permissions:
  # the office
  - Direction: ingress
    IpProtocol: tcp
    #           ^^^ SG1031
    PortRange: 80
    #          ^^ SG1040
    Policy: Accept
    Priority: 1 # first
  - { Direction: ingress, IpProtocol: TCP, PortRange: 80/80, Policy: Accept, Priority: 0 }
  #                                                                                    ^ SG1050
Color: red
#<^^^ SG1004
`;

  test('LF, CRLF, and no line break at the end', () => {
    checkFindings(marked);
    checkFindings(marked, { rewrite: (text) => text.replaceAll('\n', '\r\n') });
    checkFindings(marked, { rewrite: (text) => text.trimEnd() });
    checkFindings(marked, { rewrite: (text) => text.replaceAll('\n', '\r\n').trimEnd() });
    checkFindings(marked, { rewrite: (text) => text.replace('\n', '\r\n') });
  });

  test('a lone CR is a line for positions, but ends no line of YAML', () => {
    const { diagnostics } = check('Product: ENS\nDescription: "a\rb"\nColor: red\n');
    assert.deepEqual(
      diagnostics.map((d) => [d.code, d.range.start]),
      [['SG1004', { line: 3, character: 0 }]],
    );
    assert.deepEqual(codesOf(check('{\r"Product": "ENS",\r"Color": "red"\r}', 'json')), ['SG1004']);
    assert.equal(
      check('{\r"Product": "ENS",\r"Color": "red"\r}', 'json').diagnostics[0]?.range.start.line,
      2,
    );
  });

  test('U+2028, U+2029 and U+0085 are characters like any other', () => {
    const { diagnostics } = check('Product: ENS\nDescription: "a\u2028b\u2029c\u0085d"\nColor: red\n');
    assert.deepEqual(
      diagnostics.map((d) => [d.code, d.range.start.line]),
      [['SG1004', 2]],
    );
  });
});

describe('a byte order mark', () => {
  test('is no part of the text', () => {
    assert.deepEqual(codesOf(check('\uFEFFProduct: ENS\n')), []);
    assert.deepEqual(codesOf(check(`\uFEFF${rules}Product: ENS\n`)), []);
    assert.deepEqual(codesOf(check('\uFEFF---\nProduct: ENS\n')), []);
    assert.deepEqual(codesOf(check('\uFEFF# web\nProduct: ENS\n')), []);
    assert.deepEqual(codesOf(check('\uFEFF{ "Product": "ENS" }', 'json')), []);
  });

  test('takes a column of the first line, as editors that show it count', () => {
    const { diagnostics } = check('\uFEFFColor: red\nProduct: ENS\n');
    assert.deepEqual(
      diagnostics.map((d) => [d.code, d.range.start.character, d.range.end.character]),
      [['SG1004', 1, 6]],
    );
  });
});

describe('tabs', () => {
  test('cannot indent, but may separate', () => {
    checkFindings(`Product: ENS
Permissions:
  - Direction: ingress
\t  IpProtocol: TCP
#<^ SG1001
    PortRange: 80/80
    Policy: Accept
    Priority: 1
`);
    assert.deepEqual(codesOf(check('Product:\tENS\nDescription:\t"edge"\t# why\n')), []);
    assert.deepEqual(
      codesOf(check(`Product: ENS\n${rules.replace('- Direction', '-\tDirection')}`)).slice(0, 1),
      ['SG1001'],
    );
    assert.deepEqual(codesOf(check('{\n\t"Product":\t"ENS"\n}', 'json')), []);
  });
});

describe('unusual places for the list', () => {
  test('at column 0, far to the right, before and between other keys', () => {
    for (const indent of ['', ' ', '        ']) {
      const list = rules.replace(/^ {2}/gm, indent);
      for (const text of [
        `Product: ENS\n${list}`,
        `${list}Product: ENS\n`,
        `Product: ENS\n${list}Description: edge\n`,
      ])
        assert.deepEqual(codesOf(check(text)), [], text);
    }
  });

  test('with a quoted key, an anchor, a comment, blank lines', () => {
    for (const key of [
      '"Permissions":',
      "'Permissions':",
      'Permissions: &p',
      'Permissions: # all',
      'Permissions :',
    ])
      assert.deepEqual(codesOf(check(`Product: ENS\n${rules.replace('Permissions:', key)}`)), [], key);
    assert.deepEqual(codesOf(check(`Product: ENS\n\n${rules.replaceAll('\n', '\n\n')}`)), []);
    assert.deepEqual(codesOf(check(`Product: ENS\n${rules.replaceAll('\n', ' # x\n# y\n')}`)), []);
  });

  test('one item more than the dash: sequences in sequences, empty items', () => {
    checkFindings('Product: ENS\nPermissions:\n  - - a\n  # ^^^ SG1007\n');
    assert.deepEqual(codesOf(check('Product: ENS\nPermissions:\n  -\n  - {}\n')), ['SG1007', 'SG1005']);
  });
});
