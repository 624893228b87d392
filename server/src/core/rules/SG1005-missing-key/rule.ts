/** A parameter that the API requires is not there. */
import { hasPorts, type Protocol } from '../../model/rule-reading.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { allPorts } from '../../net/port-range.ts';
import type { SyntaxFault } from '../../syntax/tree.ts';
import { defineRule, type FixOffer } from '../rule.ts';

/** Faults that hide no key. */
const harmless: readonly SyntaxFault['kind'][] = ['trailing-comma', 'custom-tag', 'plain-scalar-colon'];

export default defineRule({
  id: 'SG1005',
  name: 'missing-key',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'safe',
  source: rulePages,
  messages: {
    en: {
      main: 'The API refuses a rule without {keys}. Add the missing parameters.',
      group: 'The API refuses a group without {keys}. Add it.',
      tag: 'A tag needs a {keys}. Add it.',
      insert: 'Add {keys}',
      insertPorts: 'Add PortRange: -1/-1',
    },
    'zh-cn': {
      main: '规则缺少 {keys}，API 会拒绝。请补充缺少的参数。',
      group: '安全组缺少 {keys}，API 会拒绝。请补充。',
      tag: '标签缺少 {keys}。请补充。',
      insert: '添加 {keys}',
      insertPorts: '添加 PortRange: -1/-1',
    },
  },
  check(ctx) {
    const keys = ctx.faults('missing-key').map((f) => String(f.data.key ?? ''));
    if (keys.length === 0 || ctx.view === null) return;
    // What a line that cannot be read or a merge without its anchor would bring is not known; their errors are enough.
    if (ctx.fragment.faults.some(({ kind }) => !harmless.includes(kind))) return;
    if (ctx.view.referenceFaults.length > 0) return;
    const protocol = ctx.reading?.protocol ?? null;
    const fixes: FixOffer[] = [];
    // What is missing elsewhere, such as a region, has no value to start from.
    if (ctx.view.origin === null && ctx.place === 'rule') {
      // A protocol without ports leaves one value for the port range.
      if (keys.includes('PortRange') && protocol !== null && !hasPorts(protocol)) {
        fixes.push({
          title: 'insertPorts',
          safety: 'safe',
          edit: (e) => e.addFields([['PortRange', allPorts]]),
        });
      }
      if (keys.length > 1 || fixes.length === 0) {
        const values = keys.map((key) => [key, startingValue(key, protocol)] as const);
        fixes.push({ title: 'insert', safety: 'unsafe', edit: (e) => e.addFields(values) });
      }
    }
    // The first key as written, which may be a merge key.
    const { root } = ctx.fragment;
    const first = ctx.view.origin === null && root?.kind === 'map' ? root.pairs[0]?.key : undefined;
    const message = ctx.place === 'rule' ? 'main' : ctx.place;
    ctx.report({ span: first ?? ctx.view.span, message, data: { keys }, fixes });
  },
});

/** A value to start from that opens nothing: it fits the protocol, drops, and comes last in the order. */
function startingValue(key: string, protocol: Protocol | null): string | number {
  switch (key) {
    case 'Direction':
      return 'ingress';
    case 'IpProtocol':
      return 'TCP';
    case 'PortRange':
      return protocol === null || hasPorts(protocol) ? '1/65535' : allPorts;
    case 'Policy':
      return 'Drop';
    default:
      return 100;
  }
}
