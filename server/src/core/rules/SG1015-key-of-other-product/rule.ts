/** A key that only ECS has, in a definition that says it is for ENS. */
import { isKeyOfOtherProduct } from '../../model/product.ts';
import { defineRule, type FixOffer } from '../rule.ts';

export default defineRule({
  id: 'SG1015',
  name: 'key-of-other-product',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: 'Only ECS has {key}, and this definition is for ENS, so it would not be sent. Remove it, or write Product: ECS.',
      remove: 'Remove {key}',
      setProduct: 'Change Product to ECS',
    },
    'zh-cn': {
      main: '只有 ECS 有 {key}，而此定义用于 ENS，不会发送该内容。请删除它，或写 Product: ECS。',
      remove: '删除 {key}',
      setProduct: '将 Product 改为 ECS',
    },
  },
  check(ctx) {
    for (const [key, field] of ctx.view?.fields ?? []) {
      if (!isKeyOfOtherProduct(key, ctx.place, ctx.product)) continue;
      const fixes: FixOffer[] = [];
      if (field.origin === null)
        fixes.push({ title: 'remove', safety: 'unsafe', edit: (e) => e.removeField(field.keySpan) });
      // In a rule, Product is out of reach: a fix edits the object that it belongs to.
      const product = ctx.place === 'group' ? ctx.view?.fields.get('Product') : undefined;
      if (product?.origin === null)
        fixes.push({ title: 'setProduct', safety: 'unsafe', edit: (e) => e.setValue(product, 'ECS') });
      ctx.report({ span: field.keySpan, data: { key }, fixes });
    }
  },
});
