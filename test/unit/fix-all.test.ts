/** All safe fixes at once. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixAll, minimalEdit } from '../../server/src/core/features/fix-all.ts';
import { readFile } from '../../server/src/core/syntax/file.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { options } from '../support/check.ts';
import { fixedText } from '../support/check-fix-all.ts';

const fields = {
  Direction: 'ingress',
  IpProtocol: 'TCP',
  PortRange: '80/80',
  Policy: 'Accept',
  Priority: '1',
};
const rule = (changes: Record<string, string> = {}) =>
  Object.entries({ ...fields, ...changes })
    .map(([key, value], i) => `  ${i === 0 ? '-' : ' '} ${key}: ${value}\n`)
    .join('');
const text = (...rules: string[]) => `Product: ENS\nPermissions:\n${rules.join('')}`;

describe('what is fixed', () => {
  test('letter case, ports with one meaning, priorities in quotes, addresses that end in a colon', () => {
    assert.equal(
      fixedText(
        text(
          rule({
            Direction: 'INGRESS',
            IpProtocol: 'tcp',
            PortRange: '80',
            Policy: 'accept',
            Priority: '"1"',
          }),
          rule({ PortRange: '8000-8999', Ipv6SourceCidrIp: '2001:db8::' }),
          rule({ IpProtocol: 'icmp', PortRange: '-1' }),
        ),
      ),
      text(
        rule(),
        rule({ PortRange: '8000/8999', Ipv6SourceCidrIp: '"2001:db8::"' }),
        rule({ IpProtocol: 'ICMP', PortRange: '-1/-1' }),
      ),
    );
  });

  test('several on one line, in flow style and in JSON', () => {
    assert.equal(
      fixedText(
        'Product: ENS\nPermissions: [{ Direction: Ingress, IpProtocol: udp, PortRange: 53, Policy: drop, Priority: 1 }]\n',
      ),
      'Product: ENS\nPermissions: [{ Direction: ingress, IpProtocol: UDP, PortRange: 53/53, Policy: Drop, Priority: 1 }]\n',
    );
    assert.equal(
      fixedText(
        '{ "Permissions": [{ "Direction": "Ingress", "IpProtocol": "udp", "PortRange": "53", "Policy": "Drop", "Priority": "1", },], }',
        'json',
      ),
      '{ "Product": "ENS", "Permissions": [{ "Direction": "ingress", "IpProtocol": "UDP", "PortRange": "53/53", "Policy": "Drop", "Priority": 1 }] }',
    );
  });

  test('rules that become equal only by other fixes', () => {
    assert.equal(fixedText(text(rule(), rule({ IpProtocol: 'tcp', PortRange: '80' }))), text(rule()));
  });

  test('three equal rules become one, comments above the others stay', () => {
    const first = rule();
    assert.equal(
      fixedText(text(first, first, rule({ Priority: '2' }), first)),
      text(first, rule({ Priority: '2' })),
    );
  });

  test('every document of a file', () => {
    assert.equal(
      fixedText(`${text(rule({ Policy: 'drop' }))}---\n${text(rule({ Policy: 'DROP' }))}`),
      `${text(rule({ Policy: 'Drop' }))}---\n${text(rule({ Policy: 'Drop' }))}`,
    );
  });

  test('line breaks, quotes, comments and the byte order mark stay as they are', () => {
    const before = `\uFEFF${text(rule({ Policy: "'accept' # why", IpProtocol: '"tcp"' }))}`.replaceAll(
      '\n',
      '\r\n',
    );
    const after = `\uFEFF${text(rule({ Policy: "'Accept' # why", IpProtocol: '"TCP"' }))}`.replaceAll(
      '\n',
      '\r\n',
    );
    assert.equal(fixedText(before), after);
  });
});

describe('what is left alone', () => {
  test('a text without findings, and one with unsafe fixes only', () => {
    for (const unchanged of [
      text(rule()),
      '',
      text(rule({ PortRange: '90/80' })),
      text(rule({ IpProtocol: 'ICMP', PortRange: '80' })),
      text(rule({ Policy: 'Allow' })),
      text(rule({ Priority: '101' })),
    ])
      assert.equal(fixedText(unchanged), unchanged);
  });

  test('findings that a comment silences', () => {
    const silenced = text(
      rule({ Policy: 'accept # sg-ignore letter-case' }),
      rule({ PortRange: '81 # sg-ignore SG1040' }),
    );
    assert.equal(fixedText(silenced), silenced);
    const file = `# sg-ignore-file SG1031\n${text(rule({ Policy: 'accept' }))}`;
    assert.equal(fixedText(file), file);
  });

  test('files with a syntax error, also when a comment silences it', () => {
    for (const broken of [
      text(rule({ Policy: 'accept', Direction: '"ingress' })),
      `${text(rule({ Policy: 'accept' }))}    Sourc\n`,
      `# sg-ignore-file SG1001\n${text(rule({ Policy: 'accept', Direction: '"ingress' }))}`,
      text(rule({ Policy: 'accept' }), '  - [\n'),
      text(rule({ Policy: 'accept' })).replace('    Policy', '\tPolicy'),
      `${text(rule({ Policy: 'accept' }))}---\nProduct: "ENS\n`,
    ])
      assert.equal(fixedText(broken), broken);
    const json = '{ "Product": "ens" "Permissions": [] }';
    assert.equal(fixedText(json, 'json'), json);
  });

  test('files with two meanings: duplicate keys, aliases of nothing, custom tags', () => {
    for (const unclear of [
      text(`${rule({ Policy: 'accept' })}    Direction: egress\n`),
      text(rule({ Policy: 'accept', Direction: '*none' })),
      text(rule({ Policy: '!custom accept' })),
    ])
      assert.equal(fixedText(unclear), unclear);
  });

  test('files beyond a limit', () => {
    const long = `${text(rule({ Policy: 'accept' }))}# ${'x'.repeat(100_000)}\n`;
    assert.equal(fixedText(long), long);
  });

  test('values that come through an alias', () => {
    const aliased = `Product: ENS\nx-p: &p accept\nPermissions:\n${rule({ Policy: '*p' })}`;
    assert.equal(fixedText(aliased), aliased);
  });
});

test('unsafe fixes only when asked for', () => {
  const before = text(rule({ PortRange: '90/80', Policy: 'accept' }));
  const after = fixAll(readFile(before, 'yaml'), { ...options, unsafe: true });
  assert.equal(after, text(rule({ PortRange: '80/90' })));
});

test('one edit from a text to another', () => {
  for (const [before, after] of [
    ['', 'a'],
    ['a', ''],
    ['aa', 'a'],
    ['aba', 'abba'],
    ['one\ntwo\n', 'one\nTWO\n'],
    ['🦊🦊', '🦊'],
  ] as const) {
    const edit = minimalEdit(before, after);
    assert.ok(edit);
    assert.equal(applyEdits(before, [edit]), after);
  }
  assert.equal(minimalEdit('same', 'same'), null);
  assert.deepEqual(minimalEdit('PortRange: 80\n', 'PortRange: 80/80\n'), {
    start: 13,
    end: 13,
    newText: '/80',
  });
});
