/** The question of `alisg create`: what a person sees, and what each answer does. Only the terminal is played. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { create } from '../../cli/src/commands/create.ts';
import { createContext } from '../../cli/src/context.ts';
import { type Fault, startSandbox } from '../../sandbox/src/index.ts';
import { plainPaint } from '../../server/src/core/report/paint.ts';
import { environment, placeFor } from './support/alisg.ts';
import { group, rule } from './support/definitions.ts';

/** A person at a terminal who answers each question with the next of `answers`; `end` closes the input. */
function personWho(answers: readonly (string | 'end')[]) {
  const input = new PassThrough();
  const left = [...answers];
  let out = '';
  let err = '';
  const output = (write: (text: string) => void) => ({
    write,
    isTerminal: true,
    paint: plainPaint,
    width: 100,
  });
  const terminal = {
    out: output((text) => {
      out += text;
    }),
    err: output((text) => {
      err += text;
      if (!text.endsWith('[y/N] ')) return;
      const answer = left.shift() ?? 'end';
      if (answer === 'end') input.end();
      else input.write(`${answer}\n`);
    }),
    input,
    canAsk: true,
    finish: async () => null,
  };
  return { terminal, seen: () => err, said: () => out };
}

async function stage(context: TestContext) {
  const place = placeFor(context);
  const sandbox = await startSandbox();
  context.after(() => sandbox.close());
  const file = place.write(
    'a.sg.yaml',
    group('web', rule(), rule({ SourceCidrIp: '0.0.0.0/0', IpProtocol: 'tcp' })),
  );
  const env = environment(place.folder, {
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'sandbox',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'sandbox-secret',
  });
  const answer = async (answers: readonly string[], locale: 'en' | 'zh-cn' = 'en') => {
    const { terminal, seen, said } = personWho(answers);
    const commands = createContext(terminal, env, locale, 'file:///rules/', new Date());
    const code = await create(file, { format: 'text', yes: false, endpoint: sandbox.url }, commands);
    return { code, seen: seen(), said: said() };
  };
  return { sandbox, answer };
}

const lost = (when: 'before' | 'after'): Fault[] => [
  { kind: 'pass', action: 'DescribeSecurityGroups', times: 2 },
  { kind: 'disconnect', when, action: 'CreateSecurityGroup' },
  { kind: 'error', action: 'DescribeSecurityGroups', status: 403, code: 'NoPermission', message: 'No.' },
];

test('yes creates; the question shows what would be created, where, and what it opens', async (t) => {
  const { sandbox, answer } = await stage(t);
  const { code, seen, said } = await answer(['y']);
  assert.equal(code, 0);
  for (const line of [
    /^security group "web"$/m,
    /^ {2}Product +Edge Node Service \(ENS\)$/m,
    /^ {2}Account +AccessKey \*{4} from the environment$/m,
    new RegExp(`^ {2}Endpoint +${sandbox.url}$`, 'm'),
    /^ {2}Rules +2$/m,
    /^ {2}Open to any address +1 of 2 rules: #2$/m,
    /^ {2}! 1 warning: .*TCP/m,
    /^Create security group "web"\? \[y\/N\] /m,
  ]) {
    assert.match(seen, line);
  }
  assert.match(said, /^Created security group "web": sg-/);
});

test('anything that is no clear yes creates nothing: exit 1', async (t) => {
  const { sandbox, answer } = await stage(t);
  for (const no of ['n', '', 'yeah no', 'end']) {
    const { code, seen } = await answer([no]);
    assert.equal(code, 1, no);
    assert.match(seen, /Cancelled; nothing was created\.\n$/);
  }
  assert.equal(sandbox.groups().length, 0);
});

test('in Chinese, with 是 as a yes; the second one is told of the first', async (t) => {
  const { sandbox, answer } = await stage(t);
  assert.equal((await answer(['是'], 'zh-cn')).code, 0);
  const { code, seen } = await answer(['n'], 'zh-cn');
  assert.equal(code, 1);
  assert.match(seen, new RegExp(`同名的安全组已存在：${sandbox.groups()[0]?.SecurityGroupId}`));
  assert.match(seen, /创建安全组“web”？ \[y\/N\]/);
});

test('after an unknown outcome a person may decide to go on', async (t) => {
  const { sandbox, answer } = await stage(t);
  sandbox.setFaults(lost('before'));
  assert.equal((await answer(['y'])).code, 3);
  const no = await answer(['n']);
  assert.equal(no.code, 1);
  assert.match(no.seen, /! It is not known whether the attempt of .* UTC \(\*{4}\) created this group/);
  assert.match(no.seen, /although an earlier attempt may have created it\?/);
  assert.equal(sandbox.groups().length, 0);
  assert.equal((await answer(['y'])).code, 0);
  assert.equal(sandbox.groups().length, 1);
});

test('an earlier attempt that has made the group: no gives it back, yes makes another', async (t) => {
  const { sandbox, answer } = await stage(t);
  sandbox.setFaults(lost('after'));
  assert.equal((await answer(['y'])).code, 3);
  const [first] = sandbox.groups();
  const no = await answer(['n']);
  assert.equal(no.code, 0);
  assert.match(no.seen, /Create another security group "web"\?/);
  assert.match(no.said, new RegExp(`An earlier attempt has created .*${first?.SecurityGroupId}`));
  assert.equal(sandbox.groups().length, 1);
});

test('yes makes another group beside the one of an earlier attempt', async (t) => {
  const { sandbox, answer } = await stage(t);
  sandbox.setFaults(lost('after'));
  assert.equal((await answer(['y'])).code, 3);
  assert.equal((await answer(['y'])).code, 0);
  assert.equal(sandbox.groups().length, 2);
});
