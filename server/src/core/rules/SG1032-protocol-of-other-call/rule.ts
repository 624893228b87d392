/** ICMPv6 and GRE: other calls of the API list them, CreateSecurityGroup does not. */
import type { RuleReading } from '../../model/rule-reading.ts';
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
      main: 'CreateSecurityGroup lists {values}, but not {value}, and may refuse it. If it does, create the group without this rule and add the rule with {call}.',
    },
    'zh-cn': {
      main: 'CreateSecurityGroup 只列出 {values}，没有 {value}，可能会拒绝。如被拒绝，请先创建不含此规则的安全组，再用 {call} 添加。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('keyword-of-other-call'))
      if (field) ctx.report({ span: field.valueSpan, data: { ...data, call: callFor(ctx.reading) } });
  },
});

/** The call whose document lists the protocol: CreateSecurityGroupPermissions has ICMPv6, Authorize… has gre. */
function callFor(reading: RuleReading | null): string {
  if (reading?.protocol === 'ICMPv6') return 'CreateSecurityGroupPermissions';
  return reading?.direction === 'egress' ? 'AuthorizeSecurityGroupEgress' : 'AuthorizeSecurityGroup';
}
