/** Tags that begin with what the cloud keeps for itself, or hold a web address. */
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1081',
  name: 'tag-prefix',
  since: '0.2.0',
  severity: 'error',
  scope: 'item',
  products: ['ecs'],
  fix: null,
  source: ecsCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'The key of a tag cannot start with {prefix}; the API refuses it. Choose another key.',
      mild: 'The older document forbids that the value of a tag starts with {prefix}, the newer ones do not say so. If the API refuses it, put something else first.',
      inside:
        'The newer document forbids {prefix} anywhere in the key of a tag, the older one only at its start. If the API refuses it, leave it out.',
    },
    'zh-cn': {
      main: '标签键不能以 {prefix} 开头，API 会拒绝。请换一个键。',
      mild: '旧版文档规定标签值不能以 {prefix} 开头，新版文档没有说明。如果 API 拒绝，请换一个开头。',
      inside: '新版文档规定标签键中不能包含 {prefix}，旧版文档只规定不能以它开头。如果 API 拒绝，请去掉。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('tag-prefix')) {
      if (field === null) continue;
      if (data.mild === '') ctx.report({ span: field.valueSpan, data });
      else ctx.report({ span: field.valueSpan, message: String(data.mild), severity: 'warning', data });
    }
  },
});
