/** The whole way in a VS Code that speaks Chinese: what people read is Chinese, what the API reads is not. */
import assert from 'node:assert/strict';
import { definition } from '../support/definition.ts';
import { examples } from '../support/examples.ts';
import { uiSuite } from '../support/ui-suite.ts';

const twelve = 'twelve-mistakes.sg.yaml';
const files = { ...examples(twelve), 'web.sg.yaml': definition('web'), 'new.sg.yaml': '' };

uiSuite('chinese', { files, locale: 'zh-cn', sandbox: true, open: twelve }, (test) => {
  test('findings, documentation and fixes are Chinese', async (code) => {
    await code.editor.waitForSquiggle({ line: 25, text: '80/80' }, 'error');
    await code.editor.hover(
      { line: 25, text: '80/80' },
      'ICMP 没有端口：PortRange 必须是 -1/-1，而此处是 80/80。',
      'PortRange · string · 必填',
    );
    await code.editor.closeHover();
    await code.editor.goTo(25, 20);
    await code.editor.applyQuickFix('将 PortRange 改为 -1/-1');
    await code.editor.waitForText(25, 'PortRange: -1/-1');
    const problems = await code.panels.problems();
    assert.match(problems[0] ?? '', /^名称必须以字母开头，而此处以“1”开头。/);
    await code.panels.closePanel();
  });

  test('so are the code lens, the refusal to send errors, and the commands', async (code) => {
    await code.editor.goTo(1);
    assert.deepEqual(await code.editor.codeLenses(), ['创建安全组']);
    await code.editor.clickCodeLens('创建安全组');
    await code.notifications.waitFor(
      'twelve-mistakes.sg.yaml 有 10 个错误，因此未发送任何内容。第一个位于第 3 行：',
    );
    assert.deepEqual(await code.notifications.buttons('10 个错误'), ['显示问题', '打开问题面板']);
    await code.notifications.hide();
    const titles = await code.quickInput.listedCommands('阿里云安全组');
    assert.ok(titles.includes('阿里云安全组: 创建安全组'), titles.join());
    assert.ok(titles.includes('阿里云安全组: 启动本地沙箱'), titles.join());
  });

  test('so are suggestions and the template of a new definition', async (code) => {
    await code.quickInput.openFile('new.sg.yaml');
    assert.equal((await code.editor.completions())[0], '新建安全组');
    await code.editor.complete('新建安全组');
    await code.editor.type('edge');
    await code.editor.waitForText(3, 'Description: Web 服务器的安全组');
    await code.editor.waitForNoSquiggles('error', 'warning');
  });

  test('the question and the result', async (code) => {
    await code.quickInput.openFile('web.sg.yaml');
    await code.editor.clickCodeLens('创建安全组');
    const question = await code.dialog.waitFor('创建安全组“web”？');
    for (const line of ['产品：边缘节点服务（ENS）', '账号：环境变量中的 AccessKey', '规则数：1']) {
      assert.ok(question.includes(line), question);
    }
    assert.ok(question.includes('⚠ 对任意地址开放：1 条规则中的 1 条（#1）'), question);
    await code.dialog.press('创建安全组', '创建');
    const message = await code.notifications.waitFor('已创建安全组“web”：sg-');
    const [group] = await code.sandbox.groups();
    assert.ok(message.endsWith(group?.SecurityGroupId ?? 'a group'));
    assert.deepEqual(await code.notifications.buttons('已创建'), ['复制 ID']);
  });

  test('a refusal of the cloud', async (code) => {
    await code.notifications.hide();
    await code.sandbox.setFaults({
      kind: 'error',
      action: 'CreateSecurityGroup',
      status: 403,
      code: 'NoPermission',
      message: 'You are not authorized to do this action.',
    });
    await code.editor.clickCodeLens('创建安全组');
    await code.dialog.press('创建安全组', '创建');
    const message = await code.notifications.waitFor('云端拒绝了该请求');
    assert.match(message, /not authorized to do this action（NoPermission，请求 [\w-]+）。/);
    assert.match(message, /请申请允许 ens:CreateSecurityGroup/);
  });
});
