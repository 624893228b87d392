/** The words of the one question before a security group is created. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Confirmation } from '../../client/src/features/provision/confirmation.ts';
import { confirmationText } from '../../client/src/features/provision/confirmation.ts';
import { chinese, english, useTranslation } from '../../client/src/infrastructure/localisation/l10n.ts';
import { planOf } from './support/journey.ts';

afterEach(() => useTranslation(english));

type Change = Partial<Omit<Confirmation, 'preparation'>> & {
  readonly preparation?: Partial<Confirmation['preparation']>;
};

/** A question about one group, changed as a test wants. */
function ask({ preparation, ...change }: Change = {}): Confirmation {
  return {
    preparation: {
      kind: 'ready',
      product: 'ens',
      groupName: 'web',
      ruleCount: 1,
      source: { kind: 'cli-config', profile: 'work', mode: 'AK' },
      profile: 'work',
      maskedId: 'LTAI****wxyz',
      endpoint: 'https://ens.aliyuncs.com',
      sameName: [],
      listingRefused: null,
      inProgress: false,
      earlier: [],
      resolvedEarlier: null,
      ...preparation,
    },
    plan: planOf('web'),
    target: 'cloud',
    canSwitch: false,
    acceptFromAnywhere: [],
    warnings: [],
    unsaved: false,
    ...change,
  };
}

test('product, account, endpoint, rules and exposure are always there', () => {
  assert.deepEqual(confirmationText(ask()), {
    message: 'Create security group “web” in Alibaba Cloud?',
    detail: [
      'Product: Edge Node Service (ENS)',
      'Account: access key LTAI****wxyz of profile “work”',
      'Endpoint: https://ens.aliyuncs.com',
      'Rules: 1',
      'Open to any address: no rule',
    ].join('\n'),
    create: 'Create',
    switchTarget: null,
  });
});

test('rules that accept from any address are named with the numbers that people count with', () => {
  const { detail } = confirmationText(ask({ acceptFromAnywhere: [0, 4] }));
  assert.match(detail, /⚠ Open to any address: 2 of 1 rules \(#1, #5\)/);
  const many = confirmationText(ask({ acceptFromAnywhere: Array.from({ length: 14 }, (_, i) => i) }));
  assert.match(many.detail, /#10 and 4 more\)/);
});

test('a key from the environment, an endpoint that is not the vendor’s and a nameless group are said', () => {
  const text = confirmationText(
    ask({
      preparation: { profile: null, endpoint: 'http://127.0.0.1:4000' },
      plan: { ...planOf('web'), groupName: null },
      unsaved: true,
    }),
  );
  assert.equal(text.message, 'Create security group without a name at http://127.0.0.1:4000?');
  assert.match(text.detail, /access key LTAI\*\*\*\*wxyz from the environment/);
  assert.match(text.detail, /unsaved changes/);
});

test('groups of the same name, and not being allowed to look for them, are said', () => {
  const group = { id: 'sg-1', name: 'web', description: '', createdAt: '' };
  assert.match(
    confirmationText(ask({ preparation: { sameName: [group] } })).detail,
    /⚠ The same name exists already: sg-1\. Another/,
  );
  const refusal = { code: 'NoPermission', message: '', requestId: null, httpStatus: 400 };
  const text = confirmationText(ask({ preparation: { sameName: null, listingRefused: refusal } }));
  assert.match(text.detail, /⚠ This access key may not list security groups \(NoPermission\)/);
});

test('an earlier attempt whose end is unknown changes the question and the button', () => {
  const attempt = {
    time: '2026-11-21T10:00:00.000Z',
    maskedId: 'LTAI****wxyz',
    search: { code: 'search-found-nothing' as const },
    candidates: [],
  };
  const text = confirmationText(ask({ preparation: { earlier: [attempt] } }));
  assert.equal(text.message, 'Create security group “web”, although an earlier attempt may have created it?');
  assert.equal(text.create, 'Create Anyway');
  assert.match(text.detail, /^⚠ Attempt of 2026-11-21 10:00:00 UTC with LTAI/);
});

test('an earlier attempt that turned out to have succeeded asks for another one', () => {
  const resolvedEarlier = { SecurityGroupId: 'sg-9', time: '2026-11-21T10:00:00.000Z' };
  const text = confirmationText(ask({ preparation: { resolvedEarlier } }));
  assert.equal(
    text.message,
    'An earlier attempt has created security group “web”: sg-9. Create another one?',
  );
  assert.equal(text.create, 'Create Another');
});

test('the target is in the question, and the other one is offered', () => {
  const text = confirmationText(ask({ target: 'sandbox', canSwitch: true }));
  assert.equal(text.message, 'Create security group “web” in the local sandbox?');
  assert.match(text.detail, /local sandbox, nothing reaches the cloud/);
  assert.equal(text.switchTarget, 'Use the Cloud Instead');
  assert.equal(confirmationText(ask({ canSwitch: true })).switchTarget, 'Use Local Sandbox Instead');
});

test('warnings are counted and the first is quoted', () => {
  assert.match(confirmationText(ask({ warnings: ['A'] })).detail, /1 warning: A$/);
  assert.match(confirmationText(ask({ warnings: ['A', 'B'] })).detail, /2 warnings, the first: A$/);
});

test('the whole question is there in Chinese', () => {
  useTranslation(chinese);
  const text = confirmationText(ask({ acceptFromAnywhere: [0], canSwitch: true }));
  assert.equal(text.message, '在阿里云中创建安全组“web”？');
  assert.equal(text.create, '创建');
  assert.equal(text.switchTarget, '改用本地沙箱');
  for (const line of text.detail.split('\n')) assert.match(line, /[\u4e00-\u9fff].*：/);
});
