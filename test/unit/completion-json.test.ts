/** Completion in JSON, with and without the quotes and commas that a person has not typed yet. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkCompletion, offerOf, offersAt, wholeRules } from '../support/check-completion.ts';

const groupKeys = ['Product', 'SecurityGroupName', 'Description', 'Permissions'];
const optionalKeys = [
  'SourcePortRange',
  'SourceCidrIp',
  'Ipv6SourceCidrIp',
  'DestCidrIp',
  'Ipv6DestCidrIp',
  'Description',
];
const ruleKeys = ['Direction', 'IpProtocol', 'PortRange', 'Policy', 'Priority', ...optionalKeys];
const without = (keys: readonly string[], ...gone: string[]) => keys.filter((k) => !gone.includes(k));

const rule = (inside: string) => `{\n  "Permissions": [\n    {${inside}}\n  ]\n}\n`;
const json = (marked: string, labels: readonly string[]) => checkCompletion(marked, labels, 'json');
const offers = (marked: string) => offersAt(marked, 'json');

describe('keys of the group', () => {
  test('in an empty object, with and without quotes', () => {
    json('{$0}', groupKeys);
    json('{\n  $0\n}', groupKeys);
    json('{ "$0" }', groupKeys);
    json('{ "Sec$0" }', groupKeys);
    json('{ Sec$0 }', groupKeys);
    json('\uFEFF{ $0 }', groupKeys);
  });

  test('between properties, with and without the comma', () => {
    const rest = without(groupKeys, 'Product', 'Description');
    json('{ "Product": "ENS", $0 }', without(groupKeys, 'Product'));
    json('{ "Product": "ENS", "$0" }', without(groupKeys, 'Product'));
    json('{ "Product": "ENS",\n  $0\n  "Description": "edge" }', rest);
    json('{ "Product": "ENS",\n  "$0"\n  "Description": "edge" }', rest);
    json('{ "Product": "ENS",\n  $0,\n  "Description": "edge" }', rest);
    json('{ "Product": "ENS",\n  "$0",\n  "Description": "edge" }', rest);
  });

  test('in front of the first property', () => {
    json('{ $0 "Product": "ENS" }', without(groupKeys, 'Product'));
    json('{\n  "Sec$0"\n  "Product": "ENS" }', without(groupKeys, 'Product'));
  });

  test('a key whose colon is there is only renamed', () => {
    assert.equal(offerOf(offers('{ "De$0": "edge" }'), 'Description').text, '{ "Description": "edge" }');
    assert.equal(offerOf(offers('{ "De$0" /* x */ : "edge" }'), 'Description').text.includes('""'), false);
  });

  test('behind a comment, and not within one', () => {
    json('{\n  // which product\n  $0\n}', groupKeys);
    json('{\n  // which prod$0uct\n}', []);
    json('{\n  /* which prod$0uct */\n}', []);
  });
});

describe('rules', () => {
  test('whole rules in the list', () => {
    for (const text of ['{ "Permissions": [$0] }', '{\n  "Permissions": [\n    $0\n  ]\n}']) {
      json(text, wholeRules);
    }
    json('{ "Permissions": [{ "Direction": "egress" }, $0] }', wholeRules);
    json('{ "Permissions": [$0, { "Direction": "egress" }] }', wholeRules);
  });

  test('in front of a rule, without the comma', () => {
    json('{ "Permissions": [$0 { "Direction": "egress" }] }', wholeRules);
  });

  test('keys in an empty rule', () => {
    json(rule('$0'), ruleKeys);
    json(rule(' "$0" '), ruleKeys);
    json(rule('\n      $0\n    '), ruleKeys);
  });

  test('keys between others, with and without the comma', () => {
    const rest = without(ruleKeys, 'Direction', 'Priority');
    json(rule(' "Direction": "ingress", $0 "Priority": 1 '), rest);
    json(rule(' "Direction": "ingress", "$0" "Priority": 1 '), rest);
    json(rule(' "Direction": "ingress", "Pol$0", "Priority": 1 '), rest);
    json(rule(' "Direction": "ingress", Pol$0, "Priority": 1 '), rest);
    json(rule(' "Direction": "ingress", "Priority": 1, $0 '), rest);
  });

  test('keys of the second rule', () => {
    json(
      '{ "Permissions": [{ "Direction": "egress", "Priority": 1 }, { "Direction": "egress", $0 }] }',
      without(ruleKeys, 'Direction'),
    );
  });
});

describe('values', () => {
  test('of every list of words, with and without quotes', () => {
    json('{ "Product": $0 }', ['ENS', 'ECS']);
    json('{ "Product": "$0" }', ['ENS', 'ECS']);
    json(rule(' "Direction": $0 '), ['ingress', 'egress']);
    json(rule(' "IpProtocol": "$0", "Priority": 1 '), ['TCP', 'UDP', 'ICMP', 'ALL']);
    json(rule(' "Policy": "Acc$0" '), ['Accept', 'Drop']);
    json(rule(' "Policy": Acc$0 '), ['Accept', 'Drop']);
  });

  test('the whole word is replaced', () => {
    assert.equal(offerOf(offers(rule(' "Policy": "Ac$0cept" ')), 'Drop').text, rule(' "Policy": "Drop" '));
    assert.equal(offerOf(offers(rule(' "Policy": Ac$0cept ')), 'Drop').text, rule(' "Policy": "Drop" '));
    assert.equal(offerOf(offers(rule(' "Priority": 5$00 ')), '100').text, rule(' "Priority": 100 '));
  });

  test('in a string that is not closed yet', () => {
    assert.equal(
      offerOf(offers('{ "Permissions": [{\n  "Policy": "Acc$0\n}] }'), 'Drop').text,
      '{ "Permissions": [{\n  "Policy": "Drop"\n}] }',
    );
  });

  test('ports fit the protocol', () => {
    json(rule(' "IpProtocol": "ICMP", "PortRange": "$0" '), ['-1/-1']);
    json(rule(' "PortRange": $0, "IpProtocol": "ALL" '), ['-1/-1']);
    assert.ok(offers(rule(' "IpProtocol": "TCP", "PortRange": $0 ')).some((o) => o.item.label === '22/22'));
  });

  test('priorities are numbers, addresses are texts', () => {
    assert.equal(offerOf(offers(rule(' "Priority": $0 ')), '10').text, rule(' "Priority": 10 '));
    assert.equal(
      offerOf(offers(rule(' "Ipv6DestCidrIp": $0 ')), '::/0').text,
      rule(' "Ipv6DestCidrIp": "::/0" '),
    );
  });

  test('nothing for a key of nobody, nor deeper down', () => {
    json('{ "Color": $0 }', []);
    json('{ "x-note": { "$0" } }', []);
    json(rule(' "Description": "$0" '), []);
  });
});
