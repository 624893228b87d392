/** The file is beyond what is read while somebody types; nothing else is computed for it. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1002',
  name: 'document-limits',
  since: '0.1.0',
  severity: 'error',
  scope: 'file',
  products: ['ens', 'ecs'],
  fix: null,
  source: null,
  messages: {
    en: {
      main: 'This file is not checked: it has more than {limit} characters. Split it into several files.',
      'line-length':
        'This file is not checked: a line has more than {limit} characters. Break it into several lines.',
      depth:
        'This file is not checked: it is nested more than {limit} levels deep here. A definition needs no more than a few.',
    },
    'zh-cn': {
      main: '未检查此文件：字符数超过 {limit}。请拆分为多个文件。',
      'line-length': '未检查此文件：有一行超过 {limit} 个字符。请拆成多行。',
      depth: '未检查此文件：此处嵌套超过 {limit} 层。安全组定义只需要几层。',
    },
  },
  check(ctx) {
    const limit = ctx.file.limit;
    if (limit === null) return;
    ctx.report({
      span: { start: limit.offset, end: limit.offset + 1 },
      message: limit.kind === 'text-length' ? 'main' : limit.kind,
      data: { limit: limit.limit },
    });
  },
});
