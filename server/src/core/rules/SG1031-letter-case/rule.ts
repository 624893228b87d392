/** `tcp` for `TCP`: the create call lists one spelling, other calls of the same API another. */
import { rulePages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1031',
  name: 'letter-case',
  since: '0.1.0',
  severity: 'warning',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'safe',
  source: rulePages,
  messages: {
    en: {
      main: 'The document spells this {meant}; {value} may be refused. Write {meant}.',
      own: 'The spelling is {meant}; {value} is read the same. Write {meant}.',
      change: 'Change to {meant}',
    },
    'zh-cn': {
      main: '文档中的写法是 {meant}，{value} 可能被拒绝。请写 {meant}。',
      own: '规范写法是 {meant}，{value} 也会被同样读取。请写 {meant}。',
      change: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('letter-case')) {
      if (field === null) continue;
      ctx.report({
        span: field.valueSpan,
        // What is ours is never sent: nobody refuses it.
        message: ctx.fields.get(field.name)?.source === null ? 'own' : 'main',
        data,
        fixes:
          field.origin === null
            ? [{ title: 'change', safety: 'safe', edit: (edit) => edit.setValue(field, String(data.meant)) }]
            : [],
      });
    }
  },
});
