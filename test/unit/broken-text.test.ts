/** Texts that do not parse: what is wrong is said once, at its place, and everything around it is still checked. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../support/check.ts';
import { checkFindings } from '../support/check-findings.ts';

const block = (port: string) => `  - Direction: ingress
    IpProtocol: TCP
    PortRange: ${port} # the port
    Policy: Accept
    Description: "edge: web"
    Priority: 1
`;
const flow = (port: string) =>
  `  - { Direction: ingress, IpProtocol: TCP, PortRange: ${port}, Policy: "Accept", Priority: 1 }\n`;

describe('a character too many in one rule leaves the others alone', () => {
  const characters = [
    '"',
    "'",
    '[',
    '{',
    ']',
    '}',
    ',',
    ':',
    '- ',
    '&',
    '*',
    '!',
    '|',
    '%',
    '@',
    '\\',
    '? ',
    '\t',
  ];
  for (const [style, rule] of [
    ['block', block],
    ['flow', flow],
  ] as const) {
    const head = `Product: ENS\nPermissions:\n${rule('80')}`;
    const middle = rule('80/80');
    const tail = `${rule('82')}Color: red\n`;
    for (const inserted of characters) {
      test(`${style} style: ${JSON.stringify(inserted)} anywhere behind the indentation`, () => {
        for (let at = 4; at < middle.length; at++) {
          const column = at - (middle.lastIndexOf('\n', at - 1) + 1);
          if (column < 4) continue;
          const text = head + middle.slice(0, at) + inserted + middle.slice(at) + tail;
          const found = new Set(
            check(text).diagnostics.map((d) => `${d.code} ${text.slice(d.span.start, d.span.end)}`),
          );
          for (const expected of ['SG1040 80', 'SG1040 82', 'SG1004 Color'])
            assert.ok(found.has(expected), `${expected} is found in\n${text}\n${[...found].join('\n')}`);
        }
      });
    }
  }
});

describe('quotes', () => {
  test('one that is never closed, in any field of a rule', () => {
    for (const quote of ['"', "'"]) {
      checkFindings(`Product: ENS
Permissions:
  - Direction: ingress
    IpProtocol: ${quote}TCP
    #           ^^^^ SG1001
    PortRange: 80
    #          ^^ SG1040
    Policy: Accept
    Priority: 1
`);
      checkFindings(`Product: ${quote}ENS
#        ^^^^ SG1001
Permissions:
  - Direction: INGRESS
    #          ^^^^^^^ SG1031
    IpProtocol: TCP
    PortRange: 80/80
    Policy: Accept
    Priority: 1
`);
    }
  });

  test('one in front of a key', () => {
    checkFindings(`Product: ENS
Permissions:
  - Direction: ingress
    "IpProtocol: TCP
  # ^^^^^^^^^^^^^^^^ SG1001
    PortRange: 80
    #          ^^ SG1040
    Policy: Accept
    Priority: 1
`);
  });

  test('one in flow style', () => {
    checkFindings(`Product: ENS
Permissions:
  - { Direction: ingress, IpProtocol: "TCP, PortRange: 80/80, Policy: Accept, Priority: 1 }
  #                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SG1001
  - { Direction: ingress, IpProtocol: TCP, PortRange: 80, Policy: Accept, Priority: 1 }
  #                                                   ^^ SG1040
`);
  });

  test('one behind an anchor', () => {
    checkFindings(
      'Product: ENS\nx-p: &p "accept\n#       ^^^^^^^ SG1001\nDescription: 9\n#            ^ SG1007\n',
    );
  });

  test('those that the parser takes for closed', () => {
    checkFindings(`Product: ENS
Description: 'it''
#            ^^^^^ SG1001
SecurityGroupName: 'web'
`);
    checkFindings(`Product: ENS
Permissions:
  - Description: "the \\"
    #            ^^^^^^^ SG1001
    Direction: ingress
    IpProtocol: TCP
    PortRange: 80
    #          ^^ SG1040
    Policy: "Accept"
    Priority: 1
`);
  });

  test('texts over several lines are no fault of the line that is', () => {
    checkFindings(`Product: ENS
Permissions:
  - Description: "the office
      in Hangzhou"
    Direction: >-
      ingress
    IpProtocol: TCP
    PortRange: 80/80
    Policy: "Accept
    #       ^^^^^^^ SG1001
    Priority: 1
  - Description: |
      the office:
      in Hangzhou
      - and its guests
    Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
    Sourc
  # ^^^^^ SG1001
    Policy: Accept
    Priority: 2
`);
  });
});

describe('half-typed keys', () => {
  test('at any place of a rule', () => {
    const fields = block('80').trimEnd().split('\n');
    for (let i = 1; i <= fields.length; i++) {
      const lines = [...fields.slice(0, i), '    Sourc', ...fields.slice(i)];
      const { diagnostics } = check(`Product: ENS\nPermissions:\n${lines.join('\n')}\n`);
      assert.deepEqual(
        diagnostics.map((d) => [d.code, d.range.start.line]).sort(),
        [
          ['SG1001', 2 + i],
          ['SG1040', i <= 2 ? 5 : 4],
        ],
        lines.join('\n'),
      );
    }
  });

  test('at the top, in the middle and at the end of a group', () => {
    checkFindings(`Sec
#<^ SG1001
Product: ENS
Color: red
#<^^^ SG1004
`);
    checkFindings(`Product: ENS
Permissions: []
Sec
#<^ SG1001
Color: red
#<^^^ SG1004
`);
    checkFindings(`Product: ENS\nPermissions:\n${block('80/80')}Sec\n#<^ SG1001\n`);
  });
});

describe('JSON', () => {
  const json = (line: string) => `{
  "Product": "ENS",
  "Permissions": [
    { "Direction": "ingress", "IpProtocol": "TCP", "PortRange": "80", "Policy": "Accept", "Priority": 1 },
    //                                                          ^^^^ SG1040
${line}
    { "Direction": "ingress", "IpProtocol": "TCP", "PortRange": "82", "Policy": "Accept", "Priority": 1 }
    //                                                          ^^^^ SG1040
  ]
}
`;
  for (const [name, line] of [
    [
      'a comma is missing',
      `    { "Direction": "ingress", "IpProtocol": "TCP" "PortRange": "81/81", "Policy": "Accept", "Priority": 1 },
    //                                            ^^^^^^^^^^^ SG1001`,
    ],
    [
      'single quotes',
      `    { "Direction": 'ingress', "IpProtocol": "TCP", "PortRange": "81/81", "Policy": "Accept", "Priority": 1 },
    //             ^^^^^^^^^ SG1001`,
    ],
    [
      'a word without quotes',
      `    { "Direction": ingress, "IpProtocol": "TCP", "PortRange": "81/81", "Policy": "Accept", "Priority": 1 },
    //             ^^^^^^^ SG1001`,
    ],
  ] as const) {
    test(name, () => {
      checkFindings(json(line), { syntax: 'json' });
    });
  }

  test('cut off anywhere, what stands before it is checked', () => {
    const text = json('').replace(/^ *\/\/.*\n/gm, '');
    const after = text.indexOf('"80",') + 5;
    for (let end = after; end < text.length; end++) {
      const codes = check(text.slice(0, end), 'json').diagnostics.map((d) => d.code);
      assert.ok(codes.includes('SG1040'), text.slice(0, end));
    }
  });
});
