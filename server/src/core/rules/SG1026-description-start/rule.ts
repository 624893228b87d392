/** The first character of the group's description. Rule descriptions have no such limit. */
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1026',
  name: 'description-start',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: null,
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'The description of a group starts with a letter, but this one starts with "{first}". The API refuses it: put a letter first.',
    },
    'zh-cn': { main: '安全组的描述必须以字母开头，而此处以“{first}”开头。API 会拒绝，请以字母开头。' },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('description-start'))
      if (field) ctx.report({ span: field.valueSpan, data });
  },
});
