/** An `sg-ignore` comment for an exposure, without the reason that such a comment needs. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG4005',
  name: 'suppression-without-reason',
  since: '0.1.0',
  severity: 'warning',
  scope: 'external',
  products: ['ens', 'ecs'],
  fix: null,
  source: null,
  messages: {
    en: { main: '{rule} is silenced only with a reason: add reason="…", so that the next reader knows why.' },
    'zh-cn': { main: '忽略 {rule} 必须说明原因：请添加 reason="…"，以便后来者了解。' },
  },
});
