/** The first character of the group's name. */
import { ecsNameFaults, ensNameFaults } from '../../model/text-faults.ts';
import { groupPages } from '../../model/vendor-pages.ts';
import { scalarOf } from '../../model/view.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1021',
  name: 'name-start',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: groupPages,
  messages: {
    en: {
      main: 'A name starts with a letter, but this one starts with "{first}". The API refuses it: put a letter first.',
      change: 'Change to {meant}',
    },
    'zh-cn': {
      main: '名称必须以字母开头，而此处以“{first}”开头。API 会拒绝，请以字母开头。',
      change: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('name-start')) {
      if (field === null) continue;
      const meant = `sg-${String(scalarOf(field)).replace(/^[^\p{L}\d]+/u, '')}`;
      const fixable =
        field.origin === null && (ctx.product === 'ens' ? ensNameFaults : ecsNameFaults)(meant).length === 0;
      ctx.report({
        span: field.valueSpan,
        data,
        fixes: fixable
          ? [
              {
                title: 'change',
                data: { meant },
                safety: 'unsafe',
                edit: (edit) => edit.setValue(field, meant),
              },
            ]
          : [],
      });
    }
  },
});
