/** What completion items carry for different clients, over stdio. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { LspClient, type LspClientOptions } from '../support/lsp-client.ts';

const rule = 'Permissions:\n  - Direction: ingress\n    ';

/** The items at the end of a text. */
async function itemsFor(text: string, options: LspClientOptions, languageId = 'alicloud-sg-yaml') {
  const { client } = await LspClient.start(options);
  const uri = 'file:///a/completion.sg.yaml';
  await client.open(uri, text, languageId);
  const lines = text.split('\n');
  const list = await client.request<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
  });
  assert.equal(await client.stop(), 0);
  return new Map(list.items.map((item): [string, CompletionItem] => [item.label, item]));
}

const vscode = { labelDetails: true, initializationOptions: { canSuggest: true } };

describe('in VS Code', () => {
  test('every line of the list says what it means, not the selected one alone', async () => {
    const items = await itemsFor(`${rule}Policy: `, vscode);
    const drop = items.get('Drop');
    assert.equal(drop?.labelDetails?.description, 'The traffic is discarded without an answer.');
    assert.equal(drop?.detail, undefined, 'what stands on the line is not repeated');
  });

  test('a key without a closed list of values has its values offered next', async () => {
    const items = await itemsFor(rule, vscode);
    const next = (label: string) => items.get(label)?.command?.command;
    for (const key of ['PortRange', 'Priority', 'SourceCidrIp', 'Ipv6DestCidrIp']) {
      assert.equal(next(key), 'editor.action.triggerSuggest', key);
    }
    for (const key of ['Policy', 'Description']) assert.equal(next(key), undefined, key);
  });

  test('a key that the rule cannot have beside another is not offered', async () => {
    const items = await itemsFor(`${rule}Ipv6SourceCidrIp: fc00::/7\n    `, vscode);
    assert.deepEqual(
      [...items.keys()].filter((key) => key.endsWith('CidrIp')),
      ['DestCidrIp', 'Ipv6DestCidrIp'],
    );
  });
});

describe('in a plain client', () => {
  test('there is no command and no label detail that it does not know', async () => {
    const items = await itemsFor(rule, {});
    assert.equal(items.get('PortRange')?.command, undefined);
    assert.equal(items.get('PortRange')?.labelDetails, undefined);
    assert.equal(items.get('PortRange')?.detail, 'required');
  });
});

describe('an empty file', () => {
  test('offers a whole definition first, and its keys', async () => {
    const items = await itemsFor('', {});
    assert.deepEqual(
      [...items.keys()],
      ['New security group', 'Product', 'SecurityGroupName', 'Description', 'Permissions'],
    );
    assert.match(items.get('New security group')?.textEdit?.newText ?? '', /^Product: ENS\n/);
  });

  test('offers it in JSON and in Chinese too, and as plain text without snippets', async () => {
    const items = await itemsFor('', { locale: 'zh-cn', snippets: false }, 'alicloud-sg-json');
    const text = items.get('新建安全组')?.textEdit?.newText ?? '';
    assert.equal((JSON.parse(text) as { Product: string }).Product, 'ENS');
  });
});
