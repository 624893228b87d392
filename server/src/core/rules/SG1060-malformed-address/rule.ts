/** An address that cannot be read, or that different programs read differently. */
import { rulePages } from '../../model/vendor-pages.ts';
import { addressReadings } from '../../net/address-repair.ts';
import type { AddressFault } from '../../net/cidr.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1060',
  name: 'malformed-address',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: '"{value}" is no IPv{family} address or CIDR block, and the API takes nothing else here. Write one, such as {example}.',
      'prefix-length':
        'What follows the slash in {value} is no prefix length. Write a number from 0 to {max}, without leading zeros.',
      netmask:
        '{value} has a netmask, which the API does not take. Write a prefix length, such as /24 for 255.255.255.0.',
      'leading-zero':
        '{value} has a leading zero, which some programs read as octal. Write the number without it.',
      'zone-id': '{value} has a zone id (%…), which has a meaning on one machine only. Leave it out.',
      change: 'Change to {meant}',
    },
    'zh-cn': {
      main: '“{value}”不是 IPv{family} 地址或 CIDR 网段，API 在此处不接受其他内容。请填写一个，例如 {example}。',
      'prefix-length': '{value} 中斜线后面不是前缀长度。请填写 0~{max} 的数字，不带前导零。',
      netmask: '{value} 使用了子网掩码，API 不接受。请使用前缀长度，例如 255.255.255.0 写作 /24。',
      'leading-zero': '{value} 含有前导零，部分程序会按八进制读取。请去掉前导零。',
      'zone-id': '{value} 含有区域标识（%…），它只在单台机器上有意义。请去掉。',
      change: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('address-malformed')) {
      if (field === null) continue;
      const reason = data.reason as AddressFault;
      const readings = field.origin === null ? addressReadings(String(data.value), reason) : [];
      ctx.report({
        span: field.valueSpan,
        message: reason === 'malformed' ? 'main' : reason,
        data: {
          ...data,
          // By the address that is written: the field may be that of the other family.
          max: String(data.value).includes(':') ? 128 : 32,
          example: ctx.fields.get(field.name)?.example ?? '',
        },
        fixes: readings.map((meant) => ({
          title: 'change',
          data: { meant },
          safety: 'unsafe',
          edit: (edit) => edit.setValue(field, meant),
        })),
      });
    }
  },
});
