/** A parameter that the API ignores because a stronger one stands beside it. */
import { ecsAuthorizeSecurityGroupPage } from '../../model/vendor-pages.ts';
import type { Field } from '../../model/view.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG1018',
  name: 'ignored-parameter',
  since: '0.2.0',
  severity: 'warning',
  scope: 'item',
  products: ['ecs'],
  fix: 'unsafe',
  source: ecsAuthorizeSecurityGroupPage,
  messages: {
    en: {
      main: '{key} is ignored, because {stronger} is given too. Remove one of them, or write two rules.',
      alone: '{key} is ignored without {stronger}. Add {stronger}, or remove {key}.',
      strongerOne: '{stronger} is given here',
      remove: 'Remove {key}',
    },
    'zh-cn': {
      main: '由于同时设置了 {stronger}，{key} 会被忽略。请删除其中一个，或写成两条规则。',
      alone: '没有 {stronger} 时，{key} 会被忽略。请添加 {stronger}，或删除 {key}。',
      strongerOne: '{stronger} 设置于此',
      remove: '删除 {key}',
    },
  },
  check(ctx) {
    const { view } = ctx;
    if (ctx.place !== 'rule' || view === null) return;
    const remove = (field: Field): FixOffer[] =>
      field.origin === null
        ? [{ title: 'remove', safety: 'unsafe', edit: (e) => e.removeField(field.keySpan) }]
        : [];
    for (const { key, by } of ignored) {
      const field = view.fields.get(key);
      const stronger = by.map((name) => view.fields.get(name)).find((f) => f !== undefined);
      if (field === undefined || stronger === undefined) continue;
      ctx.report({
        span: field.keySpan,
        data: { key, stronger: stronger.name },
        related: [{ message: 'strongerOne', at: stronger.keySpan }],
        fixes: remove(field),
      });
    }
    for (const end of ['Source', 'Dest']) {
      const group = `${end}GroupId`;
      for (const key of [`${end}GroupOwnerAccount`, `${end}GroupOwnerId`]) {
        const field = view.fields.get(key);
        if (field === undefined || view.fields.has(group)) continue;
        const data = { key, stronger: group };
        ctx.report({ span: field.keySpan, message: 'alone', data, fixes: remove(field) });
      }
    }
  },
});

/** Addresses win over groups, groups over prefix lists; a port range wins over a port list. */
const ignored: readonly { readonly key: string; readonly by: readonly string[] }[] = [
  { key: 'PortRangeListId', by: ['PortRange'] },
  ...['Source', 'Dest'].flatMap((end) => {
    const addresses = [`${end}CidrIp`, `Ipv6${end}CidrIp`];
    return [
      { key: `${end}GroupId`, by: addresses },
      { key: `${end}PrefixListId`, by: [...addresses, `${end}GroupId`] },
    ];
  }),
];
