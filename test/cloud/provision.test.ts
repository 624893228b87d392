/** Creating a group: what is shown before, what is told after, and what is on disk in between. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { describeReason } from '../../client/src/cloud/messages.ts';
import { provisionEns } from '../../client/src/cloud/provision.ts';
import type { ProgressEvent } from '../../client/src/cloud/provision-types.ts';
import { env, onBench, outcomesOnDisk, secret } from './support/bench.ts';
import { planFor } from './support/fake-ens.ts';

test('the preparation holds what a confirmation shows', async () => {
  await onBench(async ({ ens, options }) => {
    const twin = ens.add('web');
    ens.add('web-2');
    const events: ProgressEvent[] = [];
    const prepared = await provisionEns(planFor('web'), options).prepare(undefined, (e) => events.push(e));
    assert.deepEqual(prepared, {
      kind: 'ready',
      product: 'ens',
      groupName: 'web',
      ruleCount: 2,
      source: { kind: 'environment', mode: 'AK' },
      profile: null,
      maskedId: 'LTAI****0001',
      endpoint: ens.server.url,
      sameName: [{ id: twin, name: 'web', description: '', createdAt: '2026-01-01T00:00:00Z' }],
      listingRefused: null,
      inProgress: false,
      earlier: [],
      resolvedEarlier: null,
    });
    assert.deepEqual(events, [{ step: 'listing' }]);
    assert.equal(ens.creates(), 0);
  });
});

test('all pages are searched for groups of the name', async () => {
  await onBench(async ({ ens, options }) => {
    for (let i = 0; i < 120; i++) ens.add(i === 117 ? 'web' : `web-${i}`);
    const prepared = await provisionEns(planFor('web'), options).prepare();
    assert.ok(prepared.kind === 'ready');
    assert.deepEqual(
      prepared.sameName?.map((group) => group.id),
      ['sg-118'],
    );
    assert.equal(ens.server.requests.length, 3);
  });
});

test('a group is created once, after its intent is on disk', async () => {
  await onBench(async (bench) => {
    const { ens, options } = bench;
    const old = ens.add('web');
    let onDisk = '';
    ens.onCreate = () => {
      onDisk = readFileSync(join(options.stateDirectory ?? '', 'journal.jsonl'), 'utf8');
    };
    const events: ProgressEvent[] = [];
    const provisioning = provisionEns(planFor('web'), options);
    await provisioning.prepare();
    const outcome = await provisioning.execute(undefined, (event) => events.push(event));
    assert.deepEqual(outcome, { kind: 'created', SecurityGroupId: 'sg-2', RequestId: 'request-create' });
    assert.deepEqual(events, [{ step: 'listing' }, { step: 'creating' }]);
    assert.equal(ens.creates(), 1);
    const intent = JSON.parse(onDisk);
    const { endpoint, groupName, listed, maskedId, file } = intent;
    assert.deepEqual(
      { endpoint, groupName, listed, maskedId, file },
      {
        endpoint: ens.server.url,
        groupName: 'web',
        listed: [old],
        maskedId: 'LTAI****0001',
        file: '/definitions/web.sg.yaml',
      },
    );
    assert.deepEqual(await outcomesOnDisk(bench), ['created']);
    assert.deepEqual(ens.server.requests.at(-1)?.parameters, planFor('web').calls[0]?.parameters);
  });
});

test('a refusal is final and leaves nothing open', async () => {
  await onBench(async (bench) => {
    bench.ens.createFault = 'refuse';
    const outcome = await provisionEns(planFor('web'), bench.options).execute();
    assert.ok(outcome.kind === 'refused');
    assert.equal(outcome.refusal.code, 'InvalidParameter.CidrIp');
    assert.deepEqual(await outcomesOnDisk(bench), ['refused']);
    bench.ens.createFault = 'none';
    assert.equal((await provisionEns(planFor('web'), bench.options).execute()).kind, 'created');
  });
});

test('without permission to list: said before, created all the same, unknown when lost', async () => {
  await onBench(async ({ ens, options }) => {
    const provisioning = provisionEns(planFor('web'), options);
    ens.readFaults = ['no-permission', 'no-permission'];
    const prepared = await provisioning.prepare();
    assert.ok(prepared.kind === 'ready');
    assert.equal(prepared.sameName, null);
    assert.equal(prepared.listingRefused?.code, 'Forbidden.RAM');
    assert.equal((await provisioning.execute()).kind, 'created');

    ens.readFaults = ['no-permission', 'no-permission', 'no-permission'];
    ens.createFault = 'done-drop';
    const lost = await provisionEns(planFor('web', 'Other'), options).execute();
    assert.ok(lost.kind === 'unknown');
    assert.deepEqual(lost.search, { code: 'search-refused', refusalCode: 'Forbidden.RAM' });
  });
});

test('a refusal or a failure while listing is told before anything is confirmed', async () => {
  await onBench(async ({ ens, options }) => {
    ens.readFaults = ['throttle'];
    assert.equal((await provisionEns(planFor('web'), options).prepare()).kind, 'refused');
    ens.readFaults = ['drop'];
    const dropped = await provisionEns(planFor('web'), options).prepare();
    assert.ok(dropped.kind === 'failed');
    assert.equal(dropped.reason.code, 'connection-lost');
    const nobody = await provisionEns(planFor('web'), { ...options, env: {} }).prepare();
    assert.ok(nobody.kind === 'no-credentials');
    assert.equal(nobody.reason.code, 'no-credentials');
    const torn = { ...env, ALIBABA_CLOUD_ACCESS_KEY_SECRET: `${secret}\n` };
    const malformed = await provisionEns(planFor('web'), { ...options, env: torn }).prepare();
    assert.ok(malformed.kind === 'no-credentials');
    assert.equal(malformed.reason.code, 'key-malformed');
    const endpoint = 'http://ens.aliyuncs.com';
    const wrong = await provisionEns(planFor('web'), { ...options, endpoint }).prepare();
    assert.ok(wrong.kind === 'failed');
    assert.equal(wrong.reason.code, 'endpoint-invalid');
    const ecs = await provisionEns({ ...planFor('web'), product: 'ecs' }, options).execute();
    assert.deepEqual(ecs, { kind: 'not-sent', reason: { code: 'plan-unsupported', product: 'ecs' } });
    assert.equal(ens.creates(), 0);
  });
});

test('without a journal nothing is sent', async () => {
  await onBench(async ({ ens, options, directory }) => {
    await writeFile(join(directory, 'file'), '');
    const stateDirectory = join(directory, 'file', 'state');
    const outcome = await provisionEns(planFor('web'), { ...options, stateDirectory }).execute();
    assert.ok(outcome.kind === 'not-sent');
    assert.equal(outcome.reason.code, 'state-unwritable');
    assert.match(describeReason(outcome.reason, 'en'), /nothing was sent/);
    assert.equal(ens.creates(), 0);
  });
});
