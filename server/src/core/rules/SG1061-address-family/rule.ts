/** A good address in the field of the other family. */
import { addressFields } from '../../model/rule-reading.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1061',
  name: 'address-family',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: '{key} takes IPv{family}, but {value} is IPv{other}. The API refuses it; IPv{other} belongs in {meant}.',
      move: 'Move to {meant}',
    },
    'zh-cn': {
      main: '{key} 只接受 IPv{family}，而 {value} 是 IPv{other}。API 会拒绝；IPv{other} 应写在 {meant} 中。',
      move: '移到 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('address-family')) {
      if (field === null) continue;
      const meant = addressFields.find((f) => f.name === field.name)?.other ?? '';
      ctx.report({
        span: field.valueSpan,
        data: { ...data, key: field.name, other: data.family === 4 ? 6 : 4, meant },
        fixes:
          field.origin === null && !ctx.view?.fields.has(meant)
            ? [{ title: 'move', safety: 'unsafe', edit: (edit) => edit.renameKey(field.keySpan, meant) }]
            : [],
      });
    }
  },
});
