/** The length of the group's name. */
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1020',
  name: 'name-length',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: null,
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'A name has {min} to {max} characters; this one has {length}. The API refuses it: choose another.',
    },
    'zh-cn': { main: '名称长度必须为 {min}~{max} 个字符，而此处是 {length} 个。API 会拒绝，请修改。' },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('name-length'))
      if (field) ctx.report({ span: field.valueSpan, data });
  },
});
