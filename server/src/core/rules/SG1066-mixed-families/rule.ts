/** A source of one address family and a destination of the other: no packet has both. */
import { addressFields } from '../../model/rule-reading.ts';
import { ecsAuthorizeSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1066',
  name: 'mixed-families',
  since: '0.1.0',
  severity: { ens: 'warning', ecs: 'error' },
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: null,
  source: { ens: null, ecs: ecsAuthorizeSecurityGroupPage },
  messages: {
    en: {
      main: '{key} is IPv{family} and {other} is IPv{otherFamily}: no packet has addresses of both, so the rule never matches. Use one family for both ends.',
      otherEnd: 'The other end',
    },
    'zh-cn': {
      main: '{key} 是 IPv{family}，而 {other} 是 IPv{otherFamily}；没有报文同时含有两种地址，因此该规则永远不会匹配。请让两端使用同一种地址。',
      otherEnd: '另一端',
    },
  },
  check(ctx) {
    const given = addressFields.filter((f) => ctx.view?.fields.has(f.name));
    const [first, second] = given;
    // Both families at one end is an error of its own.
    if (
      given.length !== 2 ||
      !first ||
      !second ||
      first.side === second.side ||
      first.family === second.family
    )
      return;
    const field = ctx.view?.fields.get(second.name);
    const other = ctx.view?.fields.get(first.name);
    if (field === undefined || other === undefined) return;
    // What cannot be read as an address of its field's family says nothing about families.
    if (ctx.reading?.[first.end] == null || ctx.reading[second.end] === null) return;
    ctx.report({
      span: field.valueSpan,
      data: {
        key: second.name,
        other: first.name,
        family: second.family,
        otherFamily: first.family,
      },
      related: [{ message: 'otherEnd', at: other.valueSpan }],
    });
  },
});
