/** A period in the name of an ECS group, where the older and the newer document differ. */
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1027',
  name: 'name-period',
  since: '0.2.0',
  severity: 'warning',
  scope: 'item',
  products: ['ecs'],
  fix: null,
  source: ecsCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'The newer document of CreateSecurityGroup allows periods in a name, the older one does not list them. If the API refuses {value}, write "-" or "_" instead.',
    },
    'zh-cn': {
      main: '新版 CreateSecurityGroup 文档允许名称中使用半角句号，旧版文档未列出。如果 API 拒绝 {value}，请改用“-”或“_”。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('name-period')) {
      if (field) ctx.report({ span: field.valueSpan, data });
    }
  },
});
