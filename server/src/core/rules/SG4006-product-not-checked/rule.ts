/** ECS definitions: their text is read, their parameters are not checked yet. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG4006',
  name: 'product-not-checked',
  since: '0.1.0',
  severity: 'info',
  scope: 'group',
  products: ['ecs'],
  fix: null,
  source: null,
  messages: {
    en: {
      main: 'This version checks definitions for ENS. For ECS it checks only that the text can be read.',
    },
    'zh-cn': { main: '此版本检查 ENS 的定义。对 ECS 只检查文本能否读取。' },
  },
  check(ctx) {
    const { top, document } = ctx.group;
    const first = top?.fields.get('Product') ?? top?.fields.values().next().value;
    if (first !== undefined) ctx.report(document.skeleton, { span: first.keySpan });
  },
});
