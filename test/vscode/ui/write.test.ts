/** Writing and mending definitions: what a person sees while typing, pointing and fixing. */
import assert from 'node:assert/strict';
import { examples } from '../support/examples.ts';
import { uiSuite } from '../support/ui-suite.ts';

const twelve = 'twelve-mistakes.sg.yaml';

const plain = `SecurityGroupName: treated
Permissions:
  - Direction: ingress
    IpProtocol: tcp
    PortRange: 80
    Policy: Accept
    Priority: 1
`;

const files = {
  ...examples(twelve, 'game-server.sg.json'),
  'typed.sg.yaml': '',
  'typed.sg.json': '',
  'template.sg.yaml': '# ours\n',
  'rule.sg.yaml': 'Product: ENS\nPermissions:\n',
  'plain.yaml': plain,
};

uiSuite('write', { files, open: twelve }, (test) => {
  test('every mistake is underlined at the value that is wrong', async (code) => {
    await code.editor.waitForSquiggle({ line: 3, text: '1st-web-server' }, 'error');
    await code.editor.waitForSquiggle({ line: 6, text: 'tcp' }, 'warning');
    await code.editor.waitForSquiggle({ line: 7, text: '80' }, 'error');
    await code.editor.waitForSquiggle({ line: 13, text: '8000-8999' }, 'error');
    await code.editor.waitForSquiggle({ line: 25, text: '80/80' }, 'error');
    await code.panels.waitForProblemCounts(11, 1);
    assert.deepEqual(await code.editor.codeLenses(), ['Create Security Group']);
  });

  test('the mouse on a mistake shows what is wrong, what the key means, and where that is documented', async (code) => {
    await code.editor.hover(
      { line: 25, text: '80/80' },
      'ICMP has no ports: PortRange must be -1/-1, but is 80/80. To filter by port, use TCP or UDP.',
      'SG1012',
      'PortRange · string · required',
      'Documentation',
    );
  });

  test('a quick fix is chosen with the mouse, from the hover', async (code) => {
    await code.editor.hover({ line: 33, text: '101' }, 'Quick Fix');
    await code.page.locator('.monaco-hover a', { hasText: 'Quick Fix' }).click();
    const fix = code.page.locator('.action-widget .monaco-list-row.action', { hasText: 'Change to 100' });
    await fix.click();
    await code.editor.waitForText(33, 'Priority: 100 ');
    await code.panels.waitForProblemCounts(10, 1);
  });

  test('all alternatives are offered with the keyboard, and the chosen one is applied', async (code) => {
    await code.editor.goTo(25, 20);
    assert.deepEqual(await code.editor.quickFixes(), [
      'Change PortRange to -1/-1',
      'Change IpProtocol to TCP',
      'Change IpProtocol to UDP',
    ]);
    await code.editor.applyQuickFix('Change IpProtocol to UDP');
    await code.editor.waitForText(24, 'IpProtocol: UDP');
    await code.panels.waitForProblemCounts(9, 1);
    await code.editor.press('ControlOrMeta+z');
    await code.editor.waitForText(24, 'IpProtocol: ICMP');
    await code.editor.goTo(33, 16);
    await code.editor.press('ControlOrMeta+z');
    await code.editor.waitForText(33, 'Priority: 101 ');
    await code.panels.waitForProblemCounts(11, 1);
  });

  test('Fix All mends what has one meaning and leaves the rest, with its alternatives', async (code) => {
    await code.quickInput.runCommand('Fix All');
    await code.panels.waitForProblemCounts(8, 0);
    await code.editor.waitForText(6, 'IpProtocol: TCP # 2');
    await code.editor.waitForText(13, 'PortRange: 8000/8999 # 4');
    const left: [line: number, column: number, fixes: string[]][] = [
      [3, 22, ['Change to sg-1st-web-server']],
      [19, 18, ['Change to 100/200']],
      [25, 18, ['Change PortRange to -1/-1', 'Change IpProtocol to TCP', 'Change IpProtocol to UDP']],
      [33, 16, ['Change to 100']],
      [40, 22, ['Move to Ipv6SourceCidrIp']],
      [41, 8, ['Add Policy']],
      [44, 8, ['Change to Policy', 'Remove Polciy']],
      [52, 22, ['Change to 10.0.0.0/32']],
    ];
    for (const [line, column, fixes] of left) {
      await code.editor.goTo(line, column);
      assert.deepEqual(await code.editor.quickFixes(), fixes, `line ${line}`);
      await code.editor.press('Escape');
    }
  });

  test('the Problems panel says it in whole sentences and leads to the place', async (code) => {
    const problems = await code.panels.problems();
    assert.match(problems[0] ?? '', /^A name starts with a letter, but this one starts with "1"/);
    await code.page.locator('.markers-panel .monaco-list-row', { hasText: 'ICMP has no ports' }).dblclick();
    await code.panels.statusBarItem(/^Ln 25, Col 21 \(5 selected\)/).waitFor();
    await code.panels.closePanel();
  });

  test('keys and values are suggested while a rule is typed in YAML, and nothing else is', async (code) => {
    const { editor } = code;
    await code.quickInput.openFile('typed.sg.yaml');
    await editor.type('Prod');
    await editor.waitForSuggestions('Product');
    await editor.press('Enter');
    await editor.waitForSuggestions('ENS', 'ECS');
    await editor.press('Enter');
    await editor.press('Enter');
    await editor.type('Per');
    await editor.acceptSuggestion('Permissions');
    await editor.waitForText(3, '  - ');
    await editor.type('Di');
    await editor.acceptSuggestion('Direction');
    await editor.acceptSuggestion('ingress');
    await editor.press('Enter');
    await editor.type('Ip');
    await editor.waitForSuggestions(
      'IpProtocol',
      'Ipv6SourceCidrIp',
      'Ipv6DestCidrIp',
      'DestCidrIp',
      'SourceCidrIp',
    );
    await editor.press('Enter');
    await editor.acceptSuggestion('TCP');
    await editor.press('Enter');
    await editor.type('Por');
    await editor.acceptSuggestion('PortRange');
    // The values come by themselves once the key is written, the well-known services first.
    await editor.waitForSuggestions('22/22', '53/53', '80/80', '443/443', '…');
    await editor.type('44');
    await editor.waitForSuggestions('443/443');
    await editor.press('Enter');
    await editor.waitForText(5, 'PortRange: 443/443');
    assert.deepEqual((await editor.visibleText()).split('\n'), [
      'Product: ENS',
      'Permissions:',
      '  - Direction: ingress',
      '    IpProtocol: TCP',
      '    PortRange: 443/443',
    ]);
  });

  test('a free text brings no suggestions of words that merely occur in the file', async (code) => {
    const { editor } = code;
    await editor.press('Enter');
    await editor.type('Description: Perm');
    await editor.waitForText(6, 'Description: Perm');
    // A list for this text would be there before the one for the next line, which is asked for later.
    await editor.press('Enter');
    await editor.type('Poli');
    await editor.waitForSuggestions('Policy');
    assert.equal(await editor.lineText(6), '    Description: Perm');
  });

  test('a whole rule is offered after a dash, and its places are filled in one after the other', async (code) => {
    const { editor } = code;
    await code.quickInput.openFile('rule.sg.yaml');
    await editor.goTo(3);
    await editor.type('  - ');
    await editor.waitForSuggestions('New rule', 'Direction', 'IpProtocol', 'PortRange', '…');
    await editor.press('Enter');
    await editor.waitForText(5, 'PortRange: 443/443');
    await editor.press('Escape');
    for (let place = 0; place < 2; place++) await editor.press('Tab');
    await editor.type('8443/8443');
    await editor.waitForText(5, 'PortRange: 8443/8443');
    await editor.waitForNoSquiggles('error', 'warning');
  });

  test('keys and values are suggested inside the strings of JSON', async (code) => {
    const { editor } = code;
    await code.quickInput.openFile('typed.sg.json');
    await editor.type('{');
    await editor.press('Enter');
    await editor.type('"Secu');
    await editor.waitForSuggestions('SecurityGroupName');
    await editor.press('Enter');
    await editor.type('web');
    await editor.waitForText(2, '  "SecurityGroupName": "web"');
    await code.quickInput.openFile('game-server.sg.json');
    await editor.goTo(9, 25);
    for (let letter = 0; letter < 3; letter++) await editor.press('Backspace');
    await editor.type('T');
    await editor.waitForSuggestions('TCP');
    await editor.press('Enter');
    await editor.waitForText(9, '"IpProtocol": "TCP",');
  });

  test('an empty file offers a whole definition', async (code) => {
    const { editor } = code;
    await code.quickInput.openFile('template.sg.yaml');
    await editor.goTo(2);
    assert.deepEqual(await editor.completions(), [
      'New security group',
      'Product',
      'SecurityGroupName',
      'Description',
      'Permissions',
    ]);
    await editor.complete('New security group');
    await editor.type('edge-cache');
    await editor.waitForText(3, 'SecurityGroupName: edge-cache');
    await editor.waitForText(12, 'Description: Who connects here and why');
    await editor.waitForNoSquiggles('error', 'warning');
  });

  test('New Security Group Definition opens one to be filled in', async (code) => {
    await code.quickInput.runCommand('New Security Group Definition');
    await code.editor.waitForText(2, 'SecurityGroupName: web-servers');
    await code.editor.type('from-the-palette');
    await code.editor.waitForText(2, 'SecurityGroupName: from-the-palette');
    await code.panels.statusBarItem('Security Group Definition (YAML)').waitFor();
  });

  test('any other file is a definition on request', async (code) => {
    await code.quickInput.openFile('plain.yaml');
    await code.editor.waitForNoSquiggles('error', 'warning');
    await code.quickInput.runCommand('Treat as Security Group Definition');
    await code.editor.waitForSquiggle({ line: 5, text: '80' }, 'error');
    await code.panels.statusBarItem('Security Group Definition (YAML)').waitFor();
  });

  test('the status bar says which product applies and why', async (code) => {
    await code.page.locator('[id="status.languageStatus"]').hover();
    const status = code.page.locator('.monaco-hover:not(.hidden)', { hasText: 'inferred' });
    await status.waitFor();
    assert.match(await status.innerText(), /ENS[\s\S]*inferred: no key that only ECS has · 1 rule · 1 error/);
  });

  test('rules are found by what they say', async (code) => {
    await code.quickInput.openFile(twelve);
    await code.page.keyboard.press('ControlOrMeta+Shift+o');
    await code.quickInput.waitFor('#6 ingress TCP 443');
    await code.quickInput.pick('#6 ingress TCP 443');
    await code.panels.statusBarItem(/^Ln 35, /).waitFor();
  });

  test('the palette offers what applies to the file', async (code) => {
    const titles = await code.quickInput.listedCommands('Alibaba Cloud Security Group');
    assert.deepEqual(titles.sort(), [
      'Alibaba Cloud Security Group: Create Security Group',
      'Alibaba Cloud Security Group: New Security Group Definition',
      'Alibaba Cloud Security Group: Restart Language Server',
      'Alibaba Cloud Security Group: Show Output',
      'Alibaba Cloud Security Group: Start Local Sandbox',
    ]);
  });
});
