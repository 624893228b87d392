/** The JSON grammar: keys, values, both kinds of comment and directives, without VS Code's own JSON grammar. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopesOf, tokenise } from './tokenise.ts';

const definition = `{
  // sg-ignore SG3001 reason="public"
  "Product": "ENS",
  "SecurityGroupName": "Accept",
  "Permissions": [
    { "Direction": "ingress", "IpProtocol": "TCP", "PortRange": "80/80", "Policy": "Drop",
      "Priority": 1, "Ipv6SourceCidrIp": "::/0", "SourceCidrIp": "10.0.0.0/8" },
  ],
  /* sg-expect: allow egress udp to any port 53 */
  "x-list": ["a\\n", true, null, -1.5e3]
}`;

test('keys are property names', async () => {
  const tokens = await tokenise('json', definition);
  for (const key of ['Product', 'Permissions', 'Direction', 'Priority', 'Ipv6SourceCidrIp', 'x-list']) {
    assert.match(scopesOf(tokens, key), /support\.type\.property-name\.json$/, key);
  }
});

test('typed values are coloured inside their string, others are strings', async () => {
  const tokens = await tokenise('json', definition);
  assert.match(scopesOf(tokens, 'ENS'), /string\.quoted\.double\.json constant\.language\.product/);
  assert.match(scopesOf(tokens, 'ingress'), /constant\.language\.direction/);
  assert.match(scopesOf(tokens, 'TCP'), /constant\.language\.protocol/);
  assert.match(scopesOf(tokens, '80/80'), /constant\.numeric\.port-range/);
  assert.match(scopesOf(tokens, 'Drop'), /constant\.language\.policy\.drop/);
  assert.match(scopesOf(tokens, '::/0'), /constant\.numeric\.address\.ipv6/);
  assert.match(scopesOf(tokens, '10.0.0.0/8'), /constant\.numeric\.address\.ipv4/);
  assert.match(scopesOf(tokens, 'Accept'), /string\.quoted\.double\.json$/);
  assert.match(scopesOf(tokens, '1'), /constant\.numeric\.json$/);
  assert.match(scopesOf(tokens, '-1.5e3'), /constant\.numeric\.json$/);
  assert.match(scopesOf(tokens, 'true'), /constant\.language\.json$/);
  assert.match(scopesOf(tokens, '\\n'), /constant\.character\.escape\.json$/);
});

test('directives are read in both kinds of comment', async () => {
  const tokens = await tokenise('json', definition);
  assert.match(scopesOf(tokens, 'sg-ignore'), /comment\.line\.double-slash\.json.*keyword\.other\.directive/);
  assert.match(scopesOf(tokens, 'SG3001'), /constant\.rule/);
  assert.match(scopesOf(tokens, 'sg-expect'), /comment\.block\.json.*keyword\.other\.directive/);
  assert.match(scopesOf(tokens, 'udp'), /constant\.language\.protocol/);
  assert.match(scopesOf(tokens, '53'), /constant\.numeric\.port/);
  assert.match(scopesOf(tokens, '*/'), /comment\.block\.json punctuation\.definition\.comment\.json$/);
});

test('a text without closing quote does not colour the next line as a string', async () => {
  const tokens = await tokenise('json', '{ "Description": "open\n "Policy": "Accept" }');
  assert.match(scopesOf(tokens, 'Policy', 1), /support\.type\.property-name\.json$|string\.quoted/);
  assert.match(scopesOf(tokens, '}', 1), /punctuation\.definition\.dictionary\.end\.json$/);
});
