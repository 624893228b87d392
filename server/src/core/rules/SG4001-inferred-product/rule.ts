/** The definition does not say which product it is for. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG4001',
  name: 'inferred-product',
  since: '0.1.0',
  severity: 'hint',
  scope: 'group',
  products: ['ens', 'ecs'],
  fix: 'safe',
  source: null,
  messages: {
    en: {
      main: 'This is read as a definition for ENS, because no key in it is known to ECS alone. Write Product: ENS to say so.',
      because:
        'This is read as a definition for ECS, because only ECS has {because}. Write Product: ECS to say so.',
      write: 'Add Product: {product}',
    },
    'zh-cn': {
      main: '由于没有 ECS 独有的键，此定义被视为 ENS。请写 Product: ENS 加以说明。',
      because: '由于 {because} 是 ECS 独有的键，此定义被视为 ECS。请写 Product: ECS 加以说明。',
      write: '添加 Product: {product}',
    },
  },
  check(ctx) {
    const { product, top, document } = ctx.group;
    const first = top?.fields.values().next().value;
    if (product.stated || top === null || first === undefined || top.fields.has('Product')) return;
    const name = product.product.toUpperCase();
    ctx.report(document.skeleton, {
      span: first.keySpan,
      message: product.because === null ? 'main' : 'because',
      data: { because: product.because ?? '', product: name },
      fixes: [
        { title: 'write', safety: 'safe', edit: (edit) => edit.addFields([['Product', name]], 'first') },
      ],
    });
  },
});
