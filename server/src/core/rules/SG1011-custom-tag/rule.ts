/** `!Ref`, `!include` and their like mean something to other tools; here they would be lost. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1011',
  name: 'custom-tag',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: 'The tag {tag} has no meaning in a definition, and would be lost. Write the value itself.',
      remove: 'Remove the tag {tag}',
    },
    'zh-cn': {
      main: '标签 {tag} 在定义中没有含义，会丢失。请直接写出值。',
      remove: '删除标签 {tag}',
    },
  },
  check(ctx) {
    for (const fault of ctx.fragment.faults) {
      if (fault.kind !== 'custom-tag') continue;
      const { text } = ctx.fragment;
      // The blanks behind the tag go with it; at the end of a line, those in front of it.
      const after = /^[ \t]*/.exec(text.slice(fault.end))?.[0].length ?? 0;
      const atLineEnd = /^[ \t]*(?:\r?\n|$)/.test(text.slice(fault.end));
      const before = atLineEnd ? (/[ \t]*$/.exec(text.slice(0, fault.start))?.[0].length ?? 0) : 0;
      ctx.report({
        span: fault,
        data: { tag: text.slice(fault.start, fault.end) },
        fixes: [
          {
            title: 'remove',
            safety: 'unsafe',
            edit: (edit) => edit.replace({ start: fault.start - before, end: fault.end + after }, ''),
          },
        ],
      });
    }
  },
});
