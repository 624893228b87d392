/** The pictures of the two READMEs: the same five moments in English and in Chinese. */
import { examples } from '../support/examples.ts';
import { uiSuite } from '../support/ui-suite.ts';

const twelve = 'twelve-mistakes.sg.yaml';
const files = {
  ...examples(twelve, 'web-tier.sg.yaml'),
  'new.sg.yaml':
    'Product: ENS\nSecurityGroupName: web-tier\nPermissions:\n  - Direction: ingress\n    IpProtocol: TCP\n',
};

/** What is read on the screen where the languages differ. */
interface Words {
  readonly reason: string;
  readonly lens: string;
  readonly question: string;
  readonly button: string;
  readonly result: string;
}

const english: Words = {
  reason: 'To filter by port',
  lens: 'Create Security Group',
  question: 'web-tier',
  button: 'Create',
  result: 'Created security group',
};

const chinese: Words = {
  reason: '如需按端口过滤',
  lens: '创建安全组',
  question: 'web-tier',
  button: '创建',
  result: 'web-tier',
};

for (const [locale, words, suffix] of [
  ['en', english, ''],
  ['zh-cn', chinese, '.zh-cn'],
] as const) {
  const options = { files, sandbox: true, open: twelve, ...(locale === 'en' ? {} : { locale }) };
  uiSuite(`readme-${locale}`, options, (test) => {
    test('mistakes with their reason', async (code) => {
      await code.editor.waitForSquiggle({ line: 25, text: '80/80' }, 'error');
      await code.editor.hover({ line: 25, text: '80/80' }, words.reason);
      await code.picture(`mistakes${suffix}`);
      await code.editor.closeHover();
    });

    test('the fixes of a mistake', async (code) => {
      await code.editor.goTo(25, 20);
      await code.editor.quickFixes();
      await code.picture(`quick-fix${suffix}`);
      await code.editor.press('Escape');
    });

    test('what can be written next', async (code) => {
      await code.quickInput.openFile('new.sg.yaml');
      await code.editor.goTo(6);
      await code.editor.type('    P');
      await code.editor.waitForSuggestions('PortRange', 'Policy', 'Priority', 'SourcePortRange');
      await code.picture(`completion${suffix}`);
      await code.editor.press('Escape');
    });

    test('the question before a group is created', async (code) => {
      await code.quickInput.openFile('web-tier.sg.yaml');
      await code.editor.clickCodeLens(words.lens);
      await code.dialog.waitFor(words.question);
      await code.picture(`confirmation${suffix}`);
    });

    test('the group that was created', async (code) => {
      await code.dialog.press(words.question, words.button);
      await code.notifications.waitFor(words.result);
      await code.picture(`created${suffix}`);
    });
  });
}
