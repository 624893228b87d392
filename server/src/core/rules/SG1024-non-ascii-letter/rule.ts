/** Letters outside A–Z where the English and the Chinese document differ. */
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1024',
  name: 'non-ascii-letter',
  since: '0.1.0',
  severity: 'warning',
  scope: 'item',
  products: ['ens'],
  fix: null,
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: '{key} has letters outside A–Z ({letters}). The Chinese document allows Chinese characters, the English one says only "a letter". If the API refuses it, use A–Z.',
    },
    'zh-cn': {
      main: '{key} 含有 A~Z 以外的文字（{letters}）。中文文档允许中文，英文文档只写“字母”。如果 API 拒绝，请改用 A~Z。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('non-ascii-letter')) {
      if (field) ctx.report({ span: field.valueSpan, data: { ...data, key: field.name } });
    }
  },
});
