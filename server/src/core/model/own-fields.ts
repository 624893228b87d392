/** Fields that are ours and never sent, the same for both products. */
import { keywordField } from './field.ts';

/** `Product`. */
export const productField = keywordField({
  summary: {
    en: 'Which product the definition is for. Without it the product is inferred from the keys.',
    'zh-cn': '该定义用于哪个产品。省略时，根据所用的键推断。',
  },
  range: null,
  example: 'ENS',
  source: null,
  required: false,
  values: [
    { value: 'ENS', doc: { en: 'Edge Node Service.', 'zh-cn': '边缘节点服务 ENS。' } },
    { value: 'ECS', doc: { en: 'Elastic Compute Service.', 'zh-cn': '云服务器 ECS。' } },
  ],
});
