/** A comma before a closing bracket: accepted here, refused by every strict JSON reader. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1013',
  name: 'trailing-comma',
  since: '0.1.0',
  severity: 'warning',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'safe',
  source: null,
  messages: {
    en: {
      main: 'Nothing follows this comma, and strict JSON readers refuse the file. Remove the comma.',
      remove: 'Remove the comma',
    },
    'zh-cn': {
      main: '逗号后面没有内容，严格的 JSON 解析器会拒绝此文件。请删除逗号。',
      remove: '删除逗号',
    },
  },
  check(ctx) {
    for (const fault of ctx.fragment.faults) {
      if (fault.kind !== 'trailing-comma') continue;
      ctx.report({
        span: fault,
        fixes: [{ title: 'remove', safety: 'safe', edit: (edit) => edit.replace(fault, '') }],
      });
    }
  },
});
