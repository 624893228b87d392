/** Creating security groups from the editor, against a sandbox of the cloud that misbehaves on demand. */
import assert from 'node:assert/strict';
import { definition } from '../support/definition.ts';
import { eventually } from '../support/eventually.ts';
import { examples } from '../support/examples.ts';
import type { Session } from '../support/session.ts';
import { uiSuite } from '../support/ui-suite.ts';

const create = 'CreateSecurityGroup';

const files = {
  ...examples('web-tier.sg.yaml', 'twelve-mistakes.sg.yaml', 'game-server.sg.json'),
  'two.sg.yaml': `${definition('front')}---\n${definition('back')}`,
  'unsaved.sg.yaml': definition('unsaved'),
  'refused.sg.yaml': definition('refused'),
  'slow.sg.yaml': definition('slow'),
  'cancelled.sg.yaml': definition('cancelled'),
  'unknown.sg.yaml': definition('unknown'),
  'killed.sg.yaml': definition('killed'),
  'down.sg.yaml': definition('down'),
};

/** Opens a file, clicks its code lens and confirms. */
async function createFrom(code: Session, file: string): Promise<void> {
  await code.quickInput.openFile(file);
  await code.editor.clickCodeLens('Create Security Group');
  await code.dialog.waitFor('Create security group');
  await code.dialog.press('Create security group', 'Create');
}

/** The id that a message ends with. */
const idIn = (message: string): string => /sg-\w+$/.exec(message)?.[0] ?? `no id in: ${message}`;

