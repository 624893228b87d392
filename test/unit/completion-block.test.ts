/** Completion in block-style YAML. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkCompletion, offerOf, offersAt, wholeRules } from '../support/check-completion.ts';

const groupKeys = ['Product', 'SecurityGroupName', 'Description', 'Permissions'];
const requiredKeys = ['Direction', 'IpProtocol', 'PortRange', 'Policy', 'Priority'];
const optionalKeys = [
  'SourcePortRange',
  'SourceCidrIp',
  'Ipv6SourceCidrIp',
  'DestCidrIp',
  'Ipv6DestCidrIp',
  'Description',
];
const ruleKeys = [...requiredKeys, ...optionalKeys];

const rule = `  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
    Policy: Accept
    Priority: 1
`;

describe('keys of the group', () => {
  test('in an empty file', () => {
    checkCompletion('$0', groupKeys);
    checkCompletion('\n$0\n', groupKeys);
    checkCompletion('\uFEFF$0', groupKeys);
  });

  test('what is there is not offered again', () => {
    checkCompletion('Product: ENS\n$0', ['SecurityGroupName', 'Description', 'Permissions']);
    checkCompletion(`Permissions:\n${rule}$0`, ['Product', 'SecurityGroupName', 'Description']);
  });

  test('half typed, with and without something behind it', () => {
    checkCompletion('Sec$0', groupKeys);
    checkCompletion(`Product: ENS\nSec$0\nPermissions:\n${rule}`, ['SecurityGroupName', 'Description']);
    checkCompletion(`Product: ENS\nPermissions:\n${rule}Sec$0`, ['SecurityGroupName', 'Description']);
    checkCompletion(`Product: ENS\nPermissions:\n${rule}Sec$0\n`, ['SecurityGroupName', 'Description']);
  });

  test('before other keys, and with a comment behind the cursor', () => {
    checkCompletion('$0\nProduct: ENS\n', ['SecurityGroupName', 'Description', 'Permissions']);
    checkCompletion('Des$0 # what it is for\nProduct: ENS\n', [
      'SecurityGroupName',
      'Description',
      'Permissions',
    ]);
  });

  test('a key whose colon is there is only renamed', () => {
    const offers = offersAt('Secur$0ity: web\n');
    assert.equal(offerOf(offers, 'SecurityGroupName').text, 'SecurityGroupName: web\n');
    assert.equal(offerOf(offers, 'Permissions').text, 'Permissions: web\n');
  });

  test('in the second document, and in a new one', () => {
    const first = `Product: ENS\nPermissions:\n${rule}`;
    checkCompletion(`${first}---\n$0`, groupKeys);
    checkCompletion(`${first}---\nDescription: edge\n$0\n`, ['Product', 'SecurityGroupName', 'Permissions']);
    checkCompletion(`${first}$0\n---\nDescription: edge\n`, ['SecurityGroupName', 'Description']);
  });

  test('the list of rules begins with a dash at the right place', () => {
    assert.equal(
      offerOf(offersAt('Product: ENS\nPer$0'), 'Permissions').text,
      'Product: ENS\nPermissions:\n  - ',
    );
  });
});

describe('new rules', () => {
  test('after Permissions:, and after a dash', () => {
    checkCompletion('Permissions:\n  $0', wholeRules);
    checkCompletion('Permissions:\n  - $0', [...wholeRules, ...ruleKeys]);
    checkCompletion('Permissions:\n- $0', [...wholeRules, ...ruleKeys]);
    checkCompletion('Permissions:\n  - Dir$0', [...wholeRules, ...ruleKeys]);
  });

  test('a new item has the indentation of the others', () => {
    for (const indent of [0, 2, 4]) {
      const items = rule.replace(/^ {2}/gm, ' '.repeat(indent));
      const dash = `${' '.repeat(indent)}- `;
      const [whole] = checkCompletion(`Permissions:\n${items}${dash}$0\n`, [...wholeRules, ...ruleKeys]);
      assert.equal((whole?.text.match(/^ *- Direction/gm) ?? []).length, 2, whole?.text);
      assert.match(whole?.text ?? '', new RegExp(`^ {${indent + 2}}SourceCidrIp: 10\\.0\\.0\\.0/8$`, 'm'));
    }
  });

  test('on an empty line at the column of the dashes', () => {
    const [whole] = checkCompletion(`Permissions:\n${rule}  $0\n`, wholeRules);
    assert.match(whole?.text ?? '', /Priority: 1\n {2}- Direction: ingress\n {4}IpProtocol/);
  });

  test('between two rules, and in front of the first', () => {
    offerOf(offersAt(`Permissions:\n${rule}  - $0\n${rule}`), 'New rule');
    offerOf(offersAt(`Permissions:\n  - $0\n${rule}`), 'New rule');
    offerOf(offersAt(`Permissions:\n${rule}  - Di$0\n${rule}`), 'New rule');
  });

  test('in the second document', () => {
    offerOf(offersAt(`Permissions:\n${rule}---\nPermissions:\n  - $0`), 'New rule');
  });
});

describe('keys of a rule', () => {
  const missing = (...keys: string[]) => ruleKeys.filter((k) => !keys.includes(k));

  test('behind the last one, required ones first', () => {
    checkCompletion(
      'Permissions:\n  - Direction: ingress\n    Policy: Drop\n    $0',
      missing('Direction', 'Policy'),
    );
    checkCompletion(`Permissions:\n${rule}    $0\n`, optionalKeys);
  });

  test('half typed', () => {
    checkCompletion(`Permissions:\n${rule}    Sour$0`, optionalKeys);
    checkCompletion(`Permissions:\n${rule}    Sour$0\n${rule}`, optionalKeys);
    checkCompletion('Permissions:\n  - Direction: ingress\n    Pol$0\n    Priority: 1\n', [
      ...missing('Direction', 'Priority'),
    ]);
    checkCompletion('Permissions:\n  - Dir$0\n    Priority: 1\n', missing('Priority'));
  });

  test('between existing keys', () => {
    checkCompletion('Permissions:\n  - Direction: ingress\n    $0\n    Priority: 1\n', [
      ...missing('Direction', 'Priority'),
    ]);
  });

  test('after a comment line, but not within one', () => {
    const withComment = `Permissions:\n${rule}    # the office\n`;
    checkCompletion(`${withComment}    $0`, optionalKeys);
    checkCompletion(`Permissions:\n${rule}    # the off$0ice\n`, []);
    checkCompletion(`Permissions:\n${rule}    # the office$0\n`, []);
  });

  test('in the second rule and in the second document', () => {
    checkCompletion(`Permissions:\n${rule}  - Direction: egress\n    $0\n${rule}`, missing('Direction'));
    checkCompletion(
      `Permissions:\n${rule}---\nPermissions:\n  - Direction: egress\n    $0\n`,
      missing('Direction'),
    );
  });

  test('with CRLF', () => {
    const text = `Permissions:\n${rule}    Sour$0\n`.replaceAll('\n', '\r\n');
    checkCompletion(text, optionalKeys);
    checkCompletion('Permissions:\r\n  - $0\r\n', [...wholeRules, ...ruleKeys]);
  });
});

describe('values', () => {
  const within = (line: string) => `Permissions:\n  - ${line}\n`;

  test('of every list of words', () => {
    checkCompletion('Product: $0', ['ENS', 'ECS']);
    checkCompletion(within('Direction: $0'), ['ingress', 'egress']);
    checkCompletion(within('IpProtocol: $0'), ['TCP', 'UDP', 'ICMP', 'ALL']);
    checkCompletion(within('Policy: $0'), ['Accept', 'Drop']);
  });

  test('half typed, in the middle, in quotes, with a comment behind', () => {
    checkCompletion(within('Policy: Acc$0'), ['Accept', 'Drop']);
    assert.equal(offerOf(offersAt(within('Policy: Ac$0cept')), 'Drop').text, within('Policy: Drop'));
    assert.equal(offerOf(offersAt(within('Policy: "$0"')), 'Drop').text, within('Policy: "Drop"'));
    assert.equal(offerOf(offersAt(within("Policy: '$0'")), 'Drop').text, within("Policy: 'Drop'"));
    assert.equal(
      offerOf(offersAt(within('Policy: Acc$0 # for now')), 'Drop').text,
      within('Policy: Drop # for now'),
    );
  });

  test('in a quote that is not closed yet', () => {
    assert.equal(offerOf(offersAt(within('Policy: "Acc$0')), 'Drop').text, within('Policy: "Drop"'));
    assert.equal(offerOf(offersAt(within("Policy: 'Acc$0")), 'Drop').text, within("Policy: 'Drop'"));
  });

  test('ports fit the protocol', () => {
    const ports = (protocol: string) =>
      offersAt(`Permissions:\n  - IpProtocol: ${protocol}\n    PortRange: $0\n`).map((o) => o.item.label);
    for (const protocol of ['ICMP', 'ALL', 'icmp', 'ICMPv6', 'GRE'])
      assert.deepEqual(ports(protocol), ['-1/-1'], protocol);
    assert.ok(ports('TCP').includes('22/22') && !ports('TCP').includes('-1/-1'));
    assert.ok(ports('UDP').includes('123/123') && !ports('UDP').includes('22/22'));
    assert.ok(offersAt(within('PortRange: $0')).some((o) => o.item.label === '-1/-1'));
    assert.deepEqual(
      offersAt('Permissions:\n  - IpProtocol: ALL\n    SourcePortRange: $0\n').map((o) => o.item.label),
      ['-1/-1'],
    );
  });

  test('ports of a rule with other rules around it', () => {
    const text = `Permissions:\n${rule}  - IpProtocol: ICMP\n    PortRange: $0\n${rule}`;
    checkCompletion(text, ['-1/-1']);
  });

  test('priorities and addresses', () => {
    checkCompletion(within('Priority: $0'), ['1', '10', '50', '100']);
    assert.ok(offersAt(within('SourceCidrIp: $0')).some((o) => o.item.label === '0.0.0.0/0'));
    assert.ok(offersAt(within('Ipv6DestCidrIp: $0')).some((o) => o.item.label === '::/0'));
  });

  test("nothing for a key of nobody, and for texts of one's own", () => {
    checkCompletion(within('Color: $0'), []);
    checkCompletion(within('Description: $0'), []);
    checkCompletion('x-note: $0', []);
  });
});

test('both languages are offered the same', () => {
  for (const marked of ['$0', 'Permissions:\n  - $0', 'Permissions:\n  - Policy: $0\n']) {
    // A whole rule describes itself in the language of the reader.
    const inserted = (locale: 'en' | 'zh-cn') =>
      offersAt(marked, 'yaml', locale).map((o) => o.text.replace(/Description: .+/g, 'Description:'));
    assert.deepEqual(inserted('zh-cn'), inserted('en'));
    for (const { item } of offersAt(marked, 'yaml', 'zh-cn'))
      assert.match(item.documentation, /\p{Script=Han}|```/u);
  }
});
