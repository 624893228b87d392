/** The length of a description, of the group or of a rule. */
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1025',
  name: 'description-length',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: null,
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'A description has {min} to {max} characters; this one has {length}. The API refuses it: change its length.',
    },
    'zh-cn': { main: '描述长度必须为 {min}~{max} 个字符，而此处是 {length} 个。API 会拒绝，请修改。' },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('description-length'))
      if (field) ctx.report({ span: field.valueSpan, data });
  },
});
