/** What helps to read a definition, over stdio: hints, folds, selections, links, anchors. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type {
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  InitializeResult,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LspClient } from '../support/lsp-client.ts';

const text = `Product: ENS
x-net: &net 10.0.0.0/8
Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 22/22
    SourceCidrIp: *net
`;
const uri = 'file:///r/reading.sg.yaml';
const textDocument = { uri };
const range = (l1: number, c1: number, l2: number, c2: number) => ({
  start: { line: l1, character: c1 },
  end: { line: l2, character: c2 },
});

let client: LspClient;
let initialized: InitializeResult;
before(async () => {
  ({ client, initialized } = await LspClient.start());
  await client.open(uri, text);
});
after(async () => assert.equal(await client.stop(), 0));

test('inlay hints', async () => {
  const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
    textDocument,
    range: range(0, 0, 7, 0),
  });
  assert.deepEqual(hints, [{ position: { line: 5, character: 20 }, label: 'ssh', paddingLeft: true }]);
});

test('inlay hints can be turned off', async () => {
  assert.equal(initialized.capabilities.inlayHintProvider, true);
  const quiet = await LspClient.start({ initializationOptions: { inlayHints: false } });
  assert.equal(quiet.initialized.capabilities.inlayHintProvider, undefined);
  await quiet.client.stop();
});

test('folding ranges', async () => {
  const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
  assert.deepEqual(folds, [
    { startLine: 2, endLine: 6 },
    { startLine: 3, endLine: 6 },
  ]);
});

test('selection ranges, nested from the inside out', async () => {
  const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions: [{ line: 5, character: 17 }],
  });
  assert.deepEqual(selection?.range, range(5, 15, 5, 20));
  assert.deepEqual(selection?.parent?.range, range(5, 4, 5, 20));
  assert.deepEqual(selection?.parent?.parent?.range, range(3, 4, 6, 22));
});

test('formatting puts keys in order; a file with syntax errors is left alone', async () => {
  const format = async (name: string, source: string) => {
    const document = { uri: `file:///r/${name}.sg.yaml` };
    await client.open(document.uri, source);
    const edits = await client.request<TextEdit[]>('textDocument/formatting', {
      textDocument: document,
      options: { tabSize: 2, insertSpaces: true },
    });
    return TextDocument.applyEdits(TextDocument.create(document.uri, '', 1, source), edits);
  };
  assert.equal(
    await format('order', 'Description: web  # why\nProduct:  ENS\n'),
    'Product: ENS\nDescription: web  # why\n',
  );
  assert.equal(await format('broken', 'Product:  "ENS\n'), 'Product:  "ENS\n');
});

test('semantic tokens, by the legend', async () => {
  const document = { uri: 'file:///r/tokens.sg.yaml' };
  await client.open(
    document.uri,
    'Permissions:\n  - Policy: drop\n    SourceCidrIp: 0.0.0.0/0\n  - Policy: Accept\n    SourceCidrIp: 10.0.0.0/8\n',
  );
  const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument: document,
  });
  const { legend } = initialized.capabilities.semanticTokensProvider ?? {};
  const names = legend?.tokenTypes ?? [];
  const [drop, internet, accept] = ['Drop', 'Public', 'Accept'].map((n) =>
    names.indexOf(`securityGroup${n}`),
  );
  assert.deepEqual(data, [1, 12, 4, drop, 0, 1, 18, 9, internet, 0, 1, 12, 6, accept, 0]);
});

test('document links', async () => {
  const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
  assert.deepEqual(
    links.map((l) => l.range),
    [range(0, 9, 0, 12)],
  );
});

test('definition, references and highlights of an anchor', async () => {
  const position = { line: 6, character: 20 };
  const anchor = range(1, 7, 1, 11);
  const alias = range(6, 18, 6, 22);
  assert.deepEqual(await client.request<Location>('textDocument/definition', { textDocument, position }), {
    uri,
    range: anchor,
  });
  const references = (includeDeclaration: boolean) =>
    client.request<Location[]>('textDocument/references', {
      textDocument,
      position,
      context: { includeDeclaration },
    });
  assert.deepEqual(
    (await references(true)).map((l) => l.range),
    [anchor, alias],
  );
  assert.deepEqual(
    (await references(false)).map((l) => l.range),
    [alias],
  );
  const highlights = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', {
    textDocument,
    position,
  });
  assert.deepEqual(
    highlights.map((h) => h.range),
    [anchor, alias],
  );
});

test('a document that is not open has nothing of it', async () => {
  const nowhere = { uri: 'file:///nowhere.sg.yaml' };
  const position = { line: 0, character: 0 };
  const ask = (method: string, more: object) =>
    client.request(`textDocument/${method}`, { textDocument: nowhere, ...more });
  assert.deepEqual(await ask('inlayHint', { range: range(0, 0, 0, 0) }), []);
  assert.deepEqual(await ask('foldingRange', {}), []);
  assert.deepEqual(await ask('documentLink', {}), []);
  assert.equal(await ask('definition', { position }), null);
  assert.deepEqual(await ask('selectionRange', { positions: [position] }), [{ range: range(0, 0, 0, 0) }]);
});
