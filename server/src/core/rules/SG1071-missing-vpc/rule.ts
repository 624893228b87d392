/** A group without a VPC: an error for enterprise groups, unusual for others. */
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { scalarOf } from '../../model/view.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1071',
  name: 'missing-vpc',
  since: '0.2.0',
  severity: 'error',
  scope: 'item',
  products: ['ecs'],
  fix: null,
  source: ecsCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'An enterprise group belongs to a VPC, and the API refuses it without VpcId. Add VpcId, or choose SecurityGroupType: normal.',
      classic: 'Without VpcId the group is for the classic network, and most regions refuse that. Add VpcId.',
    },
    'zh-cn': {
      main: '企业安全组必须属于 VPC，没有 VpcId 时 API 会拒绝。请添加 VpcId，或将 SecurityGroupType 设为 normal。',
      classic: '没有 VpcId 时，安全组属于经典网络，而大多数地域不支持。请添加 VpcId。',
    },
  },
  check(ctx) {
    const { view } = ctx;
    if (ctx.place !== 'group' || view === null || view.fields.has('VpcId')) return;
    if (ctx.fragment.faults.length > 0 || view.referenceFaults.length > 0) return;
    const type = view.fields.get('SecurityGroupType');
    if (type !== undefined && /^enterprise$/i.test(String(scalarOf(type)))) {
      ctx.report({ span: type.valueSpan });
      return;
    }
    const first = view.fields.get('RegionId') ?? view.fields.values().next().value;
    if (first !== undefined) ctx.report({ span: first.keySpan, message: 'classic', severity: 'warning' });
  },
});
