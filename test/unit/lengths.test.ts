/** Lengths count Unicode code points: boundary values on both sides, with characters of every size. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../support/check.ts';

function codes(group: Record<string, unknown>): string[] {
  const text = JSON.stringify({ Product: 'ENS', ...group });
  return check(text, 'json').diagnostics.map((d) => d.code);
}

const inRule = (Description: string) =>
  codes({
    Permissions: [
      {
        Direction: 'ingress',
        IpProtocol: 'TCP',
        PortRange: '80/80',
        Policy: 'Accept',
        Priority: 1,
        Description,
      },
    ],
  });

describe('SecurityGroupName: 2 to 128', () => {
  const of = (name: string) => codes({ SecurityGroupName: name }).filter((c) => c === 'SG1020');

  test('ASCII', () => {
    assert.deepEqual(of('a'), ['SG1020']);
    assert.deepEqual(of('ab'), []);
    assert.deepEqual(of('a'.repeat(128)), []);
    assert.deepEqual(of('a'.repeat(129)), ['SG1020']);
  });

  test('Chinese, and letters that take two UTF-16 units each', () => {
    for (const letter of ['网', '𠮷', '𝒜']) {
      assert.deepEqual(of(letter), ['SG1020'], letter);
      assert.deepEqual(of(letter.repeat(2)), [], letter);
      assert.deepEqual(of(letter.repeat(128)), [], letter);
      assert.deepEqual(of(letter.repeat(129)), ['SG1020'], letter);
    }
  });

  test('such a letter is a letter at the start and within', () => {
    assert.deepEqual(codes({ SecurityGroupName: '𠮷web' }), ['SG1024']);
    assert.deepEqual(codes({ SecurityGroupName: 'web𠮷' }), ['SG1024']);
    assert.deepEqual(codes({ SecurityGroupName: 'web🦊' }), ['SG1022']);
    assert.deepEqual(codes({ SecurityGroupName: '🦊web' }), ['SG1021']);
  });
});

describe('Description of a group and of a rule: 2 to 256', () => {
  for (const [where, of] of [
    ['group', (text: string) => codes({ Description: text })],
    ['rule', inRule],
  ] as const) {
    test(`${where}: ASCII`, () => {
      assert.deepEqual(of('a'), ['SG1025']);
      assert.deepEqual(of('ab'), []);
      assert.deepEqual(of('a'.repeat(256)), []);
      assert.deepEqual(of('a'.repeat(257)), ['SG1025']);
    });

    test(`${where}: characters that take two UTF-16 units`, () => {
      assert.deepEqual(of(`a${'🦊'.repeat(255)}`), []);
      assert.deepEqual(of(`a${'🦊'.repeat(256)}`), ['SG1025']);
      assert.deepEqual(of('a🦊'), []);
    });

    test(`${where}: an emoji of several code points counts each of them`, () => {
      const family = '👩‍👩‍👧'; // three people and two joiners
      assert.deepEqual(of(`a${family.repeat(51)}`), []);
      assert.deepEqual(of(`ab${family.repeat(51)}`), ['SG1025']);
    });
  }

  test('line breaks of a block of text count as one each', () => {
    const block = (n: number) => `Product: ENS\nDescription: |\n${'  a\n'.repeat(n)}`;
    assert.deepEqual(check(block(128)).diagnostics, []);
    assert.deepEqual(
      check(block(129)).diagnostics.map((d) => d.code),
      ['SG1025'],
    );
  });
});

test('columns count UTF-16 units, as editors do', () => {
  const { diagnostics } = check('Product: ENS\nPermissions:\n  - { Description: 🦊🦊, PortRange: 80 }\n');
  const port = diagnostics.find((d) => d.code === 'SG1040');
  assert.deepEqual(port?.range, { start: { line: 2, character: 36 }, end: { line: 2, character: 38 } });
});
