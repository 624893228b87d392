/** Texts of the features. Those of rules live with the rules; those of fields with the shapes. */
import { fill, type Locale, type MessageData } from './locale.ts';

const en = {
  productStated: 'stated by Product: {product}',
  productInferred: 'inferred: only ECS has {because}',
  productAssumed: 'inferred: no key that only ECS has',
  ruleCount: '{count} rules',
  anchored: 'The anchored value',
  unnamedGroup: '(security group without a name)',
  required: 'required',
  optional: 'optional',
  allowed: 'Allowed',
  example: 'Example',
  source: 'Documentation',
  newDefinition: 'New security group',
  newDefinitionDetail: 'A complete definition with one rule',
  newRule: 'New rule',
  newRuleDetail: 'A complete rule, with its required parameters',
  everyPort: 'every port',
  noPorts: 'the protocol has no ports',
  firstPriority: 'tried first',
  lastPriority: 'tried last',
  createLens: 'Create Security Group',
  fixAll: 'Fix all safe problems',
  ecsNotSupported: 'This version checks definitions for ECS, but creates security groups for ENS only.',
};

export type MessageName = keyof typeof en;

const zhCn: Record<MessageName, string> = {
  productStated: '由 Product: {product} 指定',
  productInferred: '推断：只有 ECS 有 {because}',
  productAssumed: '推断：没有 ECS 独有的键',
  ruleCount: '{count} 条规则',
  anchored: '锚点处的值',
  unnamedGroup: '（未命名的安全组）',
  required: '必填',
  optional: '可选',
  allowed: '取值',
  example: '示例',
  source: '文档',
  newDefinition: '新建安全组',
  newDefinitionDetail: '一份完整的定义，包含一条规则',
  newRule: '新建规则',
  newRuleDetail: '一条完整的规则，包含所有必填参数',
  everyPort: '所有端口',
  noPorts: '该协议没有端口',
  firstPriority: '最先匹配',
  lastPriority: '最后匹配',
  createLens: '创建安全组',
  fixAll: '修复所有可安全修复的问题',
  ecsNotSupported: '此版本可以检查 ECS 的定义，但只能创建 ENS 安全组。',
};

const catalogs: Record<Locale, Record<MessageName, string>> = { en, 'zh-cn': zhCn };

/** A text in a language, its `{places}` filled. */
export function t(locale: Locale, name: MessageName, data?: MessageData): string {
  return fill(catalogs[locale][name], data, locale);
}
