/** A port outside 1–65535, or one that is written with a leading zero. */
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
      main: 'Ports go from 1 to 65535, and the API refuses {port} in {value}. For all ports write 1/65535.',
      leadingZero:
        '{port} in {value} has a leading zero, which some programs read as octal. Write the port without it.',
    },
    'zh-cn': {
      main: '端口范围是 1~65535，API 会拒绝 {value} 中的 {port}。所有端口请写 1/65535。',
      leadingZero: '{value} 中的 {port} 含有前导零，部分程序会按八进制读取。请去掉前导零。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('port-bounds')) {
      if (field === null) continue;
      const message = /^0+[1-9]/.test(String(data.port)) ? 'leadingZero' : 'main';
      ctx.report({ span: field.valueSpan, message, data });
    }
  },
});
