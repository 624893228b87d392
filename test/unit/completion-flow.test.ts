/** Completion in flow-style YAML: `{ Direction: ingress, … }`. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkCompletion, offerOf, offersAt, wholeRules } from '../support/check-completion.ts';

const item = (inside: string) => `Product: ENS\nPermissions:\n  - {${inside}}\n  - { Direction: egress }\n`;

const optionalKeys = [
  'SourcePortRange',
  'SourceCidrIp',
  'Ipv6SourceCidrIp',
  'DestCidrIp',
  'Ipv6DestCidrIp',
  'Description',
];

describe('keys', () => {
  test('in empty braces', () => {
    checkCompletion(item('$0'), [
      'Direction',
      'IpProtocol',
      'PortRange',
      'Policy',
      'Priority',
      ...optionalKeys,
    ]);
    checkCompletion(item(' $0 '), [
      'Direction',
      'IpProtocol',
      'PortRange',
      'Policy',
      'Priority',
      ...optionalKeys,
    ]);
  });

  const missing = ['PortRange', 'Policy', 'Priority', ...optionalKeys];

  test('behind a comma, at the end and in the middle', () => {
    checkCompletion(item(' Direction: ingress, IpProtocol: TCP, $0 '), missing);
    checkCompletion(item(' Direction: ingress, $0, IpProtocol: TCP '), missing);
    checkCompletion(item(' $0, Direction: ingress, IpProtocol: TCP '), missing);
  });

  test('half typed, at the end and in front of others', () => {
    checkCompletion(item(' Direction: ingress, IpProtocol: TCP, Pri$0 '), missing);
    checkCompletion(item(' Direction: ingress, IpProtocol: TCP, Pri$0'), missing);
    checkCompletion(item(' Direction: ingress, Pri$0, IpProtocol: TCP '), missing);
  });

  test('over several lines', () => {
    checkCompletion(
      'Permissions:\n  - {\n      Direction: ingress,\n      IpProtocol: TCP,\n      $0\n    }\n',
      missing,
    );
    checkCompletion(
      'Permissions:\n  - {\n      Direction: ingress,\n      Pri$0\n      IpProtocol: TCP,\n    }\n',
      missing,
    );
  });

  test('in the second item, and in a list in brackets', () => {
    const text = 'Permissions: [{ Direction: ingress }, { Direction: egress, $0 }]\n';
    checkCompletion(text, ['IpProtocol', ...missing]);
  });

  test('a key whose colon is there is only renamed', () => {
    const offer = offerOf(offersAt(item(' Pol$0: Drop ')), 'Policy');
    assert.equal(offer.text, item(' Policy: Drop '));
  });
});

describe('values', () => {
  test('of every list of words, at the end and in the middle', () => {
    checkCompletion(item(' Direction: $0 '), ['ingress', 'egress']);
    checkCompletion(item(' IpProtocol: $0, Priority: 1 '), ['TCP', 'UDP', 'ICMP', 'ALL']);
    checkCompletion(item(' Policy: Acc$0 '), ['Accept', 'Drop']);
    checkCompletion(item(' Policy: Acc$0}').replace('}}', '}'), ['Accept', 'Drop']);
  });

  test('the whole word is replaced', () => {
    assert.equal(
      offerOf(offersAt(item(' Policy: Ac$0cept, Priority: 1 ')), 'Drop').text,
      item(' Policy: Drop, Priority: 1 '),
    );
    assert.equal(offerOf(offersAt(item(' Policy: "A$0" ')), 'Drop').text, item(' Policy: "Drop" '));
  });

  test('ports fit the protocol', () => {
    checkCompletion(item(' IpProtocol: ICMP, PortRange: $0 '), ['-1/-1']);
    checkCompletion(item(' PortRange: $0, IpProtocol: ALL '), ['-1/-1']);
  });

  test('addresses, which hold colons', () => {
    assert.ok(offersAt(item(' Ipv6SourceCidrIp: $0 ')).some((o) => o.item.label === '::/0'));
    assert.ok(offersAt(item(' Ipv6SourceCidrIp: fc00:$0 ')).some((o) => o.item.label === 'fc00::/7'));
  });
});

test('whole rules in a list in brackets', () => {
  for (const text of ['Permissions: [$0]\n', 'Permissions: [{ Direction: egress }, $0]\n']) {
    const offers = offersAt(text);
    for (const offer of offers) assert.ok(wholeRules.includes(offer.item.label), offer.item.label);
  }
});
