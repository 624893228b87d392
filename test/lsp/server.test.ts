/** The built server over stdio: what a client sees. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentSymbol,
  Hover,
  InitializeResult,
  Range,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildServer } from '../support/built-server.ts';
import { LspClient } from '../support/lsp-client.ts';

const rule = `Product: ENS
Permissions:
  - Direction: ingress
    IpProtocol: tcp
    PortRange: 80
    Policy: Accept
    Priority: 1
`;

const at = (line: number, character: number) => ({ line, character });
const range = (l1: number, c1: number, l2: number, c2: number): Range => ({
  start: at(l1, c1),
  end: at(l2, c2),
});

describe('a client in English', () => {
  let client: LspClient;
  let initialized: InitializeResult;
  before(async () => {
    ({ client, initialized } = await LspClient.start({ initializationOptions: { canCreate: true } }));
  });
  after(async () => assert.equal(await client.stop(), 0));

  test('it announces incremental sync and pushes diagnostics; it offers no pull', () => {
    const { capabilities } = initialized;
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  test('diagnostics carry version, source, code, place and where the constraint is documented', async () => {
    const uri = 'file:///a/diagnostics.sg.yaml';
    const { version, diagnostics } = await client.open(uri, rule, 'alicloud-sg-yaml', 7);
    assert.equal(version, 7);
    assert.deepEqual(
      diagnostics.map((d) => [d.source, d.code, d.severity, d.range]),
      [
        ['alicloud-sg', 'SG1031', 2, range(3, 16, 3, 19)],
        ['alicloud-sg', 'SG1040', 1, range(4, 15, 4, 17)],
      ],
    );
    assert.match(
      diagnostics[0]?.codeDescription?.href ?? '',
      /^https:\/\/www\.alibabacloud\.com\/help\/en\/ens\//,
    );
  });

  test('a rule without a vendor page leads to its own page, which exists', async () => {
    const { diagnostics } = await client.open('file:///a/page.sg.yaml', 'Product: ENS\nNmae: x\n');
    const href = diagnostics.find((d) => d.code === 'SG1004')?.codeDescription?.href ?? '';
    assert.match(readFileSync(new URL(href), 'utf8'), /^# SG1004 unknown-key/);
  });

  test('changes are applied in place, several in one message, and every version is published', async () => {
    const uri = 'file:///a/change.sg.yaml';
    await client.open(uri, rule);
    const one = await client.change(uri, 2, [{ range: range(4, 15, 4, 17), text: '80/80' }]);
    assert.deepEqual(
      one.diagnostics.map((d) => d.code),
      ['SG1031'],
    );
    const two = await client.change(uri, 3, [
      { range: range(3, 16, 3, 19), text: 'TCP' },
      { range: range(6, 14, 6, 15), text: '101' },
    ]);
    assert.deepEqual(
      two.diagnostics.map((d) => [d.code, d.range.start.line]),
      [['SG1050', 6]],
    );
    const whole = await client.change(uri, 4, [{ text: 'Product: ENS\nSecurityGroupName: web\n' }]);
    assert.deepEqual(whole.diagnostics, []);
  });

  test('closing a document clears its diagnostics', async () => {
    const uri = 'file:///a/close.sg.yaml';
    await client.open(uri, rule);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    while (client.last(uri)?.diagnostics.length !== 0) await client.nextPublish();
    assert.deepEqual(client.last(uri)?.diagnostics, []);
  });

  test('the syntax follows the language id, then JSON ids, then the ending, then YAML', async () => {
    const json = '{ "Product": "ENS", "Nmae": "x", }';
    const codes = async (uri: string, id: string) =>
      (await client.open(uri, json, id)).diagnostics.map((d) => d.code);
    assert.deepEqual(await codes('file:///b/1.txt', 'alicloud-sg-json'), ['SG1004', 'SG1013']);
    assert.deepEqual(await codes('file:///b/2.txt', 'jsonc'), ['SG1004', 'SG1013']);
    assert.deepEqual(await codes('file:///b/3.json', 'plaintext'), ['SG1004', 'SG1013']);
    assert.deepEqual(await codes('file:///b/4.txt', 'plaintext'), ['SG1004']);
    assert.deepEqual(await codes('file:///b/5.json', 'alicloud-sg-yaml'), ['SG1004']);
  });

  test('quick fixes change the text; the safe one is preferred', async () => {
    const uri = 'file:///a/fix.sg.yaml';
    await client.open(uri, rule);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: range(4, 16, 4, 16),
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions.map((a) => [a.title, a.kind, a.isPreferred, a.edit?.changes?.[uri]]),
      [
        ['Change to 80/80', 'quickfix', true, [{ range: range(4, 15, 4, 17), newText: '80/80' }]],
        [
          'Disable SG1040 port-range-format for this line',
          'quickfix',
          undefined,
          [{ range: range(4, 17, 4, 17), newText: ' # sg-ignore port-range-format' }],
        ],
      ],
    );
  });

  test('fix all applies every safe fix at once and only when asked for', async () => {
    const uri = 'file:///a/fix-all.sg.yaml';
    await client.open(uri, rule);
    const ask = (only?: string[]) =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: range(0, 0, 0, 0),
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });
    assert.deepEqual(await ask(), []);
    const fixed = rule.replace('tcp', 'TCP').replace('80\n', '80/80\n');
    for (const only of ['source', 'source.fixAll', 'source.fixAll.alicloudSg']) {
      const [action] = await ask([only]);
      const [edit] = action?.edit?.changes?.[uri] ?? [];
      assert.equal(edit && TextDocument.applyEdits(TextDocument.create(uri, '', 1, rule), [edit]), fixed);
    }
  });

  test('hover explains a key and a value', async () => {
    const uri = 'file:///a/hover.sg.yaml';
    await client.open(uri, rule);
    const hover = (line: number, character: number) =>
      client.request<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: at(line, character),
      });
    const key = await hover(6, 6);
    assert.match(JSON.stringify(key?.contents), /Priority.*integer from 1 to 100.*alibabacloud\.com/);
    assert.deepEqual(key?.range, range(6, 4, 6, 12));
    assert.match(JSON.stringify((await hover(5, 14))?.contents), /`Accept`: The traffic is let through/);
    assert.equal(await hover(7, 0), null);
  });

  test('completion offers the missing keys with their values', async () => {
    const uri = 'file:///a/complete.sg.yaml';
    await client.open(uri, `${rule}    \n`);
    const list = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: at(7, 4),
    });
    const labels = list.items.map((i) => i.label);
    assert.ok(labels.includes('SourceCidrIp') && labels.includes('Description'));
    assert.ok(!labels.includes('Priority'), 'what is there is not offered again');
  });

  test('symbols outline the group and its rules', async () => {
    const uri = 'file:///a/symbols.sg.yaml';
    await client.open(uri, rule);
    const [group] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.equal(group?.name, '(security group without a name)');
    assert.equal(group?.children?.[1]?.children?.[0]?.name, '#1 ingress tcp 80');
  });

  test('a code lens creates each group of the file', async () => {
    const uri = 'file:///a/lens.sg.yaml';
    await client.open(uri, 'SecurityGroupName: one\n---\nSecurityGroupName: two\n');
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.deepEqual(
      lenses.map((l) => [l.range.start.line, l.command?.command, l.command?.arguments]),
      [
        [0, 'alicloudSg.createSecurityGroup', [uri, 0]],
        [2, 'alicloudSg.createSecurityGroup', [uri, 1]],
      ],
    );
  });

  test('a plan for a good group, the errors of a bad one', async () => {
    const uri = 'file:///a/plan.sg.yaml';
    await client.open(uri, rule);
    const blocked = await client.request<{ kind: string; errors: { code: string }[] }>('alicloudSg/plan', {
      uri,
    });
    assert.deepEqual([blocked.kind, blocked.errors.map((e) => e.code)], ['blocked', ['SG1040']]);
    await client.change(uri, 2, [{ range: range(4, 15, 4, 17), text: '80/80' }]);
    const { kind, plan } = await client.request<{
      kind: string;
      plan: { calls: { parameters: { Permissions: string } }[] };
    }>('alicloudSg/plan', { uri });
    assert.equal(kind, 'plan');
    assert.deepEqual(JSON.parse(plan.calls[0]?.parameters.Permissions ?? ''), [
      { Direction: 'ingress', IpProtocol: 'tcp', PortRange: '80/80', Policy: 'Accept', Priority: 1 },
    ]);
  });

  test('a refusal of the cloud stands at the line that caused it until the text changes', async () => {
    const uri = 'file:///a/refusal.sg.yaml';
    await client.open(uri, rule.replace('80\n', '80/80\n'));
    const refusal = {
      code: 'InvalidParameter.PortRange',
      message: 'The specified parameter Permissions[0].PortRange is not valid.',
      requestId: 'R-1',
      httpStatus: 400,
    };
    const shown = await client.request<{ range: Range }>('alicloudSg/reportRefusal', {
      uri,
      group: 0,
      version: 1,
      refusal,
    });
    assert.deepEqual(shown.range, range(4, 15, 4, 20));
    const found = client.last(uri)?.diagnostics.find((d) => d.code === 'SG9001');
    assert.match(String(found?.message), /InvalidParameter\.PortRange.*R-1/);
    const next = await client.change(uri, 2, [{ range: range(6, 14, 6, 15), text: '2' }]);
    assert.equal(
      next.diagnostics.find((d) => d.code === 'SG9001'),
      undefined,
    );
    const late = await client.request<{ range: Range | null }>('alicloudSg/reportRefusal', {
      uri,
      group: 0,
      version: 1,
      refusal,
    });
    assert.equal(late.range, null, 'the answer to an old version has no place in the new one');
  });

  test('a new plan forgets what the cloud refused before', async () => {
    const uri = 'file:///a/again.sg.yaml';
    await client.open(uri, rule.replace('80\n', '80/80\n'));
    const refusal = { code: 'NoPermission', message: 'Permission denied.', requestId: null, httpStatus: 400 };
    await client.request('alicloudSg/reportRefusal', { uri, group: 0, version: 1, refusal });
    const codes = () => client.last(uri)?.diagnostics.map((d) => d.code);
    assert.ok(codes()?.includes('SG9001'));
    await client.request('alicloudSg/plan', { uri });
    assert.ok(!codes()?.includes('SG9001'));
  });

  test('an ECS definition: deprecated names are struck through, regions offered, and no plan is made of it', async () => {
    const uri = 'file:///a/ecs.sg.yaml';
    const text = 'Product: ECS\nRegionId: \nVpcId: vpc-example\nTag:\n  - key: team\n';
    const { diagnostics } = await client.open(uri, text);
    assert.deepEqual(
      diagnostics.map((d) => [d.code, d.tags]),
      [
        ['SG1006', undefined],
        ['SG1084', [2]],
      ],
    );
    const textDocument = { uri };
    const list = (await client.request('textDocument/completion', {
      textDocument,
      position: at(1, 10),
    })) as CompletionList;
    const region = list.items.find((i) => i.label === 'eu-central-1');
    assert.equal(region?.detail, 'Germany (Frankfurt)');
    await client.open('file:///a/ecs-2.sg.yaml', text.replace('RegionId: ', 'RegionId: cn-hangzhou'));
    const plan = (await client.request('alicloudSg/plan', { uri: 'file:///a/ecs-2.sg.yaml' })) as {
      kind: string;
      message: string;
    };
    assert.equal(plan.kind, 'unsupported');
    assert.match(plan.message, /creates security groups for ENS only/);
  });

  test('the status says which product applies and why', async () => {
    const uri = 'file:///a/status.sg.yaml';
    await client.open(uri, `${rule}---\nRegionId: cn-hangzhou\n`);
    const status = (line: number) => client.request('alicloudSg/status', { uri, line });
    assert.deepEqual(await status(3), {
      product: 'ens',
      reason: 'stated by Product: ENS',
      rules: 1,
      errors: 1,
    });
    assert.deepEqual(await status(8), {
      product: 'ecs',
      reason: 'inferred: only ECS has RegionId',
      rules: 0,
      errors: 0,
    });
    assert.equal(await client.request('alicloudSg/status', { uri: 'file:///nowhere', line: 0 }), null);
  });

  test('requests for what is not open, and nonsense, are answered and end nothing', async () => {
    const uri = 'file:///nowhere';
    assert.equal(
      await client.request('textDocument/hover', { textDocument: { uri }, position: at(0, 0) }),
      null,
    );
    assert.deepEqual(await client.request('alicloudSg/plan', { uri }), { kind: 'unknown-document' });
    await assert.rejects(client.request('textDocument/rename', { textDocument: { uri } }));
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [],
    });
    const { diagnostics } = await client.open('file:///still/alive.sg.yaml', 'Product: ENS\n');
    assert.deepEqual(diagnostics, []);
  });
});

test('locales: zh is simplified Chinese unless it names Hant, TW or HK', async () => {
  for (const [locale, chinese] of [
    ['zh-cn', true],
    ['zh', true],
    ['zh-Hans-SG', true],
    ['zh-TW', false],
    ['zh-Hant', false],
    ['zh-HK', false],
    ['fr', false],
  ] as const) {
    const { client } = await LspClient.start({ locale });
    const { diagnostics } = await client.open('file:///l/a.sg.yaml', rule);
    assert.equal(/\p{Script=Han}/u.test(String(diagnostics[0]?.message)), chinese, locale);
    await client.stop();
  }
});

test('without the command of the client there is no code lens', async () => {
  const { client, initialized } = await LspClient.start();
  assert.equal(initialized.capabilities.codeLensProvider, undefined);
  await client.stop();
});

test('the server ends when its parent dies', async () => {
  const server = path.join(await buildServer(), 'server.js');
  const parent = spawn(
    process.execPath,
    [
      '-e',
      `const c=require('child_process').spawn(process.execPath,[${JSON.stringify(server)},'--stdio'],{stdio:['pipe','ignore','ignore']});console.log(c.pid);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const pid = await new Promise<number>((resolve) =>
    parent.stdout.once('data', (d) => resolve(Number(String(d)))),
  );
  parent.kill('SIGKILL');
  const alive = () => {
    try {
      process.kill(pid, 0);
      return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
    } catch {
      return false;
    }
  };
  const deadline = Date.now() + 10_000;
  while (alive() && Date.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(alive(), false);
});
