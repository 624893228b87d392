/** Texts of the features. Those of rules live with the rules; those of fields with the shapes. */
import { fill, type Locale, type MessageData } from './locale.ts';

const en = {
  productStated: 'stated by Product: {product}',
  productInferred: 'inferred: only ECS has {because}',
  productAssumed: 'inferred: no key that only ECS has',
  ruleCount: '{count} rules',
  oneRule: '1 rule',
  anchored: 'The anchored value',
  unnamedGroup: '(security group without a name)',
  required: 'required',
  optional: 'optional',
  allowed: 'Allowed',
  example: 'Example',
  source: 'Documentation',
  newDefinition: 'New security group',
  newDefinitionDetail: 'for ENS, with one rule',
  newRule: 'New rule',
  newRuleDetail: 'with all required keys',
  everyIpv4: 'the internet: every IPv4 address',
  everyIpv6: 'the internet: every IPv6 address',
  privateRange: 'private addresses (RFC 1918)',
  uniqueLocal: 'unique local addresses (RFC 4193)',
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
  oneRule: '1 条规则',
  anchored: '锚点处的值',
  unnamedGroup: '（未命名的安全组）',
  required: '必填',
  optional: '可选',
  allowed: '取值',
  example: '示例',
  source: '文档',
  newDefinition: '新建安全组',
  newDefinitionDetail: 'ENS，含一条规则',
  newRule: '新建规则',
  newRuleDetail: '包含所有必填参数',
  everyIpv4: '互联网：所有 IPv4 地址',
  everyIpv6: '互联网：所有 IPv6 地址',
  privateRange: '私有地址（RFC 1918）',
  uniqueLocal: '唯一本地地址（RFC 4193）',
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
