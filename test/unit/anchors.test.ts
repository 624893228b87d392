/** Anchors, aliases and merge keys: what they stand for, and where findings about it are shown. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildEnsPlan } from '../../server/src/core/plan/build-plan.ts';
import { check } from '../support/check.ts';
import { checkFindings, codesOf } from '../support/check-findings.ts';

const good = 'Direction: ingress, IpProtocol: TCP, PortRange: 80/80, Policy: Accept, Priority: 1';
const lines = (fields: string) => fields.replaceAll(', ', '\n    ');

/** The rules that a text would send. */
function sent(text: string): unknown {
  const { file, groups } = check(text);
  const [group] = groups;
  assert.ok(group);
  return JSON.parse(buildEnsPlan(file, group).calls[0]?.parameters.Permissions ?? 'null');
}

/** Where the related locations of the findings lie, as text. */
function anchoredTexts(text: string, code: string): string[] {
  const { file, diagnostics } = check(text);
  return diagnostics
    .filter((d) => d.code === code)
    .flatMap((d) => d.related)
    .map(({ range }) => text.slice(file.lines.offsetAt(range.start), file.lines.offsetAt(range.end)));
}

const rule80 = { Direction: 'ingress', IpProtocol: 'TCP', PortRange: '80/80', Policy: 'Accept', Priority: 1 };

describe('what they stand for', () => {
  test('a value, a rule, a list of rules', () => {
    assert.deepEqual(sent(`x-p: &p Accept\nPermissions:\n  - { ${good.replace('Accept', '*p')} }\n`), [
      rule80,
    ]);
    assert.deepEqual(sent(`x-r: &r { ${good} }\nPermissions:\n  - *r\n`), [rule80]);
    assert.deepEqual(sent(`x-l: &l\n  - { ${good} }\nPermissions: *l\n`), [rule80]);
    assert.deepEqual(sent(`x-r: &r { ${good} }\nx-l: &l [ *r ]\nPermissions: *l\n`), [rule80]);
  });

  test('an anchor in one rule serves the next', () => {
    const text = `Permissions:\n  - &r\n    ${lines(good)}\n  - <<: *r\n    PortRange: 81/81\n`;
    assert.deepEqual(sent(text), [rule80, { ...rule80, PortRange: '81/81' }]);
    const value = `Permissions:\n  - ${lines(good.replace('TCP', '&tcp TCP'))}\n  - ${lines(
      good.replace('TCP', '*tcp').replace('80/80', '81/81'),
    )}\n`;
    assert.deepEqual(sent(value), [rule80, { ...rule80, PortRange: '81/81' }]);
  });

  test('an anchor in a rule serves the keys behind the list', () => {
    const text = `Permissions:\n  - { ${good.replace('TCP', '&tcp TCP')} }\nSecurityGroupName: *tcp\n`;
    const { file, groups } = check(text);
    const plan = groups[0] && buildEnsPlan(file, groups[0]);
    assert.equal(plan?.calls[0]?.parameters.SecurityGroupName, 'TCP');
  });

  test('of two anchors of one name, the latest above counts', () => {
    const text = `x-a: &p 80/80\nx-b: &p 81/81\nPermissions:\n  - { ${good.replace('80/80', '*p')} }\nx-c: &p 82/82\n`;
    assert.deepEqual(sent(text), [{ ...rule80, PortRange: '81/81' }]);
  });

  test('explicit keys win over merged ones, wherever the merge stands', () => {
    for (const item of [`<<: *r\n    PortRange: 81/81`, `PortRange: 81/81\n    <<: *r`])
      assert.deepEqual(sent(`x-r: &r { ${good} }\nPermissions:\n  - ${item}\n`), [
        { ...rule80, PortRange: '81/81' },
      ]);
  });

  test('in a list of merges the earlier one wins', () => {
    const text = `x-a: &a { PortRange: 81/81 }\nx-r: &r { ${good} }\nPermissions:\n`;
    assert.deepEqual(sent(`${text}  - <<: [*a, *r]\n`), [{ ...rule80, PortRange: '81/81' }]);
    assert.deepEqual(sent(`${text}  - <<: [*r, *a]\n`), [rule80]);
    assert.deepEqual(sent(`${text}  - <<:\n      - *a\n      - *r\n`), [{ ...rule80, PortRange: '81/81' }]);
  });

  test('merges within what is merged, and maps written in place', () => {
    const text = `x-a: &a { ${good} }\nx-b: &b { <<: *a, PortRange: 81/81 }\nPermissions:\n  - <<: *b\n`;
    assert.deepEqual(sent(text), [{ ...rule80, PortRange: '81/81' }]);
    assert.deepEqual(sent(`Permissions:\n  - <<: { ${good} }\n`), [rule80]);
  });

  test('keys of the group by merge', () => {
    const text = `x-b: &b\n  SecurityGroupName: web\n  Permissions:\n    - { ${good} }\n<<: *b\n`;
    assert.deepEqual(sent(text), [rule80]);
  });

  test('<< in quotes is a key like any other', () => {
    checkFindings(`Product: ENS
x-r: &r { Description: the office }
Permissions:
  - ${lines(good)}
    "<<": *r
  # ^^^^ SG1004
`);
  });

  test('anchors end with their document', () => {
    checkFindings(`Product: ENS
x-r: &r { ${good} }
Permissions: []
---
Product: ENS
Permissions:
  - *r
  # ^^ SG1014
`);
  });
});

