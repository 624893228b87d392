/** What the cloud takes, or may take, is no error: nothing that it would accept is refused here. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../support/check.ts';
import { describeFinding } from '../support/check-findings.ts';

const good = { Direction: 'ingress', IpProtocol: 'TCP', PortRange: '80/80', Policy: 'Accept', Priority: 1 };

describe('what the cloud takes is no error', () => {
  for (const [name, group] of [
    ['an empty group', {}],
    ['no rules', { Permissions: [] }],
    ['host bits', { Permissions: [{ ...good, SourceCidrIp: '10.159.6.18/12' }] }],
    ['host bits of IPv6', { Permissions: [{ ...good, Ipv6SourceCidrIp: '2001:db8:3c4d:15::1a2f:1a2b/0' }] }],
    ['everything', { Permissions: [{ ...good, SourceCidrIp: '0.0.0.0/0' }] }],
    ['one address', { Permissions: [{ ...good, DestCidrIp: '192.0.2.1' }] }],
    ['an IPv4 tail', { Permissions: [{ ...good, Ipv6DestCidrIp: '::ffff:192.0.2.1' }] }],
    ['neither source nor destination', { Permissions: [good] }],
    ['a destination for ingress', { Permissions: [{ ...good, DestCidrIp: '10.0.0.0/8' }] }],
    ['source ports', { Permissions: [{ ...good, SourcePortRange: '1024/65535' }] }],
    ['a name with every allowed character', { SecurityGroupName: 'Dcdn1:2_3-4' }],
    ['a description with every other character', { Description: 'a !"#$%&/()=?`*+~\'<>|\\ 🦊\n\t' }],
    ['a URL behind the beginning', { Description: 'see http://example.com' }],
  ] as const) {
    test(name, () => {
      const { diagnostics } = check(JSON.stringify({ Product: 'ENS', ...group }), 'json');
      const errors = diagnostics.filter((d) => d.severity === 'error');
      assert.deepEqual(errors.map(describeFinding), []);
    });
  }
});
