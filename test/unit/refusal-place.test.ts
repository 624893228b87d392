/** Where a refusal of the cloud is shown: every code that the document of CreateSecurityGroup lists. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refusalDiagnostic } from '../../server/src/core/features/refusal-diagnostic.ts';
import { refusalPath } from '../../server/src/core/plan/refusal-place.ts';
import { check, options } from '../support/check.ts';
import { planOf } from '../support/planned.ts';

const text = `SecurityGroupName: web
Description: edge
Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 80/80
    Policy: Accept
    Priority: 1
    SourceCidrIp: 10.0.0.0/8
    Ipv6SourceCidrIp: fc00::/7
  - Direction: egress
    IpProtocol: ICMP
    PortRange: -1/-1
    Policy: Accept
    Priority: 2
    Ipv6DestCidrIp: ::/0
    DestCidrIp: 10.0.0.0/8
  - Direction: ingress
    IpProtocol: ALL
    PortRange: -1/-1
    SourcePortRange: -1/-1
    Policy: Drop
    Priority: 100
    Ipv6SourceCidrIp: ::/0
`;

const path = (code: string, message = 'Refused.', definition = text) =>
  refusalPath(planOf(definition).plan, { code, message, requestId: 'R', httpStatus: 400 });

describe('codes that are about the group as a whole', () => {
  for (const code of [
    'NoPermission',
    'CallInterface',
    'ens.interface.error',
    'QuotaExceed.SecurityGroup',
    'InvalidParameter',
    'MissingParameter',
    'InvalidAccessKeyId.NotFound',
    'InvalidTimeStamp.Expired',
    'SignatureDoesNotMatch',
    'Throttling.User',
    'ServiceUnavailable',
    '',
    'constructor',
    'toString',
    '__proto__',
  ]) {
    test(code || '(none)', () => assert.equal(path(code), ''));
  }
});

describe('codes that name a parameter of the group', () => {
  test('Invalid%s and Missing%s', () => {
    assert.equal(path('InvalidSecurityGroupName'), 'SecurityGroupName');
    assert.equal(path('InvalidDescription'), 'Description');
    assert.equal(path('InvalidPermissions'), 'Permissions');
    assert.equal(path('InvalidParameter.SecurityGroupName'), 'SecurityGroupName');
  });

  test('one that is not there is about the group', () => {
    const nameless = text.replace('SecurityGroupName: web\n', '');
    assert.equal(path('MissingSecurityGroupName', 'Refused.', nameless), '');
    assert.equal(path('MissingPermissions', 'Refused.', 'SecurityGroupName: web\n'), '');
    assert.equal(path('InvalidColor'), '');
  });
});

describe('codes about the rules', () => {
  test('the list, where nothing tells which', () => {
    assert.equal(path('AuthorizationLimitExceed'), 'Permissions');
    assert.equal(path('SecurityGroupRuleConflict.Duplicated'), 'Permissions');
    assert.equal(path('InvalidParameter.PortRange'), 'Permissions');
    assert.equal(path('InvalidParameter.CidrIp'), 'Permissions');
    assert.equal(path('InvalidDirection'), 'Permissions');
    assert.equal(path('MissingPriority'), 'Permissions');
    assert.equal(path('InvalidParameter.Ipv4ProtocolConflictWithIpv6Address'), 'Permissions');
  });

  test('the only rule with the parameter', () => {
    assert.equal(path('InvalidSourcePortRange'), 'Permissions[2].SourcePortRange');
    assert.equal(path('InvalidDestCidrIp'), 'Permissions[1].DestCidrIp');
    const one = text.slice(0, text.indexOf('  - Direction: egress'));
    assert.equal(path('InvalidParameter.PortRange', 'Refused.', one), 'Permissions[0].PortRange');
    assert.equal(
      path('InvalidParameter.Ipv6ProtocolConflictWithIpv4Address', 'Refused.', one),
      'Permissions[0].SourceCidrIp',
    );
    assert.equal(
      path('InvalidParameter.CidrIp', 'Refused.', one.replace(/ +Ipv6.*\n/, '')),
      'Permissions[0].SourceCidrIp',
    );
  });

  test('the only rule that has both addresses', () => {
    assert.equal(path('InvalidParameter.SourceIpConflict'), 'Permissions[0].Ipv6SourceCidrIp');
    assert.equal(path('InvalidParameter.DestIpConflict'), 'Permissions[1].Ipv6DestCidrIp');
  });

  test('the rule that the message spells out', () => {
    assert.equal(
      path('InvalidParameter.PortRange', 'The parameter Permissions[1].PortRange is not valid.'),
      'Permissions[1].PortRange',
    );
    assert.equal(
      path('SecurityGroupRuleConflict.Duplicated', 'Permissions[2] repeats Permissions[0].'),
      'Permissions[2]',
    );
    assert.equal(
      path('MissingDirection', 'You must specify the parameter Permissions[1].Color.'),
      'Permissions[1]',
      'a member that is not there: its rule',
    );
    assert.equal(
      path('InvalidPriority', 'Permissions[7].Priority'),
      'Permissions',
      'a rule that is not there',
    );
  });
});

describe('the diagnostic', () => {
  const refused = (code: string, message: string, definition = text) =>
    refusalDiagnostic(check(definition), 0, { code, message, requestId: 'R-7', httpStatus: 400 }, options);

  test('lies on the value, and says what the cloud said', () => {
    const d = refused('InvalidParameter.PortRange', 'Permissions[1].PortRange');
    assert.equal(d?.code, 'SG9001');
    assert.equal(d.severity, 'error');
    assert.deepEqual(d.range, { start: { line: 12, character: 15 }, end: { line: 12, character: 20 } });
    assert.match(d.message, /Permissions\[1\]\.PortRange.*InvalidParameter\.PortRange.*R-7/);
  });

  test('lies on the first key for what is about the group', () => {
    const d = refused('NoPermission', 'Permission denied.', `# web\n${text}`);
    assert.deepEqual(d?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 17 } });
  });

  test('there is none for a group that is not there', () => {
    const refusal = { code: 'NoPermission', message: '', requestId: null, httpStatus: 400 };
    assert.equal(refusalDiagnostic(check(text), 1, refusal, options), null);
  });
});
