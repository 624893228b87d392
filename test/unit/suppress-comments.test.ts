/** What an `sg-ignore` comment may say: rules, reason, expiry date, and what is wrong with one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../support/check.ts';
import { checkFindings, codesOf } from '../support/check-findings.ts';

const today = '2026-11-21';

/** The codes that remain when a comment stands behind a name that begins with a digit (SG1021). */
function withComment(comment: string): string[] {
  return codesOf(check(`Product: ENS\nSecurityGroupName: 9web # ${comment}\n`, 'yaml', { today }));
}

test('a rule is named by id or by name', () => {
  assert.deepEqual(withComment('sg-ignore SG1021'), []);
  assert.deepEqual(withComment('sg-ignore name-start'), []);
  assert.deepEqual(withComment('sg-ignore   SG1021'), []);
});

test('several rules, separated by commas', () => {
  const text = (comment: string) => `Product: ENS\nSecurityGroupName: "9" # ${comment}\n`;
  assert.deepEqual(codesOf(check(text('none'))), ['SG1020', 'SG1021']);
  assert.deepEqual(codesOf(check(text('sg-ignore SG1020, name-start'))), []);
  assert.deepEqual(codesOf(check(text('sg-ignore SG1020,SG1021'))), []);
  assert.deepEqual(codesOf(check(text('sg-ignore SG1020'))), ['SG1021']);
});

test('an unused one is reported at the rule that it names', () => {
  checkFindings(`Product: ENS
SecurityGroupName: "9" # sg-ignore SG1020, SG1021, SG1022
#                                                  ^^^^^^ SG4002
`);
  checkFindings(`Product: ENS
# sg-ignore name-start
#           ^^^^^^^^^^ SG4002
SecurityGroupName: web
`);
});

test('an unknown one is reported at the word; the others count', () => {
  checkFindings(`Product: ENS
SecurityGroupName: 9web # sg-ignore SG9999, SG1021
#                                   ^^^^^^ SG4003
`);
  assert.deepEqual(withComment('sg-ignore nonsense'), ['SG1021', 'SG4003']);
});

test('a comment without a rule is reported', () => {
  checkFindings(`Product: ENS
SecurityGroupName: web # sg-ignore
#                        ^^^^^^^^^ SG4003
`);
});

test("other comments are nobody's business", () => {
  for (const comment of ['sg-ignored SG1021', 'please sg-ignore SG1021', 'SG1021', 'sg-ignore-files SG1021'])
    assert.deepEqual(withComment(comment), ['SG1021'], comment);
});

describe('expires', () => {
  test('today and tomorrow it still holds, yesterday it is over', () => {
    assert.deepEqual(withComment('sg-ignore SG1021 expires=2026-11-21'), []);
    assert.deepEqual(withComment('sg-ignore SG1021 expires=2026-11-22'), []);
    assert.deepEqual(withComment('sg-ignore SG1021 expires="2026-11-22"'), []);
    assert.deepEqual(withComment('sg-ignore SG1021 expires=2026-11-20'), ['SG1021', 'SG4004']);
    assert.deepEqual(withComment('sg-ignore SG1021 expires=1999-12-31'), ['SG1021', 'SG4004']);
  });

  test('what is no date silences nothing', () => {
    for (const date of [
      'soon',
      '2026',
      '2026-13-01',
      '2026-02-30',
      '21.11.2026',
      '2026-1-1',
      '""',
      '20261122',
    ])
      assert.deepEqual(withComment(`sg-ignore SG1021 expires=${date}`), ['SG1021', 'SG4004'], date);
    assert.deepEqual(withComment('sg-ignore SG1021 expires='), ['SG1021', 'SG4004']);
  });

  test('an expired one is not also unused', () => {
    const text = 'Product: ENS\nSecurityGroupName: web # sg-ignore SG1021 expires=2020-01-01\n';
    assert.deepEqual(codesOf(check(text)), ['SG4004']);
  });

  test('the date comes before or after the reason, and the reason may hold anything', () => {
    assert.deepEqual(withComment('sg-ignore SG1021 expires=2030-01-01 reason="old name"'), []);
    assert.deepEqual(withComment('sg-ignore SG1021 reason="old name" expires=2030-01-01'), []);
    assert.deepEqual(withComment('sg-ignore SG1021 reason="old name" expires=2020-01-01'), [
      'SG1021',
      'SG4004',
    ]);
    assert.deepEqual(withComment('sg-ignore SG1021 reason="no expires=2020-01-01 here"'), []);
    assert.deepEqual(withComment("sg-ignore SG1021 reason='no expires=2020-01-01 here'"), []);
  });

  test('29 February is a date in a leap year alone', () => {
    assert.deepEqual(withComment('sg-ignore SG1021 expires=2028-02-29'), []);
    assert.deepEqual(withComment('sg-ignore SG1021 expires=2027-02-29'), ['SG1021', 'SG4004']);
  });
});

describe('reason', () => {
  const key = ['LTAI', '5tExampleExample'].join('');
  const withKey = (comment: string) =>
    codesOf(check(`Product: ENS\nDescription: ${key} # ${comment}\n`, 'yaml', { today }));

  test('rules about exposure need one', () => {
    assert.deepEqual(withKey('none'), ['SG3001']);
    assert.deepEqual(withKey('sg-ignore SG3001 reason="a sample of the vendor"'), []);
    assert.deepEqual(withKey('sg-ignore leaked-access-key reason=sample'), []);
    assert.deepEqual(withKey('sg-ignore SG3001'), ['SG3001', 'SG4005']);
    assert.deepEqual(withKey('sg-ignore SG3001 reason=""'), ['SG3001', 'SG4005']);
    assert.deepEqual(withKey('sg-ignore SG3001 reason="  "'), ['SG3001', 'SG4005']);
    assert.deepEqual(withKey('sg-ignore-file SG3001'), ['SG3001', 'SG4005']);
  });

  test('other rules do not', () => {
    assert.deepEqual(withComment('sg-ignore SG1021 reason="historical"'), []);
    assert.deepEqual(withComment('sg-ignore SG1021'), []);
  });
});
