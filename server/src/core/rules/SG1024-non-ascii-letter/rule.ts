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
      start:
        '{key} starts with {letters}. The Chinese document allows a Chinese character there, the English one says only "a letter". If the API refuses it, start with A–Z.',
    },
    'zh-cn': {
      main: '{key} 含有 A~Z 以外的文字（{letters}）。中文文档允许中文，英文文档只写“字母”。如果 API 拒绝，请改用 A~Z。',
      start:
        '{key} 以“{letters}”开头。中文文档允许以中文开头，英文文档只写“字母”。如果 API 拒绝，请以 A~Z 开头。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('non-ascii-letter')) {
      if (field === null) continue;
      // Of a description only the first character is restricted.
      const message = field.name === 'Description' ? 'start' : 'main';
      ctx.report({ span: field.valueSpan, message, data: { ...data, key: field.name } });
    }
  },
});
