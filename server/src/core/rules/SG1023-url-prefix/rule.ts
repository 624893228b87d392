/** Names and descriptions cannot begin like a web address. */
import { groupPages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1023',
  name: 'url-prefix',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: null,
  source: groupPages,
  messages: {
    en: {
      main: '{key} cannot start with {prefix}; the API refuses it. Put a word in front of the address, or leave out {prefix}.',
    },
    'zh-cn': { main: '{key} 不能以 {prefix} 开头，API 会拒绝。请在网址前加文字，或去掉 {prefix}。' },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('url-prefix')) {
      if (field) ctx.report({ span: field.valueSpan, data: { ...data, key: field.name } });
    }
  },
});
