/** A port outside 1–65535. */
import { ensCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1041',
  name: 'port-range-bounds',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: null,
  source: ensCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'Ports are numbers from 1 to 65535 without leading zeros, but {value} has {port}. The API refuses it.',
    },
    'zh-cn': { main: '端口是 1~65535 的数字，不带前导零，而 {value} 中有 {port}。API 会拒绝。' },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('port-bounds'))
      if (field) ctx.report({ span: field.valueSpan, data });
  },
});
