/** A priority in quotes: the ENS document says integer, and ENS is strict about it. */
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1051',
  name: 'priority-text',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: 'safe',
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'Priority is an integer for ENS, but "{value}" is a text. Write {meant} without quotes.',
      change: 'Change to {meant}',
    },
    'zh-cn': {
      main: 'ENS 的 Priority 是整数，而“{value}”是文本。请写不带引号的 {meant}。',
      change: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('priority-text')) {
      if (field === null) continue;
      ctx.report({
        span: field.valueSpan,
        data: { ...data, value: String(data.value).trim() },
        // A text by its tag (`!!str 5`) has no quotes to take away.
        fixes:
          field.origin === null && field.node?.kind === 'scalar' && field.node.style !== 'plain'
            ? [
                {
                  title: 'change',
                  safety: 'safe',
                  edit: (edit) => edit.replace(field.valueSpan, String(data.meant)),
                },
              ]
            : [],
      });
    }
  },
});
