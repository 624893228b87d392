/** The characters of the group's name. */
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1022',
  name: 'name-characters',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: null,
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'A name takes letters, digits, ":", "_" and "-". The API refuses this one because of: {characters}',
    },
    'zh-cn': { main: '名称只能包含字母、数字、“:”、“_”和“-”。API 会因以下字符拒绝：{characters}' },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('name-characters'))
      if (field) ctx.report({ span: field.valueSpan, data });
  },
});
