/** The packaged extension recognises definitions in a VS Code with nothing else installed. */
import assert from 'node:assert/strict';
import { uiSuite } from '../support/ui-suite.ts';

uiSuite('open a file', { open: 'web-tier.sg.yaml' }, (test) => {
  test('a *.sg.yaml file is shown in our language', async (code) => {
    await code.editor.waitForText(2, 'SecurityGroupName: web-tier');
    await code.panels.statusBarItem(/Security Group/).waitFor();
  });

  test('the command palette lists the commands of the extension', async (code) => {
    const titles = await code.quickInput.listedCommands('Security Group');
    assert.ok(titles.length > 0);
  });
});
