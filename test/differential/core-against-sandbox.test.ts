/**
 * Two readings of the ENS document held against each other: the core's, which shows findings, and the sandbox's,
 * which refuses requests. What core shows without errors the sandbox creates; what the sandbox refuses core shows as
 * an error at the key that the code names. Where core is stricter, the rule is listed with its reason.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { openEnsSession, type Session } from '../../client/src/cloud/index.ts';
import { type Sandbox, startSandbox } from '../../sandbox/src/index.ts';
import { groupSpan } from '../../server/src/core/model/group.ts';
import { buildEnsPlan } from '../../server/src/core/plan/build-plan.ts';
import type { CloudRefusal, Plan } from '../../server/src/core/plan/plan.ts';
import { refusalPath } from '../../server/src/core/plan/refusal-place.ts';
import type { Range } from '../../server/src/core/text/position.ts';
import {
  arbitraryDefinition,
  type Definition,
  toJson,
  toYamlBlock,
  toYamlFlow,
} from '../support/arbitrary-definition.ts';
import { check } from '../support/check.ts';
import { assertAsyncProperty } from '../support/property.ts';

/** Where core is stricter than the sandbox: why that is right, and a definition that shows it. */
const stricter: Readonly<Record<string, { readonly reason: string; readonly shows: Definition }>> = {
  SG1004: {
    reason: 'an unknown key is ignored by a gateway, so what it says would be lost',
    shows: { SecurityGroupName: 'web', Port: '80' },
  },
  SG1006: {
    reason:
      'a top-level key without a value is not sent, so the file says something that the cloud never hears',
    shows: { SecurityGroupName: 'web', Description: null },
  },
  SG1007: {
    reason: 'a description that is a number or a truth value has no one text that would be sent',
    shows: { SecurityGroupName: 'web', Description: true },
  },
};

let sandbox: Sandbox;
let session: Session;
before(async () => {
  sandbox = await startSandbox({ maxGroups: 1_000_000 });
  const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'sandbox', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'sandbox-secret' };
  const opened = await openEnsSession({ endpoint: sandbox.url, env });
  assert.equal(opened.kind, 'ok');
  if (opened.kind === 'ok') session = opened.session;
});
after(() => sandbox.close());

async function create(parameters: Readonly<Record<string, string>>): Promise<CloudRefusal | null> {
  const result = await session.call('CreateSecurityGroup', parameters);
  assert.ok(result.kind === 'ok' || result.kind === 'refused', result.kind);
  return result.kind === 'refused' ? result.refusal : null;
}

/** What a naive program would send: every value as it stands. */
function asWritten(definition: Definition): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [key, value] of Object.entries(definition)) {
    if (key === 'Permissions') parameters[key] = JSON.stringify(value);
    else if (key !== 'Product' && typeof value !== 'object') parameters[key] = String(value);
  }
  return parameters;
}

function errorsOf(text: string, syntax: 'yaml' | 'json') {
  const { file, groups, diagnostics } = check(text, syntax);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  const group = groups[0];
  return { errors, plan: group === undefined ? null : buildEnsPlan(file, group), group, file };
}

function overlaps(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range) =>
    x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}

/** The range in which core must show an error: the parameter, or its rule when the parameter is missing. */
function placeOf(plan: Plan, refusal: CloudRefusal): Range | undefined {
  const path = refusalPath(plan, refusal);
  return plan.sources[path] ?? plan.sources[''];
}

/** How the comparisons ended: a property that never meets a case proves nothing about it. */
const ended = { created: 0, refused: 0 };

async function compare(definition: Definition, text: string, syntax: 'yaml' | 'json'): Promise<void> {
  const { errors, plan } = errorsOf(text, syntax);
  const list = errors.map((d) => `${d.code} ${d.message}`).join('\n');
  if (errors.length === 0) {
    const refusal = plan === null ? null : await create(plan.calls[0]?.parameters ?? {});
    assert.equal(
      refusal,
      null,
      `core shows no error, the sandbox refuses: ${JSON.stringify(refusal)}\n${text}`,
    );
    assert.deepEqual(sandbox.requests().at(-1)?.ignored ?? [], [], 'nothing of what is sent is ignored');
    ended.created++;
    return;
  }
  const refusal = await create(asWritten(definition));
  if (refusal === null) {
    const unexplained = errors.filter((d) => stricter[d.code] === undefined);
    assert.deepEqual(
      unexplained.map((d) => `${d.code} ${d.message}`),
      [],
      `the sandbox creates:\n${text}`,
    );
    return;
  }
  ended.refused++;
  const place = plan === null ? undefined : placeOf(plan, refusal);
  assert.ok(
    place !== undefined && errors.some((d) => overlaps(d.range, place)),
    `the sandbox refuses with ${refusal.code} (${refusal.message}), core shows elsewhere:\n${list}\n${text}`,
  );
}

describe('random definitions near the limits and beyond', () => {
  const writers = [
    ['YAML block style', toYamlBlock, 'yaml'],
    ['YAML flow style', toYamlFlow, 'yaml'],
    ['JSON', toJson, 'json'],
  ] as const;
  for (const [name, write, syntax] of writers) {
    test(`${name}: core and sandbox agree`, async () => {
      for (const mistakes of [0, 8, 60]) {
        const property = fc.asyncProperty(arbitraryDefinition(mistakes), (definition) =>
          compare(definition, write(definition), syntax),
        );
        await assertAsyncProperty(property, 28);
      }
    });
  }

  test('every outcome occurred often enough to mean something', () => {
    assert.ok(ended.created > 50 && ended.refused > 50, JSON.stringify(ended));
  });
});

describe('where core is stricter, on purpose', () => {
  for (const [code, { reason, shows }] of Object.entries(stricter)) {
    test(`${code}: ${reason}`, async () => {
      assert.deepEqual(
        errorsOf(toJson(shows), 'json').errors.map((d) => d.code),
        [code],
      );
      assert.equal(await create(asWritten(shows)), null);
    });
  }
});

describe('definitions that the live API has created', () => {
  for (const name of ['live-ingress', 'live-egress']) {
    test(name, async () => {
      const text = readFileSync(`test/fixtures/definitions/${name}.sg.yaml`, 'utf8');
      const { errors, plan, group } = errorsOf(text, 'yaml');
      assert.deepEqual(
        errors.map((d) => d.message),
        [],
      );
      assert.ok(plan && group && groupSpan(group).end > 0);
      assert.equal(await create(plan.calls[0]?.parameters ?? {}), null);
    });
  }
});

describe('the examples', () => {
  for (const name of [
    'vendor-example.sg.yaml',
    'web-tier.sg.yaml',
    'bastion-ipv6.sg.yaml',
    'game-server.sg.json',
  ]) {
    test(name, async () => {
      const { errors, plan } = errorsOf(
        readFileSync(`examples/${name}`, 'utf8'),
        name.endsWith('.json') ? 'json' : 'yaml',
      );
      assert.deepEqual(errors, []);
      assert.equal(await create(plan?.calls[0]?.parameters ?? {}), null);
    });
  }
});