describe('where findings are shown: at the alias, with what is anchored beside it', () => {
  test('a value', () => {
    const result = checkFindings(`Product: ENS
x-p: &p 80
Permissions:
  - PortRange: *p
    #          ^^ SG1040
    Direction: ingress
    IpProtocol: TCP
    Policy: Accept
    Priority: 1
`);
    assert.deepEqual(anchoredTexts(result.file.text, 'SG1040'), ['80']);
  });

  test('a whole rule: once for each alias', () => {
    const result = checkFindings(`Product: ENS
x-r: &r { ${good.replace('80/80', '80')} }
Permissions:
  - *r
  # ^^ SG1040
  - <<: *r
    #   ^^ SG1040
    Priority: 2
`);
    assert.deepEqual(anchoredTexts(result.file.text, 'SG1040'), ['80', '80']);
  });

  test('a rule without a key that it needs', () => {
    const result = checkFindings(`Product: ENS
x-r: &r { Direction: ingress }
Permissions:
  - *r
  # ^^ SG1005
`);
    assert.deepEqual(anchoredTexts(result.file.text, 'SG1005'), ['{ Direction: ingress }']);
  });

  test('a whole list', () => {
    const result = checkFindings(`Product: ENS
x-l: &l
  - { ${good.replace('80/80', '80')} }
  - { ${good.replace('Priority: 1', 'Priority: 0')} }
Permissions: *l
#            ^^ SG1040
#            ^^ SG1050
`);
    assert.deepEqual(anchoredTexts(result.file.text, 'SG1040'), ['80']);
    assert.deepEqual(anchoredTexts(result.file.text, 'SG1050'), ['0']);
  });

  test('a key that nobody knows, two keys that exclude each other, two equal rules', () => {
    const base = `Product: ENS
x-r: &r { Color: red, SourceCidrIp: 10.0.0.0/8, Ipv6SourceCidrIp: 'fc00::/7' }
x-g: &g { ${good} }
Permissions:
  - <<: [*r, *g]
  - *g
  - *g
`;
    const { diagnostics } = check(base);
    assert.deepEqual(
      diagnostics.map((d) => [d.code, d.range.start.line]),
      [
        ['SG1004', 4],
        ['SG1062', 4],
        ['SG2001', 6],
      ],
    );
    assert.deepEqual(anchoredTexts(base, 'SG1004'), ['red']);
    assert.ok(anchoredTexts(base, 'SG1062').includes("'fc00::/7'"));
    assert.ok(anchoredTexts(base, 'SG2001').includes(`{ ${good} }`));
  });

  test("the group's own keys", () => {
    const text = 'x-b: &b { SecurityGroupName: 9web, Product: ENS }\n<<: *b\n';
    assert.deepEqual(codesOf(check(text)), ['SG1021']);
    assert.deepEqual(anchoredTexts(text, 'SG1021'), ['9web']);
  });

  test('every rule that finds something in an anchored value says so', () => {
    const faults = [
      'Direction: inward',
      'Direction: INGRESS',
      'IpProtocol: SCTP',
      'PortRange: 80',
      'PortRange: 0/1',
      'PortRange: 2/1',
      'PortRange: -1/-1',
      'SourcePortRange: -1/-1',
      'Policy: ""',
      'Policy:',
      'Priority: "7"',
      'Priority: 101',
      'Priority: [1]',
      'SourceCidrIp: 10.0.0.256',
      "SourceCidrIp: '::1'",
      'Description: a',
      'Description: http://x',
      'SourceGroupId: sg-1',
    ];
    for (const fault of faults) {
      const key = fault.split(':')[0] ?? '';
      const rest = good.split(', ').filter((f) => !f.startsWith(`${key}:`));
      const text = `Product: ENS\nx-f: &f { ${fault} }\nPermissions:\n  - { ${rest.join(', ')}, <<: *f }\n`;
      const { diagnostics } = check(text);
      assert.ok(diagnostics.length > 0, fault);
      for (const d of diagnostics) {
        assert.equal(text.slice(d.span.start, d.span.end), '*f', `${fault}: ${d.code} lies at the alias`);
        assert.ok(
          d.related.some((r) => r.range.start.line === 1),
          `${fault}: ${d.code} points to the anchor`,
        );
        assert.deepEqual(d.fixes, [], `${fault}: ${d.code} edits nothing that others use`);
      }
    }
  });
});

