/** The length of the key or the value of a tag. */
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1080',
  name: 'tag-length',
  since: '0.2.0',
  severity: 'error',
  scope: 'item',
  products: ['ecs'],
  fix: null,
  source: ecsCreateSecurityGroupPage,
  messages: {
    en: {
      main: '{key} of a tag has at most {max} characters; this one has {length}. The API refuses it: shorten it.',
      older:
        'The older document allows {older} characters in the key of a tag, the newer one {max}; this one has {length}. If the API refuses it, shorten it.',
    },
    'zh-cn': {
      main: '标签的 {key} 最多 {max} 个字符，而此处是 {length} 个，API 会拒绝。请缩短。',
      older:
        '标签键在旧版文档中最多 {older} 个字符，新版文档为 {max} 个，而此处是 {length} 个。如果 API 拒绝，请缩短。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('tag-length')) {
      if (field === null) continue;
      const values = { ...data, key: field.name };
      if (data.mild === 'mild')
        ctx.report({ span: field.valueSpan, message: 'older', severity: 'warning', data: values });
      else ctx.report({ span: field.valueSpan, data: values });
    }
  },
});
