/** A protocol given as a number, in a region that takes only names. */
import { protocolNumberRegions } from '../../model/regions.ts';
import { ecsAuthorizeSecurityGroupPage } from '../../model/vendor-pages.ts';
import { scalarOf } from '../../model/view.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1033',
  name: 'protocol-number-region',
  since: '0.2.0',
  severity: 'warning',
  scope: 'group',
  products: ['ecs'],
  fix: null,
  source: ecsAuthorizeSecurityGroupPage,
  messages: {
    en: {
      main: 'Protocol numbers are documented for a few regions only, and {region} is not one of them, so the API may refuse {value}. Write the name of the protocol where it has one.',
    },
    'zh-cn': {
      main: '文档说明只有部分地域支持协议号，{region} 不在其中，API 可能拒绝 {value}。协议有名称时，请填写名称。',
    },
  },
  check(ctx) {
    const { top, rules } = ctx.group;
    const region = scalarOf(top?.fields.get('RegionId'));
    if (typeof region !== 'string' || protocolNumberRegions.includes(region)) return;
    for (const entry of rules) {
      const number = ctx.readingOf(entry)?.protocolNumber ?? null;
      const field = entry.view?.fields.get('IpProtocol');
      // Beyond 255 it is no protocol number anywhere.
      if (number === null || number > 255 || field === undefined) continue;
      ctx.report(entry.piece, { span: field.valueSpan, data: { region, value: number } });
    }
  },
});
