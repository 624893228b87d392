/** An AccessKey id in a file that people share. */
import { defineRule } from '../rule.ts';

/** AccessKey ids of users begin with LTAI and go on with 12 to 26 letters and digits. */
const accessKeyId = /(?<![A-Za-z0-9])LTAI[A-Za-z0-9]{12,26}(?![A-Za-z0-9])/g;

export default defineRule({
  id: 'SG3001',
  name: 'leaked-access-key',
  since: '0.1.0',
  severity: 'warning',
  scope: 'file',
  products: ['ens', 'ecs'],
  fix: null,
  source: null,
  messages: {
    en: {
      main: 'This looks like an AccessKey id. A definition never needs one; keys belong in the environment or in a credentials file. If this file was shared, replace the key.',
    },
    'zh-cn': {
      main: '这看起来是 AccessKey ID。安全组定义不需要它；密钥应放在环境变量或凭证文件中。如果此文件已被共享，请更换密钥。',
    },
  },
  check(ctx) {
    if (ctx.file.limit !== null || !ctx.file.text.includes('LTAI')) return;
    for (const match of ctx.file.text.matchAll(accessKeyId)) {
      ctx.report({ span: { start: match.index, end: match.index + match[0].length } });
    }
  },
});
