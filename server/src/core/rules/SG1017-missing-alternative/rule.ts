/** None of several parameters, of which a rule needs one: ports, and the far end. */
import { hasNoPorts } from '../../model/rule-reading.ts';
import { ecsAuthorizeSecurityGroupPage } from '../../model/vendor-pages.ts';
import { allPorts } from '../../net/port-range.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG1017',
  name: 'missing-alternative',
  since: '0.2.0',
  severity: 'error',
  scope: 'item',
  products: ['ecs'],
  fix: 'safe',
  source: ecsAuthorizeSecurityGroupPage,
  messages: {
    en: {
      main: 'An {direction} rule needs one of {keys}: whom it is about. Add one.',
      ports:
        'A rule needs PortRange or PortRangeListId. Add one; where the protocol has no ports, write PortRange: -1/-1.',
      insertPorts: 'Add PortRange: -1/-1',
    },
    'zh-cn': {
      main: '{direction} 规则需要 {keys} 之一，说明授权对象。请补充。',
      ports: '规则需要 PortRange 或 PortRangeListId。请补充其中一个；协议没有端口时，请写 PortRange: -1/-1。',
      insertPorts: '添加 PortRange: -1/-1',
    },
  },
  check(ctx) {
    const { view, reading, fragment } = ctx;
    if (ctx.place !== 'rule' || view === null || reading === null) return;
    // What a line that cannot be read or a merge without its anchor would bring is not known.
    if (fragment.faults.length > 0 || view.referenceFaults.length > 0) return;
    const { root } = fragment;
    const first = view.origin === null && root?.kind === 'map' ? root.pairs[0]?.key : undefined;
    const span = first ?? view.span;
    const has = (names: readonly string[]) => names.some((name) => view.fields.has(name));
    if (!has(['PortRange', 'PortRangeListId'])) {
      const fixes: FixOffer[] =
        view.origin === null && hasNoPorts(reading)
          ? [{ title: 'insertPorts', safety: 'safe', edit: (e) => e.addFields([['PortRange', allPorts]]) }]
          : [];
      ctx.report({ span, message: 'ports', fixes });
    }
    const { direction } = reading;
    // A far end of the other direction is reported by key-of-other-direction.
    if (direction === null || has(references[direction === 'ingress' ? 'egress' : 'ingress'])) return;
    const keys = [...addresses[direction], ...references[direction]];
    if (!has(keys)) ctx.report({ span, data: { direction, keys } });
  },
});

const addresses = {
  ingress: ['SourceCidrIp', 'Ipv6SourceCidrIp'],
  egress: ['DestCidrIp', 'Ipv6DestCidrIp'],
} as const;
const references = {
  ingress: ['SourceGroupId', 'SourcePrefixListId'],
  egress: ['DestGroupId', 'DestPrefixListId'],
} as const;
