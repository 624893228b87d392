/** The texts for people: both languages, everything named, nothing but what the reason holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviceForCode } from '../../client/src/cloud/advice.ts';
import { describeReason } from '../../client/src/cloud/messages.ts';
import type { Reason } from '../../client/src/cloud/reasons.ts';

const samples: { readonly [Code in Reason['code']]: Extract<Reason, { code: Code }> } = {
  'endpoint-invalid': { code: 'endpoint-invalid', problem: 'plain-http' },
  'proxy-invalid': { code: 'proxy-invalid', problem: 'scheme' },
  'proxy-failed': { code: 'proxy-failed', host: 'HOST', detail: '407' },
  dns: { code: 'dns', host: 'HOST' },
  'connection-refused': { code: 'connection-refused', host: 'HOST', port: 4711 },
  'connect-failed': { code: 'connect-failed', host: 'HOST', detail: 'EHOSTUNREACH' },
  'connect-timeout': { code: 'connect-timeout', host: 'HOST', seconds: 4711 },
  tls: { code: 'tls', host: 'HOST', detail: 'CERT_HAS_EXPIRED' },
  'not-loopback': { code: 'not-loopback', host: 'HOST' },
  cancelled: { code: 'cancelled' },
  'no-answer': { code: 'no-answer', seconds: 4711 },
  'connection-lost': { code: 'connection-lost', detail: 'ECONNRESET' },
  'answer-unreadable': { code: 'answer-unreadable', httpStatus: 302 },
  'answer-too-large': { code: 'answer-too-large' },
  'server-error': { code: 'server-error', httpStatus: 502 },
  'refusal-inconclusive': { code: 'refusal-inconclusive', refusalCode: 'InternalError', httpStatus: 500 },
  'cancelled-after-sending': { code: 'cancelled-after-sending' },
  'no-credentials': {
    code: 'no-credentials',
    looked: [
      { place: 'environment', file: null, found: 'nothing' },
      { place: 'cli-config', file: '/home/u/.aliyun/config.json', found: 'empty-profile' },
    ],
  },
  'environment-incomplete': { code: 'environment-incomplete', present: 'PRESENT', missing: 'MISSING' },
  'file-unreadable': { code: 'file-unreadable', file: 'FILE', detail: 'EACCES' },
  'file-not-json': { code: 'file-not-json', file: 'FILE', line: 47, column: 11 },
  'file-without-profiles': { code: 'file-without-profiles', file: 'FILE' },
  'profile-not-found': { code: 'profile-not-found', profile: 'PROFILE', available: ['ONE', 'TWO'] },
  'profile-incomplete': {
    code: 'profile-incomplete',
    profile: 'PROFILE',
    file: 'FILE',
    missing: ['MISSING'],
  },
  'mode-unsupported': { code: 'mode-unsupported', profile: 'PROFILE', mode: 'MODE', supported: ['AK'] },
  'external-not-allowed': { code: 'external-not-allowed', profile: 'PROFILE', mode: 'MODE' },
  'profile-cycle': { code: 'profile-cycle', profile: 'PROFILE' },
  'sign-in-expired': { code: 'sign-in-expired', profile: 'PROFILE' },
  'key-malformed': { code: 'key-malformed', profile: 'PROFILE', part: 'secret' },
  'credentials-unavailable': {
    code: 'credentials-unavailable',
    profile: 'PROFILE',
    mode: 'MODE',
    detail: 'NoPermission',
  },
  'plan-unsupported': { code: 'plan-unsupported', product: 'ecs' },
  'state-unwritable': { code: 'state-unwritable', directory: 'DIRECTORY', detail: 'EROFS' },
  'lock-held': { code: 'lock-held', pid: 4711, file: 'FILE' },
  'attempt-meanwhile': { code: 'attempt-meanwhile' },
  'group-meanwhile': { code: 'group-meanwhile', ids: ['sg-1', 'sg-2'] },
  'earlier-attempt-unknown': {
    code: 'earlier-attempt-unknown',
    time: '2026-01-01',
    maskedId: 'LTAI****0001',
  },
  'answer-without-id': { code: 'answer-without-id' },
  'search-found-nothing': { code: 'search-found-nothing' },
  'search-found-several': { code: 'search-found-several', count: 4711 },
  'search-found-different': { code: 'search-found-different', count: 4711 },
  'search-refused': { code: 'search-refused', refusalCode: 'NoPermission' },
  'search-failed': { code: 'search-failed' },
  'search-interrupted': { code: 'search-interrupted' },
  'search-ambiguous': { code: 'search-ambiguous' },
};

test('every reason has a text in both languages that names what it holds', () => {
  for (const sample of Object.values(samples)) {
    const [english, chinese] = [describeReason(sample, 'en'), describeReason(sample, 'zh-cn')];
    assert.match(english, /^[^\u4e00-\u9fff]{10,}[.]$/, sample.code);
    assert.match(chinese, /[\u4e00-\u9fff].*。$/, sample.code);
    const enumerated = new Set(['code', 'problem', 'part', 'looked', 'product']);
    for (const [member, value] of Object.entries(sample)) {
      if (enumerated.has(member)) continue;
      for (const part of Array.isArray(value) ? value : [value]) {
        assert.ok(english.includes(String(part)), `${sample.code}: ${member} in ${english}`);
        assert.ok(chinese.includes(String(part)), `${sample.code}: ${member} in ${chinese}`);
      }
    }
  }
});

test('where was looked is listed', () => {
  assert.equal(
    describeReason(samples['no-credentials'], 'en').split('. ')[1],
    'Looked in: environment variables; /home/u/.aliyun/config.json (profile not filled in)',
  );
});

test('codes of the gateway have advice in both languages', () => {
  const codes: readonly (readonly [string, RegExp])[] = [
    ['SignatureDoesNotMatch', /secret does not belong to the AccessKey id.*profile "work"/],
    ['InvalidAccessKeyId.NotFound', /does not exist/],
    ['InvalidAccessKeyId.Inactive', /disabled/],
    ['IncompleteSignature', /proxy/],
    ['SignatureNonceUsed', /twice/],
    ['InvalidTimeStamp.Expired', /clock/],
    ['InvalidTimeStamp.Format', /clock/],
    ['Forbidden.RAM', /RAM policy/],
    ['NoPermission', /RAM policy/],
    ['AuthRAMAuthFailed', /RAM policy/],
    ['Forbidden.RiskControl', /risk control/],
    ['Throttling', /wait/],
    ['Throttling.User', /wait/],
    ['Throttling.Api', /wait/],
    ['Rejected.Throttling', /wait/],
    ['ServiceUnavailable', /few minutes/],
    ['InternalError', /console/],
    ['InvalidSecurityToken.Expired', /expired/],
    ['InvalidSecurityToken.MismatchWithAccessKey', /renew/],
    ['MissingSecurityToken', /renew/],
    ['QuotaExceed.SecurityGroup', /quota/],
    ['InvalidAction.NotFound', /endpoint/],
    ['InvalidApi.NotFound', /endpoint/],
    ['NoSuchVersion', /endpoint/],
    ['UnsupportedHTTPMethod', /proxy/],
  ];
  for (const [code, pattern] of codes) {
    const english = adviceForCode(code, 'en', { profile: 'work' });
    assert.match(english ?? '', pattern, code);
    assert.match(adviceForCode(code, 'zh-cn', { profile: 'work' }) ?? '', /[\u4e00-\u9fff].*。$/, code);
  }
  assert.equal(adviceForCode('InvalidParameter.PortRange', 'en'), null);
});

test('advice uses what is known', () => {
  assert.match(adviceForCode('SignatureDoesNotMatch', 'en') ?? '', /in the environment variables/);
  const clock = (clockSkewSeconds: number) =>
    adviceForCode('InvalidTimeStamp.Expired', 'en', { clockSkewSeconds });
  assert.match(clock(3600) ?? '', /3600 s behind the server/);
  assert.match(clock(-3600) ?? '', /3600 s ahead of the server/);
  assert.match(adviceForCode('Throttling', 'zh-cn', { retryAfterSeconds: 7 }) ?? '', /等待 7 秒/);
});
