/** Inlay hints, shown in the text where they stand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlayHints } from '../../../server/src/core/features/inlay-hints.ts';
import type { Locale } from '../../../server/src/core/i18n/locale.ts';
import type { Syntax } from '../../../server/src/core/syntax/file.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { check } from '../../support/check.ts';

/** The text with its hints in angle brackets. */
function shown(text: string, locale: Locale = 'en', syntax: Syntax = 'yaml', end = text.length): string {
  const checked = check(text, syntax);
  const hints = inlayHints(checked, { start: 0, end }, locale);
  return applyEdits(
    text,
    hints.map(({ position, label }) => {
      const at = checked.file.lines.offsetAt(position);
      return { start: at, end: at, newText: `‹${label}›` };
    }),
  );
}

const hinted = `Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 22/22‹ssh› # shell
    SourcePortRange: 1024/65535‹64,512 ports›
    SourceCidrIp: 10.0.0.0/8‹16,777,216 addresses›
    Description: 22/22
  - Direction: ingress
    IpProtocol: UDP
    PortRange: "1/65535"‹every port›
    Ipv6SourceCidrIp: '::/0'‹every IPv6 address, the internet included›
    Ipv6DestCidrIp: 2400:3200::1/64‹= 2400:3200::/64, 2⁶⁴ addresses›
  - Direction: egress
    IpProtocol: ALL
    PortRange: -1/-1
    SourceCidrIp: 192.0.2.1
    DestCidrIp: 10.0.0.0/33
  - { Direction: egress, IpProtocol: TCP, PortRange: 443/443‹https›, DestCidrIp: 10.1.0.0/8‹= 10.0.0.0/8, 16,777,216 addresses› }
`;
const plain = hinted.replace(/‹[^›]*›/g, '');

test('hints stand behind ports and blocks, and nowhere else', () => {
  assert.equal(shown(plain), hinted);
});

test('in JSON, before the comma', () => {
  assert.equal(
    shown('{"Permissions": [{"IpProtocol": "TCP", "PortRange": "80/80", "Priority": 1}]}', 'en', 'json'),
    '{"Permissions": [{"IpProtocol": "TCP", "PortRange": "80/80"‹http›, "Priority": 1}]}',
  );
});

test('in Chinese', () => {
  const text =
    'Permissions:\n  - PortRange: 8000/8001‹2 个端口›\n    SourceCidrIp: 0.0.0.0/0‹所有 IPv4 地址，包括互联网›\n';
  assert.equal(shown(text.replace(/‹[^›]*›/g, ''), 'zh-cn'), text);
});

test('only those that were asked for', () => {
  const end = plain.indexOf('SourcePortRange');
  assert.equal(shown(plain, 'en', 'yaml', end).match(/‹/g)?.length, 1);
});

test('what comes through an alias has no hint at the alias', () => {
  const text = 'x-a: &net 10.0.0.0/8\nPermissions:\n  - SourceCidrIp: *net\n';
  assert.equal(shown(text), text);
});
