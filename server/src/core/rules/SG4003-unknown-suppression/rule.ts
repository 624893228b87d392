/** An `sg-ignore` comment with a word that is no rule, or with none. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG4003',
  name: 'unknown-suppression',
  since: '0.1.0',
  severity: 'warning',
  scope: 'external',
  products: ['ens', 'ecs'],
  fix: null,
  source: null,
  messages: {
    en: {
      main: 'There is no rule {rule}. Write the id or the name of a rule, such as SG1031 or letter-case.',
      words: 'These words name no rule. Separate rules by commas, and put an explanation into reason="…".',
      none: 'Name the rule that is to be silenced, such as "sg-ignore letter-case".',
    },
    'zh-cn': {
      main: '没有规则 {rule}。请写规则的编号或名称，例如 SG1031 或 letter-case。',
      words: '这些文字不是规则。多个规则用逗号分隔，说明请写在 reason="…" 中。',
      none: '请写明要忽略的规则，例如“sg-ignore letter-case”。',
    },
  },
});
