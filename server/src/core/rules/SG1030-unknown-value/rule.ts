/** A word that is not in the list of a field: `Direction`, `IpProtocol`, `Policy`, `Product`. */

import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { nearestWord } from '../../text/nearest-word.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1030',
  name: 'unknown-value',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: 'unsafe',
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: '{key} cannot be {value}; the API takes {values}.',
      change: 'Change to {meant}',
    },
    'zh-cn': {
      main: '{key} 不能是 {value}，API 只接受 {values}。',
      change: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('keyword')) {
      if (field === null) continue;
      const words = ctx.fields.get(field.name)?.values.map((v) => v.value) ?? [];
      const nearest = nearestWord(String(data.value), words);
      const offered = nearest === null ? words : [nearest, ...words.filter((w) => w !== nearest)];
      ctx.report({
        span: field.valueSpan,
        data: { ...data, key: field.name },
        fixes:
          field.origin === null
            ? offered.map((meant) => ({
                title: 'change',
                data: { meant },
                safety: 'unsafe',
                edit: (edit) => edit.setValue(field, meant),
              }))
            : [],
      });
    }
  },
});
