/** `tcp` for `TCP`: the create call lists one spelling, other calls of the same API another. */
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1031',
  name: 'letter-case',
  since: '0.1.0',
  severity: 'warning',
  scope: 'item',
  products: ['ens'],
  fix: 'safe',
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'The document of CreateSecurityGroup spells this {meant}; {value} may be refused. Write {meant}.',
      product: 'Product is written in capitals. Write {meant}.',
      change: 'Change to {meant}',
    },
    'zh-cn': {
      main: 'CreateSecurityGroup 文档中的写法是 {meant}，{value} 可能被拒绝。请写 {meant}。',
      product: 'Product 的值使用大写字母。请写 {meant}。',
      change: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('letter-case')) {
      if (field === null) continue;
      ctx.report({
        span: field.valueSpan,
        // Product is ours and never sent: nobody refuses it.
        message: field.name === 'Product' ? 'product' : 'main',
        data,
        fixes:
          field.origin === null
            ? [{ title: 'change', safety: 'safe', edit: (edit) => edit.setValue(field, String(data.meant)) }]
            : [],
      });
    }
  },
});
