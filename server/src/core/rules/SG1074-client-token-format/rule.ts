/** A client token that is too long or not ASCII. */
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1074',
  name: 'client-token-format',
  since: '0.2.0',
  severity: 'error',
  scope: 'item',
  products: ['ecs'],
  fix: null,
  source: ecsCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'A client token has at most 64 characters; this one has {length}. The API refuses it: shorten it, or remove the key.',
      ascii:
        'A client token takes ASCII characters only. Write letters, digits and hyphens, or remove the key.',
    },
    'zh-cn': {
      main: 'ClientToken 最多 64 个字符，而此处是 {length} 个，API 会拒绝。请缩短，或删除该键。',
      ascii: 'ClientToken 只支持 ASCII 字符。请使用字母、数字和短划线，或删除该键。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('client-token'))
      if (field) ctx.report({ span: field.valueSpan, message: String(data.reason), data });
  },
});
