/** The create journey from the command to its end, with the real cloud layer and a sandbox that misbehaves on demand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned, stage } from './support/journey.ts';

test('a confirmed definition is created once, and the result is the id', async (t) => {
  const { create, sandbox, seen, sent, logged } = await stage(t);
  const result = await create();
  const [group] = sandbox.groups();
  assert.deepEqual(result, {
    kind: 'created',
    securityGroupId: group?.SecurityGroupId,
    requestId: sent()[0]?.requestId,
    target: 'cloud',
    adopted: false,
  });
  assert.equal(sent().length, 1);
  assert.deepEqual(
    seen.map((s) => s.what),
    ['confirm', 'created'],
  );
  assert.ok(logged.some((line) => line.includes(sent()[0]?.requestId ?? 'no request')));
});

test('the confirmation knows rules, account and endpoint before anything is created', async (t) => {
  const { create, sandbox, seen, sent } = await stage(t, { choices: ['cancel'] });
  assert.deepEqual(await create(), { kind: 'cancelled' });
  assert.equal(sent().length, 0);
  const [shown] = seen;
  assert.ok(shown?.what === 'confirm');
  assert.equal(shown.confirmation.preparation.endpoint, sandbox.url);
  assert.equal(shown.confirmation.preparation.profile, null);
  assert.doesNotMatch(JSON.stringify(shown), /sandbox-secret/);
  assert.deepEqual(shown.confirmation.acceptFromAnywhere, [0]);
});

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const writeProduct = { range, newText: 'Product: ENS\n' };

test('the first create writes the product that was inferred', async (t) => {
  const { create, edited } = await stage(t, { plans: [planned({ writeProduct })] });
  assert.equal((await create()).kind, 'created');
  assert.deepEqual(edited, [writeProduct]);
});

test('a text that has changed meanwhile, or that states its product, is left alone', async (t) => {
  const stated = await stage(t);
  await stated.create();
  assert.deepEqual(stated.edited, []);
  const changed = await stage(t, { plans: [planned({ writeProduct })] });
  changed.scene.onWork = (kind) => {
    if (kind === 'create') changed.scene.version = 2;
  };
  assert.equal((await changed.create()).kind, 'created');
  assert.deepEqual(changed.edited, []);
});

test('errors in the definition stop everything and say which', async (t) => {
  const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 1 } };
  const errors = [{ code: 'SG1012', message: 'Ports belong to TCP and UDP', range }];
  const { create, sandbox, seen } = await stage(t, { plans: [{ kind: 'blocked', group: 0, errors }] });
  assert.deepEqual(await create(), { kind: 'blocked', errors });
  assert.deepEqual(seen, [{ what: 'blocked', message: 'Ports belong to TCP and UDP' }]);
  assert.equal(sandbox.requests().length, 0);
});

test('answers of the server that are no plan end the journey with their own words', async (t) => {
  const { create, scene, seen, sandbox } = await stage(t);
  scene.plans = [{ kind: 'empty' }];
  assert.deepEqual(await create(), { kind: 'empty' });
  scene.plans = [{ kind: 'unsupported', message: 'ECS comes later' }];
  assert.deepEqual(await create(), { kind: 'unsupported' });
  scene.plans = [{ kind: 'unknown-document' }];
  assert.deepEqual(await create(), { kind: 'no-plan' });
  scene.serverAlive = false;
  assert.deepEqual(await create(), { kind: 'no-plan' });
  assert.deepEqual(seen, [
    { what: 'empty' },
    { what: 'unsupported', message: 'ECS comes later' },
    {
      what: 'no-plan',
      message: 'The language server does not know this document. Restart it and try again.',
    },
    { what: 'no-plan', message: 'The language server is not running.' },
  ]);
  assert.equal(sandbox.requests().length, 0);
});

test('an untrusted workspace creates nothing', async (t) => {
  const { create, seen, sandbox } = await stage(t, { trusted: false });
  assert.deepEqual(await create(), { kind: 'untrusted' });
  assert.deepEqual(seen, [{ what: 'trust' }]);
  assert.equal(sandbox.requests().length, 0);
});

test('without credentials the person is told how to give them', async (t) => {
  const { create, seen, sandbox } = await stage(t, { credentials: null });
  assert.deepEqual(await create(), { kind: 'no-credentials', reason: 'no-credentials' });
  assert.deepEqual(seen, [{ what: 'no-credentials', message: null, external: null }]);
  assert.equal(sandbox.requests().length, 0);
});

test('a wrong key is reported as what it is, not as a fault of the definition', async (t) => {
  const { create, seen, reported } = await stage(t, {
    credentials: { accessKeyId: 'sandbox', accessKeySecret: 'another-secret' },
  });
  const result = await create();
  assert.ok(result.kind === 'refused');
  assert.equal(result.code, 'SignatureDoesNotMatch');
  const [shown] = seen;
  assert.ok(shown?.what === 'refused');
  assert.match(shown.message, /SignatureDoesNotMatch.*secret/);
  assert.doesNotMatch(shown.message, /another-secret/);
  assert.equal(reported.length, 0);
});

test('a refusal goes to the line that caused it', async (t) => {
  const { create, seen, sandbox, reported, sent } = await stage(t, {
    plans: [planned({ group: 2, version: 1 })],
  });
  sandbox.setFaults([
    {
      kind: 'error',
      action: 'CreateSecurityGroup',
      status: 400,
      code: 'InvalidParameter.PortRange',
      message: 'The parameter PortRange is not valid.',
    },
  ]);
  const result = await create();
  assert.deepEqual(result, {
    kind: 'refused',
    code: 'InvalidParameter.PortRange',
    requestId: sent()[0]?.requestId,
  });
  assert.deepEqual(
    reported.map(({ uri, group, version }) => ({ uri, group, version })),
    [{ uri: 'file:///web.sg.yaml', group: 2, version: 1 }],
  );
  assert.deepEqual(seen.at(-1), {
    what: 'refused',
    message: 'explained InvalidParameter.PortRange',
    line: 3,
    group: 2,
  });
});

test('a refusal is told even when the language server is gone', async (t) => {
  const { create, scene, seen, sandbox } = await stage(t);
  scene.onWork = () => {
    scene.serverAlive = false;
  };
  sandbox.setFaults([
    {
      kind: 'error',
      action: 'CreateSecurityGroup',
      status: 400,
      code: 'InvalidParameter.CidrIp',
      message: 'The parameter CidrIp is not valid.',
    },
  ]);
  assert.equal((await create()).kind, 'refused');
  const last = seen.at(-1);
  assert.ok(last?.what === 'refused');
  assert.match(last.message, /The parameter CidrIp is not valid \(InvalidParameter\.CidrIp\)/);
});

test('a lost answer is never repeated: the group is looked for and reported as found', async (t) => {
  const { create, seen, sandbox, sent } = await stage(t);
  sandbox.setFaults([{ kind: 'disconnect', when: 'after', action: 'CreateSecurityGroup' }]);
  const result = await create();
  const [group] = sandbox.groups();
  assert.ok(result.kind === 'created');
  assert.equal(result.securityGroupId, group?.SecurityGroupId);
  assert.equal(result.adopted, true);
  assert.equal(sent().length, 1);
  const last = seen.at(-1);
  assert.ok(last?.what === 'created');
  assert.equal(last.created.how, 'found');
});

test('what cannot be found out is called unknown, and the next attempt says so first', async (t) => {
  const { create, scene, seen, sandbox, sent } = await stage(t);
  sandbox.setFaults([{ kind: 'disconnect', when: 'before', action: 'CreateSecurityGroup' }]);
  assert.deepEqual(await create(), { kind: 'unknown', candidates: [] });
  assert.equal(sent().length, 1);
  const unknown = seen.at(-1);
  assert.ok(unknown?.what === 'unknown');
  assert.equal(unknown.unknown.reasons.length, 2);

  scene.choices = ['cancel'];
  assert.deepEqual(await create(), { kind: 'cancelled' });
  const asked = seen.at(-1);
  assert.ok(asked?.what === 'confirm');
  assert.equal(asked.confirmation.preparation.earlier.length, 1);
  assert.equal(sent().length, 1);

  scene.choices = ['create'];
  assert.equal((await create()).kind, 'created');
  assert.equal(sent().length, 2);
});

test('an attempt that turns out to have succeeded is shown instead of being repeated', async (t) => {
  const { create, scene, seen, sandbox, sent } = await stage(t);
  sandbox.setFaults([{ kind: 'disconnect', when: 'after', action: 'CreateSecurityGroup' }]);
  scene.onStep = (step, press) => {
    if (step === 'reconciling') press.giveUp();
  };
  assert.equal((await create()).kind, 'unknown');

  scene.choices = ['cancel'];
  const second = await create();
  assert.ok(second.kind === 'created');
  assert.equal(second.securityGroupId, sandbox.groups()[0]?.SecurityGroupId);
  assert.equal(second.adopted, true);
  const last = seen.at(-1);
  assert.ok(last?.what === 'created');
  assert.equal(last.created.how, 'found-earlier');
  assert.equal(sent().length, 1);
  assert.equal(sandbox.groups().length, 1);
});

test('Cancel before the request leaves creates nothing', async (t) => {
  const { create, sandbox, sent } = await stage(t, {
    onWork: (kind, press) => {
      if (kind === 'create') press.cancel();
    },
  });
  assert.deepEqual(await create(), { kind: 'cancelled' });
  assert.equal(sent().length, 0);
  assert.equal(sandbox.groups().length, 0);
});

test('Cancel while the answer is awaited finds out what became of the request', async (t) => {
  const { create, sandbox, scene, seen, sent } = await stage(t);
  sandbox.setFaults([{ kind: 'hang', when: 'after', action: 'CreateSecurityGroup' }]);
  let cancelled: NodeJS.Timeout | undefined;
  scene.onStep = (step, press) => {
    if (step !== 'creating') return;
    // As soon as the group is there, its answer is being withheld.
    cancelled = setInterval(() => {
      if (sandbox.groups().length > 0) press.cancel();
    }, 1);
  };
  const result = await create();
  clearInterval(cancelled);
  assert.ok(result.kind === 'created');
  assert.equal(result.adopted, true);
  assert.equal(sent().length, 1);
  const last = seen.at(-1);
  assert.ok(last?.what === 'created');
  assert.equal(last.created.how, 'too-late', 'nobody is told of a lost answer who did not wait for it');
});

test('one creation at a time for each document', async (t) => {
  const { create, scene, seen } = await stage(t);
  let second: Promise<unknown> | undefined;
  scene.onWork = (kind) => {
    if (kind === 'create') second = create();
  };
  assert.equal((await create()).kind, 'created');
  assert.deepEqual(await second, { kind: 'busy' });
  assert.ok(seen.some((s) => s.what === 'running'));
  assert.equal((await create()).kind, 'created', 'afterwards the way is free again');
});

test('a text that changed while preparing is planned again; one that keeps changing is not created', async (t) => {
  const { create, scene, seen, sent } = await stage(t, {
    plans: [planned({ version: 1 }), planned({ version: 2 })],
  });
  scene.version = 2;
  assert.equal((await create()).kind, 'created');
  assert.equal(seen.filter((s) => s.what === 'confirm').length, 1);

  scene.version = 99;
  assert.deepEqual(await create(), { kind: 'changed' });
  assert.deepEqual(seen.at(-1), { what: 'changing' });
  assert.equal(sent().length, 1);
});

test('the other target can be chosen in the confirmation and is remembered', async (t) => {
  const { create, scene, seen, setSandboxRuns, targets } = await stage(t);
  setSandboxRuns(true);
  scene.choices = ['switch-target', 'create'];
  const result = await create();
  assert.ok(result.kind === 'created');
  assert.equal(result.target, 'sandbox');
  const shown = seen.flatMap((s) => (s.what === 'confirm' ? [s.confirmation.target] : []));
  assert.deepEqual(shown, ['cloud', 'sandbox']);
  assert.equal(targets.current(), 'sandbox');
  setSandboxRuns(false);
  assert.equal(targets.current(), 'cloud', 'without a sandbox there is nothing to choose');
});
