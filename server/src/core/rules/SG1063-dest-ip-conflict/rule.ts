/** Two destination addresses, one of each family. */
import { rulePages } from '../../model/vendor-pages.ts';
import { reportConflict } from '../address-conflict.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1063',
  name: 'dest-ip-conflict',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: 'A rule has one destination: {other} is given too, and the API refuses both together. Keep one, and write a second rule for the other.',
      otherOne: '{other} is given here',
      remove: 'Remove {key}',
    },
    'zh-cn': {
      main: '一条规则只能有一个目的地址：{other} 也已设置，API 会拒绝同时设置两者。请保留一个，另写一条规则。',
      otherOne: '{other} 设置于此',
      remove: '删除 {key}',
    },
  },
  check(ctx) {
    reportConflict(ctx, 'DestCidrIp', 'Ipv6DestCidrIp');
  },
});
