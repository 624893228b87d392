/** An `sg-ignore` comment that silences nothing. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG4002',
  name: 'unused-suppression',
  since: '0.1.0',
  severity: 'warning',
  scope: 'external',
  products: ['ens', 'ecs'],
  fix: null,
  source: null,
  messages: {
    en: {
      main: '{rule} finds nothing here, so this comment silences nothing. Remove it, or move it to the line of the finding.',
    },
    'zh-cn': { main: '{rule} 在此处没有发现问题，该注释不起作用。请将其删除，或移到问题所在的行。' },
  },
});
