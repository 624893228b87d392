/** A port outside 1–65535, or one that is written with a leading zero. */
import { hasNoPorts } from '../../model/rule-reading.ts';
import { rulePages } from '../../model/vendor-pages.ts';
import { maxPort, minPort } from '../../net/port-range.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1041',
  name: 'port-range-bounds',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: 'Ports go from 1 to 65535, and the API refuses {port} in {value}. For all ports write 1/65535.',
      leadingZero:
        '{port} in {value} has a leading zero, which some programs read as octal. Write the port without it.',
      zero: 'The document takes ports from 1 to 65535, but templates of the vendor have ranges from 0, as here {value}. Port 0 carries no traffic: write 1 for it.',
      change: 'Change to {meant}',
    },
    'zh-cn': {
      main: '端口范围是 1~65535，API 会拒绝 {value} 中的 {port}。所有端口请写 1/65535。',
      leadingZero: '{value} 中的 {port} 含有前导零，部分程序会按八进制读取。请去掉前导零。',
      zero: '文档规定端口为 1~65535，但官方模板中也有从 0 开始的范围，如此处的 {value}。端口 0 不承载流量，请改写为 1。',
      change: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { kind, data, field } of [...ctx.faults('port-bounds'), ...ctx.faults('port-zero')]) {
      // Where the protocol has no ports at all, that is what is wrong.
      if (field === null || hasNoPorts(ctx.reading)) continue;
      const isZero = kind === 'port-zero';
      const message = /^0+[1-9]/.test(String(data.port)) ? 'leadingZero' : isZero ? 'zero' : 'main';
      const meant = withinBounds(String(data.value));
      ctx.report({
        span: field.valueSpan,
        message,
        ...(isZero ? { severity: 'warning' } : {}),
        data,
        fixes:
          field.origin === null && meant !== null
            ? [
                {
                  title: 'change',
                  data: { meant },
                  safety: 'unsafe',
                  edit: (edit) => edit.setValue(field, meant),
                },
              ]
            : [],
      });
    }
  },
});

/** The nearest range that the API takes, `0/65535` → `1/65535`; null when it would be reversed. */
function withinBounds(text: string): string | null {
  const [from = 0, to = 0] = text
    .split('/')
    .map((port) => Math.max(minPort, Math.min(maxPort, Number(port))));
  return from <= to ? `${from}/${to}` : null;
}