describe('what cannot be resolved', () => {
  test('no anchor of that name above', () => {
    checkFindings(`Product: ENS
Permissions:
  - *later
  # ^^^^^^ SG1014
  - <<: *later
    #   ^^^^^^ SG1014
    ${lines(good)}
x-later: &later { ${good} }
`);
    checkFindings('Product: ENS\nPermissions: *none\n#            ^^^^^ SG1014\n');
    checkFindings('Product: ENS\nDescription: *none\n#            ^^^^^ SG1014\n');
  });

  test('circles are named, once, and end', () => {
    const circles = [
      'x-a: &a { <<: *a }\nPermissions: [ { <<: *a } ]\n',
      'Permissions:\n  - &a\n    <<: [*a, *a]\n',
      'Permissions:\n  - &a\n    <<: [[*a, *a], [*a, *a]]\n',
      'Permissions:\n  - <<: &a [*a, *a, *a]\n',
      'x-a: &a [*a]\nPermissions:\n  - <<: *a\n',
    ];
    for (const text of circles) {
      const started = performance.now();
      const codes = codesOf(check(`Product: ENS\n${text}`));
      assert.ok(codes.includes('SG1014'), `${text}\n${codes.join(' ')}`);
      assert.ok(performance.now() - started < 1000, text);
    }
    assert.deepEqual(codesOf(check('Product: ENS\nPermissions: &p\n  - *p\n')), ['SG1007']);
  });

  test('lists of merges of lists of merges do not explode', () => {
    let text = `Product: ENS\nx-0: &a0 { ${good} }\n`;
    for (let i = 1; i <= 40; i++) text += `x-${i}: &a${i} { <<: [*a${i - 1}, *a${i - 1}] }\n`;
    const started = performance.now();
    assert.deepEqual(codesOf(check(`${text}Permissions:\n  - <<: *a40\n`)), []);
    assert.ok(performance.now() - started < 1000);
  });

  test('only objects can be merged', () => {
    for (const value of ['web', '5', '[a]', '']) {
      const text = `Product: ENS\nPermissions:\n  - ${lines(good)}\n    <<: ${value}\n`;
      assert.deepEqual(codesOf(check(text)), ['SG1014'], value);
    }
  });
});
