/** The extension starts by itself when a definition is opened. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';

suite('activation', () => {
  test('a *.sg.yaml file has our language and activates the extension', async () => {
    const extension = vscode.extensions.getExtension('alisg.alicloud-security-group');
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(extension && folder);
    const document = await vscode.workspace.openTextDocument(
      path.join(folder.uri.fsPath, 'web-tier.sg.yaml'),
    );
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'alicloud-sg-yaml');
    await eventually(() => extension.isActive, 'the extension to be active');
  });

  test('the sandbox of the test run is the configured endpoint, with its keys in the environment', () => {
    const endpoint = vscode.workspace.getConfiguration('alicloudSg').get('endpoint');
    assert.match(String(endpoint), /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(endpoint, process.env.ALISG_TEST_ENDPOINT);
    assert.ok(process.env.ALIBABA_CLOUD_ACCESS_KEY_ID);
  });
});
