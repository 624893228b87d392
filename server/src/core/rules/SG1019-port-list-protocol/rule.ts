/** A port list with a protocol that has no ports. */
import { hasNoPorts } from '../../model/rule-reading.ts';
import { ecsAuthorizeSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1019',
  name: 'port-list-protocol',
  since: '0.2.0',
  severity: 'error',
  scope: 'item',
  products: ['ecs'],
  fix: null,
  source: ecsAuthorizeSecurityGroupPage,
  messages: {
    en: {
      main: '{protocol} takes no port list: the API allows PortRangeListId only with TCP and UDP. Write PortRange: -1/-1 in its place, or change the protocol.',
    },
    'zh-cn': {
      main: '{protocol} 不能使用端口列表：PortRangeListId 只能与 TCP、UDP 一起使用。请改写为 PortRange: -1/-1，或更改协议。',
    },
  },
  check(ctx) {
    const field = ctx.view?.fields.get('PortRangeListId');
    // Beside a port range it is ignored, which has a rule of its own.
    if (field === undefined || ctx.view?.fields.has('PortRange') || !hasNoPorts(ctx.reading)) return;
    ctx.report({ span: field.valueSpan, data: { protocol: ctx.reading?.protocol ?? '' } });
  },
});
