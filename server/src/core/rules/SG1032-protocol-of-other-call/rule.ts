/** ICMPv6 and GRE: other calls of the API list them, CreateSecurityGroup does not. */
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1032',
  name: 'protocol-of-other-call',
  since: '0.1.0',
  severity: 'warning',
  scope: 'item',
  products: ['ens'],
  fix: null,
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'CreateSecurityGroup lists {values}. {value} is listed only by the calls that add rules to a group, so this one may refuse it.',
    },
    'zh-cn': {
      main: 'CreateSecurityGroup 只列出 {values}。{value} 仅见于向安全组添加规则的接口，本接口可能拒绝。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('keyword-of-other-call'))
      if (field) ctx.report({ span: field.valueSpan, data });
  },
});
