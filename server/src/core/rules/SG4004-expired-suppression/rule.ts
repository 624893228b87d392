/** An `sg-ignore` comment whose date has passed. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG4004',
  name: 'expired-suppression',
  since: '0.1.0',
  severity: 'warning',
  scope: 'external',
  products: ['ens', 'ecs'],
  fix: null,
  source: null,
  messages: {
    en: {
      main: 'This comment expired on {date} and silences nothing any more. Mend what it hid, or set a later date.',
      notDate: '"{date}" is no date, so this comment silences nothing. Write it as 2030-12-31.',
    },
    'zh-cn': {
      main: '该注释已于 {date} 过期，不再起作用。请修正被忽略的问题，或设置更晚的日期。',
      notDate: '“{date}”不是日期，该注释不起作用。请写成 2030-12-31 的形式。',
    },
  },
});
