/** The first character of the group's name. */
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1021',
  name: 'name-start',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: null,
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'A name starts with a letter, but this one starts with "{first}". The API refuses it: put a letter first.',
    },
    'zh-cn': { main: '名称必须以字母开头，而此处以“{first}”开头。API 会拒绝，请以字母开头。' },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('name-start'))
      if (field) ctx.report({ span: field.valueSpan, data });
  },
});
