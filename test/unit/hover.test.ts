/** Hover: keys and values, in both languages, in every style. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hoverAt } from '../support/check-hover.ts';

const rule = (lines: string) => `Permissions:\n  - ${lines}\n`;

describe('keys', () => {
  test('say what they are for, what they take, and where that is documented', () => {
    const shown = hoverAt(rule('Prio$0rity: 7'));
    assert.equal(shown?.on, 'Priority');
    assert.match(shown?.contents ?? '', /^\*\*Priority\*\* · integer · required/);
    assert.match(shown?.contents ?? '', /Allowed: an integer from 1 to 100/);
    assert.match(shown?.contents ?? '', /Example: `1`/);
    assert.match(shown?.contents ?? '', /\[Documentation\]\(https:\/\/www\.alibabacloud\.com\//);
  });

  test('in Chinese', () => {
    const shown = hoverAt(rule('Prio$0rity: 7'), 'yaml', 'zh-cn');
    assert.match(shown?.contents ?? '', /^\*\*Priority\*\* · integer · 必填/);
    assert.match(shown?.contents ?? '', /1~100 的整数/);
    assert.match(shown?.contents ?? '', /\[文档\]\(https:\/\/help\.aliyun\.com\/zh\//);
  });

  test('Description means one thing in a rule and another in the group', () => {
    const inRule = hoverAt(rule('Descr$0iption: office'));
    const inGroup = hoverAt(`Desc$0ription: edge\n${rule('Description: office')}`);
    assert.match(inRule?.contents ?? '', /Why the rule exists/);
    assert.match(inGroup?.contents ?? '', /What the security group is for/);
  });

  test('of every rule, behind the list, and in the second document', () => {
    const text = `Permissions:\n  - Policy: Drop\n  - Pol$0icy: Accept\nDescription: edge\n`;
    assert.equal(hoverAt(text)?.on, 'Policy');
    assert.equal(hoverAt('Permissions:\n  - Policy: Drop\nDescr$0iption: edge\n')?.on, 'Description');
    assert.equal(hoverAt(`Product: ENS\n---\n${rule('Po$0licy: Drop')}`)?.on, 'Policy');
  });

  test('in flow style, in JSON, with quotes, with CRLF', () => {
    assert.equal(hoverAt('Permissions: [{ Pol$0icy: Drop }]')?.on, 'Policy');
    assert.equal(hoverAt('{ "Permissions": [{ "Pol$0icy": "Drop" }] }', 'json')?.on, '"Policy"');
    assert.equal(hoverAt('{ "Prod$0uct": "ENS" }', 'json')?.on, '"Product"');
    assert.equal(hoverAt(rule('"Pol$0icy": Drop'))?.on, '"Policy"');
    assert.equal(hoverAt(rule('Priority: 1\n    Pol$0icy: Drop').replaceAll('\n', '\r\n'))?.on, 'Policy');
  });

  test('the first and the last place of a word belong to it', () => {
    assert.equal(hoverAt(rule('$0Policy: Drop'))?.on, 'Policy');
    assert.equal(hoverAt(rule('Policy$0: Drop'))?.on, 'Policy');
    assert.equal(hoverAt(rule('Policy: Drop$0'))?.on, 'Drop');
  });
});

describe('values', () => {
  test('a word from a list is explained first', () => {
    const shown = hoverAt(rule('Policy: Dr$0op'));
    assert.equal(shown?.on, 'Drop');
    assert.match(shown?.contents ?? '', /`Drop`: The traffic is discarded[\s\S]*What happens to traffic/);
    assert.match(hoverAt(rule('Policy: d$0rop'))?.contents ?? '', /`Drop`: The traffic is discarded/);
    assert.match(hoverAt(rule('Policy: Dr$0op'), 'yaml', 'zh-cn')?.contents ?? '', /`Drop`: 拒绝访问/);
  });

  test('any other value is explained by what it amounts to and by its key', () => {
    const shown = hoverAt(rule('PortRange: 80/$080'));
    assert.equal(shown?.on, '80/80');
    assert.match(shown?.contents ?? '', /^port 80 \(http\)\n\n---\n\n\*\*PortRange\*\*/);
    assert.doesNotMatch(shown?.contents ?? '', /`80\/80`:/);
  });

  test('through an alias', () => {
    const text = `x-policy: &p Drop\n${rule('Policy: *$0p')}`;
    const shown = hoverAt(text);
    assert.equal(shown?.on, '*p');
    assert.match(shown?.contents ?? '', /`Drop`: The traffic is discarded/);
  });
});

describe('nothing is shown', () => {
  for (const [where, marked] of [
    ['in an empty file', '$0'],
    ['on an unknown key', 'Col$0or: red\n'],
    ['on a private key', 'x-no$0te: red\n'],
    ['in a comment', '# Pol$0icy\nProduct: ENS\n'],
    ['between rules', `${rule('Policy: Drop')}\n$0\n${'  - Policy: Drop\n'}`],
    ['on the items of the list', 'Permissions: [ $0 ]'],
    ['on the key of another product', 'Product: ECS\nReg$0ionId: cn-hangzhou\n'],
  ] as const) {
    test(where, () => assert.equal(hoverAt(marked), null));
  }
});
