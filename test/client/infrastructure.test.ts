/** Small parts of the client that need no editor: what may be logged, what a server is given, when to give up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeStatus } from '../../client/src/features/language-status/describe-status.ts';
import { consoleAddress } from '../../client/src/features/provision/console-address.ts';
import { concernsDefinition, refusalText } from '../../client/src/features/provision/refusal.ts';
import { sandboxEnvironment } from '../../client/src/features/provision/sandbox-environment.ts';
import { CrashLimit } from '../../client/src/infrastructure/language-client/crash-limit.ts';
import { withoutCredentials } from '../../client/src/infrastructure/language-client/server-process.ts';
import {
  chinese,
  english,
  languageOf,
  sentences,
} from '../../client/src/infrastructure/localisation/l10n.ts';
import { redact } from '../../client/src/infrastructure/logging/redact.ts';
import { TimeLimitError, within } from '../../client/src/infrastructure/time/within.ts';

test('credentials do not reach a log', () => {
  const secrets = ['LTAI5tAbCdEfGhIjKlMn', 'topsecretvalue', 'c2lnbmF0dXJl', 'user:pa55'];
  const text = [
    `key ${secrets[0]}`,
    `ALIBABA_CLOUD_ACCESS_KEY_SECRET=${secrets[1]}`,
    `{"access_key_secret": "${secrets[1]}", "sts_token":"${secrets[1]}"}`,
    `Authorization: ACS3-HMAC-SHA256 Credential=${secrets[0]},SignedHeaders=host,Signature=${secrets[2]}`,
    `proxy http://${secrets[3]}@proxy.example:3128`,
  ].join('\n');
  const redacted = redact(text);
  for (const secret of secrets) assert.ok(!redacted.includes(secret), redacted);
  assert.match(redacted, /proxy\.example:3128/);
});

test('text without credentials is logged as it is', () => {
  const text = 'created sg-bp1fg655nh68xyz9i at https://ens.aliyuncs.com, RequestId 760bad53-2764';
  assert.equal(redact(text), text);
});

test('the language server inherits no credential', () => {
  const overrides = withoutCredentials({
    PATH: '/bin',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 's',
    ALICLOUD_ACCESS_KEY: 'k',
    ALIBABACLOUD_ACCESS_KEY_ID: 'i',
    HOME: '/root',
  });
  assert.deepEqual(overrides, {
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: undefined,
    ALICLOUD_ACCESS_KEY: undefined,
    ALIBABACLOUD_ACCESS_KEY_ID: undefined,
  });
});

test('the sandbox is asked with its own keys, whatever the environment holds', () => {
  const environment = sandboxEnvironment(
    {
      HOME: '/root',
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI1',
      ALIBABA_CLOUD_SECURITY_TOKEN: 't',
      ALICLOUD_ACCESS_KEY_ID: 'x',
    },
    { accessKeyId: 'sandbox', accessKeySecret: 'sandbox-secret' },
  );
  assert.deepEqual(environment, {
    HOME: '/root',
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'sandbox',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'sandbox-secret',
  });
});

test('a server that keeps ending is not started for ever', () => {
  const limit = new CrashLimit(2, 1000);
  assert.deepEqual(
    [0, 10, 20].map((now) => limit.mayRestart(now)),
    [true, true, false],
  );
  assert.equal(limit.mayRestart(5000), true, 'old ends are forgotten');
  limit.mayRestart(5001);
  limit.reset();
  assert.equal(limit.mayRestart(5002), true, 'a restart by hand begins anew');
});

test('waiting ends', async () => {
  assert.equal(await within(Promise.resolve(1), 1000), 1);
  let stopped = false;
  await assert.rejects(
    within(new Promise(() => undefined), 1, () => {
      stopped = true;
    }),
    TimeLimitError,
  );
  assert.ok(stopped);
});

test('locales mean the language that the server would take', () => {
  const cases = {
    'zh-cn': 'zh-cn',
    zh: 'zh-cn',
    'zh-Hans': 'zh-cn',
    'zh-TW': 'en',
    'zh-Hant': 'en',
    'zh-HK': 'en',
    de: 'en',
  };
  for (const [locale, language] of Object.entries(cases)) assert.equal(languageOf(locale), language, locale);
});

test('placeholders are filled in both languages, and what is not translated stays readable', () => {
  assert.equal(english('{0} rules', 3), '3 rules');
  assert.equal(chinese('{0} rules', 3), '3 条规则');
  assert.equal(chinese('not in the bundle: {0}', 'x'), 'not in the bundle: x');
});

test('sentences are joined as their language does', () => {
  assert.equal(sentences(['One.', '', 'Two.']), 'One. Two.');
  assert.equal(sentences(['一。', '二。']), '一。二。');
});

test('the console is offered for the vendor’s endpoints only', () => {
  assert.equal(consoleAddress('ens', 'https://ens.aliyuncs.com'), 'https://ens.console.aliyun.com');
  assert.equal(
    consoleAddress('ens', 'https://ens.ap-southeast-1.aliyuncs.com'),
    'https://ens.console.alibabacloud.com',
  );
  assert.equal(consoleAddress('ens', 'http://127.0.0.1:1234'), null);
  assert.equal(consoleAddress('ens', 'https://aliyuncs.com.example.org'), null);
  assert.equal(consoleAddress('ecs', 'https://ecs.aliyuncs.com'), null);
});

test('refusals about keys, clocks and the service are no findings of the definition', () => {
  for (const code of [
    'SignatureDoesNotMatch',
    'InvalidAccessKeyId.NotFound',
    'Throttling.User',
    'InternalError',
  ]) {
    assert.equal(concernsDefinition(code), false, code);
  }
  for (const code of [
    'InvalidParameter.PortRange',
    'QuotaExceed.SecurityGroup',
    'NoPermission',
    'MissingDirection',
  ]) {
    assert.equal(concernsDefinition(code), true, code);
  }
  const refusal = { code: 'X.Y', message: 'It is wrong.', requestId: null, httpStatus: 400 };
  assert.equal(refusalText(refusal, null), 'Alibaba Cloud refused: It is wrong (X.Y).');
  assert.equal(refusalText(refusal, 'Do this.'), 'Alibaba Cloud refused: It is wrong (X.Y). Do this.');
  const signed = 'It is not matched. server StringToSign is [ACS3-HMAC-SHA256\n069c]';
  assert.equal(
    refusalText({ ...refusal, message: signed }, null),
    'Alibaba Cloud refused: It is not matched (X.Y).',
  );
});

test('the language status says which product applies, why, and how much there is', () => {
  const reason = 'stated by Product: ENS';
  assert.deepEqual(describeStatus({ product: 'ens', reason, rules: 1, errors: 0 }), {
    text: 'ENS',
    detail: 'stated by Product: ENS · 1 rule',
  });
  assert.deepEqual(describeStatus({ product: 'ecs', reason: 'why', rules: 3, errors: 2 }), {
    text: 'ECS',
    detail: 'why · 3 rules · 2 errors',
  });
  assert.deepEqual(describeStatus(null), { text: 'Security group', detail: 'no security group yet' });
});
