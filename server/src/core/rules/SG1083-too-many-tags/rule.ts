/** More tags than one group takes. */
import { maxTags } from '../../model/ecs-tag.ts';
import { ecsCreateSecurityGroupPage } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1083',
  name: 'too-many-tags',
  since: '0.2.0',
  severity: 'error',
  scope: 'group',
  products: ['ecs'],
  fix: null,
  source: ecsCreateSecurityGroupPage,
  messages: {
    en: {
      main: 'A group takes at most {max} tags, and this one has {count}. The API refuses it: remove some.',
    },
    'zh-cn': {
      main: '一个安全组最多 {max} 个标签，而此处有 {count} 个，API 会拒绝。请删除一些。',
    },
  },
  check(ctx) {
    const { tags, top, document } = ctx.group;
    const key = top?.fields.get('Tag');
    if (tags.length <= maxTags || key === undefined) return;
    ctx.report(document.skeleton, { span: key.keySpan, data: { max: maxTags, count: tags.length } });
  },
});
