/** From no credentials at all, over the local sandbox and a wrong secret, to a key that works. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { definition } from '../support/definition.ts';
import type { Session } from '../support/session.ts';
import { uiSuite } from '../support/ui-suite.ts';

const files = { 'web.sg.yaml': definition('web') };

/** Empty variables count as unset: the keys of the sandbox do not reach the extension. */
const environment = { ALIBABA_CLOUD_ACCESS_KEY_ID: '', ALIBABA_CLOUD_ACCESS_KEY_SECRET: '' };

const keyId = 'LTAIsandboxKeyForTests';
const secret = 'secret-of-the-sandbox-key';
const sandbox = ['--access-key-id', keyId, '--access-key-secret', secret];

/** Writes what `aliyun configure --profile work` writes. */
function configure(code: Session, accessKeySecret: string): void {
  const profile = { name: 'work', mode: 'AK', access_key_id: keyId, access_key_secret: accessKeySecret };
  const folder = path.join(code.home, '.aliyun');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'config.json'),
    JSON.stringify({ current: 'work', profiles: [{ region_id: 'cn-hangzhou', ...profile }] }),
  );
}

uiSuite('credentials', { files, environment, sandbox, open: 'web.sg.yaml' }, (test) => {
  test('without credentials the person is told where they can come from, and shown a page about it', async (code) => {
    await code.editor.clickCodeLens('Create Security Group');
    const message = await code.notifications.waitFor('No credentials for Alibaba Cloud were found');
    assert.match(message, /ALIBABA_CLOUD_ACCESS_KEY_ID.*aliyun configure.*local sandbox/);
    assert.deepEqual(await code.notifications.buttons('No credentials'), [
      'Use Local Sandbox',
      'How to Give Credentials',
      'Try Again',
    ]);
    await code.notifications.press('No credentials', 'How to Give Credentials');
    await code.panels.webview().getByText('The Alibaba Cloud CLI').waitFor({ timeout: 40_000 });
    await code.quickInput.runCommand('View: Close Editor');
  });

  test('the notification starts a local sandbox and goes on there', async (code) => {
    await code.quickInput.openFile('web.sg.yaml');
    await code.editor.clickCodeLens('Create Security Group');
    await code.notifications.press('No credentials', 'Use Local Sandbox');
    const question = await code.dialog.waitFor('Create security group “web” in the local sandbox?');
    assert.match(question, /Account: local sandbox, nothing reaches the cloud/);
    assert.deepEqual((await code.dialog.buttons()).sort(), ['Cancel', 'Create', 'Use the Cloud Instead']);
    await code.dialog.press('local sandbox', 'Create');
    await code.notifications.waitFor('Created security group “web” in the local sandbox: sg-');
    await code.panels.statusBarItem('Sandbox').waitFor();
    assert.deepEqual(await code.sandbox.groups(), [], 'the configured endpoint has heard nothing');
  });

  test('the status bar stops it, and the palette starts it again', async (code) => {
    await code.notifications.hide();
    await code.panels.statusBarItem('Sandbox').click();
    await code.quickInput.waitFor('Local sandbox at http://127.0.0.1');
    await code.quickInput.pick('Stop Sandbox');
    await code.panels.statusBarItem('Sandbox').waitFor({ state: 'hidden' });
    await code.quickInput.runCommand('Alibaba Cloud Security Group: Start Local Sandbox');
    const message = await code.notifications.waitFor('The local sandbox runs at http://127.0.0.1');
    assert.match(message, /costs nothing and never reaches the cloud/);
    await code.notifications.press('The local sandbox', 'Copy Keys');
    await code.panels.statusBarItem('Sandbox').waitFor();
  });

  test('in the confirmation the cloud can be chosen instead, and then its credentials are missed', async (code) => {
    await code.editor.clickCodeLens('Create Security Group');
    await code.dialog.press('in the local sandbox?', 'Use the Cloud Instead');
    await code.notifications.waitFor('No credentials for Alibaba Cloud were found');
    await code.quickInput.runCommand('Alibaba Cloud Security Group: Stop Local Sandbox');
    await code.panels.statusBarItem('Sandbox').waitFor({ state: 'hidden' });
  });

  test('a secret with one wrong byte: SignatureDoesNotMatch, and what to do about it', async (code) => {
    configure(code, secret.replace('key', 'kez'));
    await code.notifications.press('No credentials', 'Try Again');
    const message = await code.notifications.waitFor('SignatureDoesNotMatch');
    assert.match(
      message,
      /The AccessKey secret does not belong to the AccessKey id: check the secret of the profile "work"\./,
    );
    assert.doesNotMatch(message, /kez|secret-of/, 'no part of the secret is shown');
    assert.deepEqual(await code.sandbox.groups(), []);
    assert.equal(await code.editor.squiggleCount('error'), 0, 'the definition is not to blame');
  });

  test('with the right secret Try Again creates the group, in the account that is named', async (code) => {
    configure(code, secret);
    await code.notifications.press('SignatureDoesNotMatch', 'Try Again');
    const question = await code.dialog.waitFor('Create security group “web” at http://127.0.0.1');
    assert.match(question, /Account: access key LTAI\*+\w* of profile “work”/);
    await code.dialog.press('“web”', 'Create');
    const message = await code.notifications.waitFor('Created security group “web”: sg-');
    const [group] = await code.sandbox.groups();
    assert.ok(message.endsWith(`: ${group?.SecurityGroupId}`));
  });
});
