/** Where an `sg-ignore` comment silences a finding, and where it does not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../support/check.ts';
import { checkFindings, codesOf } from '../support/check-findings.ts';

const head = 'Product: ENS\nPermissions:\n';
const tail = '    Policy: Accept\n    Priority: 1\n';

describe('in YAML', () => {
  test('on the line of the finding', () => {
    checkFindings(`${head}  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80 # sg-ignore SG1040
${tail}`);
  });

  test('on the line above', () => {
    checkFindings(`${head}  - Direction: ingress
    IpProtocol: TCP
    # sg-ignore SG1040
    PortRange: 80
${tail}`);
  });

  test('in a run of such comments above', () => {
    checkFindings(`${head}  - Direction: ingress
    # sg-ignore SG1040
    # sg-ignore SG1012
    #           ^^^^^^ SG4002
    PortRange: 80
    IpProtocol: TCP
${tail}`);
  });

  test('on the first line of the item', () => {
    checkFindings(`${head}  - Direction: ingress # sg-ignore SG1040
    IpProtocol: TCP
    PortRange: 80
${tail}`);
  });

  test('on the line of a dash that stands alone', () => {
    checkFindings(`${head}  - # sg-ignore SG1040
    Direction: ingress
    IpProtocol: TCP
    PortRange: 80
${tail}`);
  });

  test('above an item, for what is on its first line', () => {
    checkFindings(`${head}  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
${tail}  # sg-ignore letter-case
  - Direction: INGRESS
    IpProtocol: TCP
    PortRange: 81/81
${tail}`);
  });

  test('above an item it does not reach the lines below the first', () => {
    checkFindings(`${head}  # sg-ignore SG1040
  #           ^^^^^^ SG4002
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80
    #          ^^ SG1040
${tail}`);
  });

  test('behind the value above it is another line', () => {
    checkFindings(`${head}  - Direction: ingress
    IpProtocol: TCP # sg-ignore SG1040
    #                           ^^^^^^ SG4002
    PortRange: 80
    #          ^^ SG1040
${tail}`);
  });

  test('a blank line or another comment between breaks it off', () => {
    checkFindings(`${head}  - Direction: ingress
    IpProtocol: TCP
    # sg-ignore SG1040
    #           ^^^^^^ SG4002

    PortRange: 80
    #          ^^ SG1040
${tail}`);
    checkFindings(`${head}  - Direction: ingress
    IpProtocol: TCP
    # sg-ignore SG1040
    #           ^^^^^^ SG4002
    # the office
    PortRange: 80
    #          ^^ SG1040
${tail}`);
  });

  test('at the top level', () => {
    checkFindings(`Product: ENS
SecurityGroupName: 9web # sg-ignore SG1021
# sg-ignore SG1026
Description: 9 nodes
`);
  });

  test('in flow style, on the first line of the item', () => {
    checkFindings(`${head}  - { Direction: ingress, IpProtocol: TCP, PortRange: 80, Policy: Accept, Priority: 1 } # sg-ignore SG1040
`);
    checkFindings(`${head}  - { # sg-ignore SG1040
      Direction: ingress, IpProtocol: TCP,
      PortRange: 80, Policy: Accept, Priority: 1 }
`);
  });

  test('for a finding about the whole rule', () => {
    const rule = `  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
${tail}`;
    checkFindings(`${head}${rule}${rule.replace('ingress', 'ingress # sg-ignore SG2001')}`);
    checkFindings(`${head}${rule}  # sg-ignore duplicate-rule\n${rule}`);
  });

  test('with CRLF', () => {
    const text = `${head}  - Direction: ingress # sg-ignore SG1040
    IpProtocol: TCP
    PortRange: 80
${tail}`.replaceAll('\n', '\r\n');
    assert.deepEqual(codesOf(check(text)), []);
  });

  test('while another line of the rule does not parse', () => {
    checkFindings(`${head}  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80 # sg-ignore SG1040
    Policy: "Accept
    #       ^^^^^^^ SG1001
    Priority: 1
`);
  });

  test('behind a word that does not parse', () => {
    checkFindings(`${head}  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
    Sourc # sg-ignore SG1001
${tail}`);
  });
});

describe('in JSON', () => {
  const rule = (lines: string) => `{
  "Product": "ENS",
  "Permissions": [
    {
      "Direction": "ingress",
      "IpProtocol": "TCP",
${lines}
      "Policy": "Accept",
      "Priority": 1
    }
  ]
}
`;
  const json = (marked: string) => checkFindings(marked, { syntax: 'json' });

  test('behind //', () => {
    json(rule('      "PortRange": "80", // sg-ignore SG1040'));
    json(rule('      // sg-ignore SG1040\n      "PortRange": "80",'));
    json(rule('      "PortRange": "80",').replace('    {\n', '    { // sg-ignore SG1040\n'));
  });

  test('within /* */', () => {
    json(rule('      "PortRange": "80", /* sg-ignore SG1040 */'));
    json(rule('      /* sg-ignore SG1040 */\n      "PortRange": "80",'));
    json(rule('      /* sg-ignore SG1040 */ "PortRange": "80",'));
    json(rule('      "PortRange": /* sg-ignore SG1040 */ "80",'));
    json(
      rule(
        '      /* sg-ignore port-range-format reason="legacy"\n         until the move */\n      "PortRange": "80",',
      ),
    );
  });

  test('in front of a value it does not reach the line below', () => {
    const result = check(
      rule('      /* sg-ignore SG1040 */ "SourcePortRange": "1/65535",\n      "PortRange": "80",'),
      'json',
    );
    assert.deepEqual(codesOf(result), ['SG4002', 'SG1040']);
  });

  test('for the whole file, at its top and at its end', () => {
    json(`// sg-ignore-file SG1040\n${rule('      "PortRange": "80",')}`);
    json(`${rule('      "PortRange": "80",')}// sg-ignore-file SG1040\n`);
    json(`/* sg-ignore-file SG1040 */\n${rule('      "PortRange": "80",')}`);
  });
});

describe('sg-ignore-file', () => {
  const bad = `Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80
${tail}`;

  test('silences a rule everywhere in the file', () => {
    for (const text of [
      `# sg-ignore-file SG1040\nProduct: ENS\n${bad}`,
      `Product: ENS # sg-ignore-file SG1040\n${bad}`,
      `Product: ENS\n${bad}# sg-ignore-file port-range-format\n`,
      `# sg-ignore-file SG1040\n---\nProduct: ENS\n${bad}`,
      `%YAML 1.2\n# sg-ignore-file SG1040\n---\nProduct: ENS\n${bad}`,
      `---\n# sg-ignore-file SG1040\nProduct: ENS\n${bad}`,
      `Product: ENS\n${bad}---\nProduct: ENS\nSecurityGroupName: two # sg-ignore-file SG1040\n${bad}`,
      `\uFEFF# sg-ignore-file SG1040\nProduct: ENS\n${bad}`,
    ]) {
      assert.deepEqual(codesOf(check(text)), [], text);
    }
  });

  test('silences hints too', () => {
    assert.deepEqual(codesOf(check('# sg-ignore-file SG4001\nSecurityGroupName: web\n')), []);
  });

  test('silences nothing else', () => {
    assert.deepEqual(codesOf(check(`# sg-ignore-file SG1041\nProduct: ENS\n${bad}`)), ['SG4002', 'SG1040']);
  });
});