uiSuite('create', { files, sandbox: true, open: 'web-tier.sg.yaml' }, (test) => {
  test('the code lens asks one question that says what will be where', async (code) => {
    await code.editor.clickCodeLens('Create Security Group');
    const question = await code.dialog.waitFor('Create security group “web-tier” at http://127.0.0.1');
    for (const line of [
      'Product: Edge Node Service (ENS)',
      'Account: access key **** from the environment',
      `Endpoint: ${code.sandbox.url}`,
      'Rules: 8',
      '⚠ Open to any address: 4 of 8 rules (#1, #2, #3, #4)',
    ]) {
      assert.ok(question.includes(line), `${line} is not in: ${question}`);
    }
    assert.deepEqual((await code.dialog.buttons()).sort(), ['Cancel', 'Create']);
    assert.equal((await code.sandbox.calls(create)).length, 0);
  });

  test('the confirmed group exists with all its rules, and its id is shown and copied', async (code) => {
    await code.dialog.press('web-tier', 'Create');
    const id = idIn(await code.notifications.waitFor('Created security group “web-tier”'));
    const [group, ...others] = await code.sandbox.groups();
    assert.equal(id, group?.SecurityGroupId);
    assert.deepEqual(others, []);
    assert.equal(group?.Permissions.length, 8);
    await code.notifications.press('web-tier', 'Copy ID');
    // What is pasted is what was copied.
    await code.quickInput.openFile('two.sg.yaml');
    await code.editor.press('ControlOrMeta+v');
    await code.editor.waitForText(1, id);
    await code.editor.press('ControlOrMeta+z');
    await code.editor.waitForText(1, 'Product: ENS');
  });

  test('the palette asks too, names the group that exists already, and Cancel creates nothing', async (code) => {
    const [existing] = await code.sandbox.groups();
    await code.quickInput.openFile('web-tier.sg.yaml');
    await code.quickInput.runCommand('Alibaba Cloud Security Group: Create Security Group');
    const question = await code.dialog.waitFor('web-tier');
    assert.match(question, new RegExp(`same name exists already: ${existing?.SecurityGroupId}`));
    await code.dialog.press('web-tier', 'Cancel');
    assert.equal((await code.sandbox.calls(create)).length, 1);
  });

  test('so do the button of the editor, its context menu, and the context menu of the explorer', async (code) => {
    await code.page.locator('.editor-actions [aria-label="Create Security Group"]').click();
    await code.dialog.waitFor('web-tier');
    await code.dialog.dismiss();
    await code.editor.click({ line: 4, text: 'web-tier' }, 'right');
    await code.panels.chooseFromMenu('Create Security Group');
    await code.dialog.waitFor('web-tier');
    await code.dialog.dismiss();
    const file = code.page.locator('.explorer-folders-view .monaco-list-row', {
      hasText: 'game-server.sg.json',
    });
    await file.click({ button: 'right' });
    await code.panels.chooseFromMenu('Create Security Group');
    await code.dialog.waitFor('Create security group “game-server”');
    await code.dialog.dismiss();
    assert.equal((await code.sandbox.calls(create)).length, 1);
  });

  test('a definition with errors is not sent; the message says which, and leads there', async (code) => {
    await code.quickInput.openFile('twelve-mistakes.sg.yaml');
    await code.editor.clickCodeLens('Create Security Group');
    const message = await code.notifications.waitFor('twelve-mistakes.sg.yaml has 11 errors');
    assert.match(message, /nothing was sent. The first, line 3: A name starts with a letter/);
    await code.notifications.press('11 errors', 'Show Problem');
    await code.panels.statusBarItem(/^Ln 3, Col 34 \(14 selected\)/).waitFor();
    assert.equal((await code.sandbox.calls(create)).length, 1);
  });

  test('of two groups in a file the one at the cursor is created, or the one of the lens', async (code) => {
    await code.quickInput.openFile('two.sg.yaml');
    await code.editor.goTo(13);
    await code.quickInput.runCommand('Alibaba Cloud Security Group: Create Security Group');
    await code.dialog.waitFor('“back”');
    await code.dialog.dismiss();
    await code.editor.clickCodeLens('Create Security Group', 0);
    await code.dialog.waitFor('“front”');
    await code.dialog.dismiss();
  });

  test('unsaved changes are pointed out, and what the editor shows is created', async (code) => {
    await code.quickInput.openFile('unsaved.sg.yaml');
    await code.editor.goTo(7, 23);
    for (let letter = 0; letter < 3; letter++) await code.editor.press('Backspace');
    await code.editor.type('444');
    await code.editor.press('Escape');
    await code.editor.waitForText(7, 'PortRange: 443/444');
    await code.editor.clickCodeLens('Create Security Group');
    const question = await code.dialog.waitFor('“unsaved”');
    assert.match(question, /The file has unsaved changes: what the editor shows is created\./);
    await code.dialog.press('“unsaved”', 'Create');
    await code.notifications.waitFor('Created security group “unsaved”');
    const [group] = await code.sandbox.groupsNamed('unsaved');
    assert.equal(group?.Permissions[0]?.PortRange, '443/444');
    assert.match(code.fileText('unsaved.sg.yaml'), /443\/443/);
  });

  test('what the cloud refuses is underlined at the parameter that it names, until it is changed', async (code) => {
    await code.sandbox.setFaults({
      kind: 'error',
      action: create,
      status: 400,
      code: 'InvalidParameter.PortRange',
      message: 'The specified parameter Permissions[0].PortRange is not valid.',
    });
    await createFrom(code, 'refused.sg.yaml');
    const message = await code.notifications.waitFor('The cloud refused this');
    assert.match(
      message,
      /PortRange is not valid \(InvalidParameter\.PortRange, request [\w-]+\)\. Correct it/,
    );
    await code.editor.waitForSquiggle({ line: 7, text: '443/443' }, 'error');
    await code.panels.statusBarItem(/^Ln 7, Col 16/).waitFor();
    assert.deepEqual(await code.sandbox.groupsNamed('refused'), []);
    await code.editor.hover({ line: 7, text: '443/443' }, 'The cloud refused this');
  });

  test('after a change the same place can be tried again', async (code) => {
    await code.notifications.hide();
    await code.editor.goTo(7, 23);
    await code.editor.type('4');
    await code.editor.press('Backspace');
    await code.editor.press('Escape');
    await code.editor.waitForNoSquiggles('error');
    await createFrom(code, 'refused.sg.yaml');
    const id = idIn(await code.notifications.waitFor('Created security group “refused”'));
    assert.deepEqual(
      (await code.sandbox.groupsNamed('refused')).map((group) => group.SecurityGroupId),
      [id],
    );
  });

  test('a slow cloud is waited for, visibly', async (code) => {
    await code.sandbox.setFaults({ kind: 'delay', action: create, milliseconds: 2_500 });
    await createFrom(code, 'slow.sg.yaml');
    await code.notifications.waitFor('Creating security group “slow”: waiting for the answer…');
    assert.deepEqual(await code.notifications.buttons('Creating'), ['Cancel']);
    await code.notifications.waitFor('Created security group “slow”');
    await code.notifications.waitUntilGone('Creating security group “slow”');
  });

  test('Cancel that comes too late says so, and shows what was created', async (code) => {
    await code.sandbox.setFaults({ kind: 'hang', when: 'after', action: create });
    await createFrom(code, 'cancelled.sg.yaml');
    await code.notifications.waitFor('waiting for the answer…');
    await eventually(
      async () => (await code.sandbox.groupsNamed('cancelled')).length,
      'the group to exist in the sandbox',
    );
    await code.notifications.cancel('Creating');
    const id = idIn(
      await code.notifications.waitFor('It was too late to cancel: security group “cancelled”'),
    );
    assert.equal(id, (await code.sandbox.groupsNamed('cancelled'))[0]?.SecurityGroupId);
    assert.equal((await code.sandbox.groupsNamed('cancelled')).length, 1);
  });

  test('what cannot be found out is called unknown, and the next attempt says so before anything is sent', async (code) => {
    await code.sandbox.setFaults({ kind: 'disconnect', when: 'before', action: create });
    await createFrom(code, 'unknown.sg.yaml');
    await code.notifications.waitFor(/no answer: looking for the security group \(\d of 5\)/);
    await code.notifications.cancel('Creating');
    const message = await code.notifications.waitFor('It is not known whether');
    assert.match(message, /The connection broke before the answer was complete/);
    assert.match(message, /Nothing is sent again by itself/);
    const sent = (await code.sandbox.calls(create)).length;
    await code.notifications.hide();
    await code.editor.clickCodeLens('Create Security Group');
    const question = await code.dialog.waitFor('although an earlier attempt may have created it?');
    assert.match(question, /Look in the console first\./);
    assert.deepEqual((await code.dialog.buttons()).sort(), ['Cancel', 'Create Anyway']);
    await code.dialog.press('earlier attempt', 'Create Anyway');
    await code.notifications.waitFor('Created security group “unknown”');
    assert.equal((await code.sandbox.calls(create)).length, sent + 1);
    assert.equal((await code.sandbox.groupsNamed('unknown')).length, 1);
  });

  test('a network that is cut in the middle: the truth, at once on request, and nothing hangs', async (code) => {
    await code.sandbox.setFaults({ kind: 'hang', when: 'before', action: create });
    await createFrom(code, 'killed.sg.yaml');
    await code.notifications.waitFor('waiting for the answer…');
    await code.stopSandbox();
    await code.notifications.waitFor(/no answer: looking for the security group/);
    await code.notifications.cancel('Creating');
    const message = await code.notifications.waitFor('It is not known whether security group “killed”');
    assert.match(message, /The connection broke before the answer was complete/);
  });

  test('a network that is down: nothing was created, why, and Try Again', async (code) => {
    await code.notifications.hide();
    await code.quickInput.openFile('down.sg.yaml');
    await code.editor.clickCodeLens('Create Security Group');
    const message = await code.notifications.waitFor('Nothing was created.');
    assert.match(message, /Nothing answers on port \d+ of 127\.0\.0\.1\. Check the endpoint/);
    await code.notifications.press('Nothing was created.', 'Try Again');
    await code.notifications.waitFor('Nothing was created.');
    await code.panels.waitForOutput('Security Groups for Alibaba Cloud', 'Outcome unknown');
  });
});
