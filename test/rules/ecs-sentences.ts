/**
 * Every sentence of the ECS document of CreateSecurityGroup that restricts a request, in the order of the document,
 * and those of AuthorizeSecurityGroup(Egress) about the rules. Data only; the test beside it holds table and rules
 * together.
 */
import { ecsGroup, ecsGroupWithout, ecsRule, ecsRules, ecsTags, manyEcsRules } from './ecs-examples.ts';
import type { EnforcedSentence, SentenceOutsideTheFile } from './restricting-sentences.ts';
import { long } from './sentence-examples.ts';

function textType(key: string): EnforcedSentence {
  return { where: `${key}, 类型`, quote: 'String', rules: ['SG1007'], shows: [ecsGroup({ [key]: '12' })] };
}

function urlSentence(where: string, key: string): EnforcedSentence {
  const shows = ['"http://a"', '"https://a"'].map((url) => ecsGroup({ [key]: url }));
  return { where, quote: '不能以 http:// 和 https:// 开头', rules: ['SG1023'], shows };
}

const createSentences: readonly (EnforcedSentence | SentenceOutsideTheFile)[] = [
  {
    where: '接口说明',
    quote: '在一个阿里云地域下，您最多可创建100个安全组。',
    reason: 'How many groups the account has is not in the file; newer documents say "at least 100".',
  },
  {
    where: '接口说明',
    quote: '创建专有网络VPC类型的安全组时，您必须指定参数VpcId。',
    rules: ['SG1071'],
    shows: [ecsGroupWithout('VpcId'), ecsGroupWithout('VpcId', { SecurityGroupType: 'enterprise' })],
  },
  {
    where: 'RegionId',
    quote: 'String|是',
    rules: ['SG1005', 'SG1007'],
    shows: [ecsGroupWithout('RegionId'), ecsGroup({ RegionId: '12' })],
  },
  {
    where: 'RegionId',
    quote: '您可以调用 DescribeRegions 查看最新的阿里云地域列表。',
    rules: ['SG1034'],
    shows: [ecsGroup({ RegionId: 'cn-hangzou' })],
  },
  {
    where: 'Action',
    quote: '取值：CreateSecurityGroup',
    rules: ['SG1030', 'SG1031'],
    shows: [ecsGroup({ Action: 'DeleteSecurityGroup' }), ecsGroup({ Action: 'createSecurityGroup' })],
  },
  {
    where: 'ClientToken',
    quote: '从您的客户端生成一个参数值，确保不同请求间该参数值唯一。',
    rules: ['SG4007'],
    shows: [ecsGroup({ ClientToken: 'one' })],
  },
  {
    where: 'ClientToken',
    quote: 'ClientToken 只支持 ASCII 字符，且不能超过 64 个字符。',
    rules: ['SG1074'],
    shows: [ecsGroup({ ClientToken: long(65) }), ecsGroup({ ClientToken: '令牌' })],
  },
  textType('Description'),
  {
    where: 'Description',
    quote: '长度为2~256个英文或中文字符',
    rules: ['SG1025'],
    shows: [ecsGroup({ Description: 'a' }), ecsGroup({ Description: long(257) })],
  },
  urlSentence('Description', 'Description'),
  textType('OwnerAccount'),
  textType('ResourceGroupId'),
  textType('SecurityGroupName'),
  {
    where: 'SecurityGroupName',
    quote: '长度为2~128个英文或中文字符。',
    rules: ['SG1020'],
    shows: [ecsGroup({ SecurityGroupName: 'a' }), ecsGroup({ SecurityGroupName: long(129) })],
  },
  {
    where: 'SecurityGroupName',
    quote: '必须以大小字母或中文开头',
    rules: ['SG1021'],
    shows: [ecsGroup({ SecurityGroupName: '1st-tier' })],
  },
  urlSentence('SecurityGroupName', 'SecurityGroupName'),
  {
    where: 'SecurityGroupName',
    quote: '可以包含数字、半角冒号（:）、下划线（_）或者连字符（-）。',
    rules: ['SG1022', 'SG1027'],
    shows: [ecsGroup({ SecurityGroupName: 'web tier' }), ecsGroup({ SecurityGroupName: 'web.tier' })],
  },
  {
    where: 'Tag.N.Key',
    quote: 'n的取值范围为 1~20。',
    rules: ['SG1083'],
    shows: [ecsTags(...Array.from({ length: 21 }, (_, i) => ({ Key: `k${i}` })))],
  },
  {
    where: 'Tag.N.Key',
    quote: '一旦传入该值，则不允许为空字符串。',
    rules: ['SG1008'],
    shows: [ecsTags({ Key: '""' })],
  },
  { where: 'Tag.N.Key', quote: '最多支持64个字符', rules: ['SG1080'], shows: [ecsTags({ Key: long(65) })] },
  {
    where: 'Tag.N.Key',
    quote: '不能以aliyun、acs:、http:// 或者 https:// 开头。',
    rules: ['SG1081'],
    shows: ['aliyun', 'acs:x', 'http://x', 'https://x'].map((Key) => ecsTags({ Key })),
  },
  {
    where: 'Tag.N.Value',
    quote: '最多支持128个字符',
    rules: ['SG1080'],
    shows: [ecsTags({ Key: 'team', Value: long(129) })],
  },
  {
    where: 'Tag.N.Value',
    quote: '不能以aliyun、acs:、http:// 或者 https:// 开头。',
    rules: ['SG1081'],
    shows: ['aliyun', 'acs:x', 'http://x', 'https://x'].map((Value) => ecsTags({ Key: 'team', Value })),
  },
  {
    where: 'Tag.N.key',
    quote: '该参数即将被弃用，为提高兼容性，建议您尽量使用Tag.N.Key参数。',
    rules: ['SG1084'],
    shows: [ecsTags({ key: 'team' })],
  },
  {
    where: 'Tag.N.value',
    quote: '该参数即将被弃用，为提高兼容性，建议您尽量使用Tag.N.Value参数。',
    rules: ['SG1084'],
    shows: [ecsTags({ Key: 'team', value: 'web' })],
  },
  textType('VpcId'),
];

const authorizeSentences: readonly (EnforcedSentence | SentenceOutsideTheFile)[] = [
  {
    where: 'Permissions',
    quote: 'You can specify 1 to 100 security group rules in a request.',
    reason: 'The rules of a file are spread over as many requests as it takes.',
  },
  {
    where: 'Permissions.N.IpProtocol',
    quote: 'Valid values: TCP, UDP, ICMP, GRE, ALL; in some regions an IANA protocol number',
    rules: ['SG1030', 'SG1033', 'SG1005'],
    shows: [ecsRule({ IpProtocol: 'SCTP' }), ecsRule({ IpProtocol: '132' }), ecsRule({}, ['IpProtocol'])],
  },
  {
    where: 'Permissions.N.PortRange',
    quote: 'TCP or UDP: 1 to 65535, separated by a forward slash; ICMP, GRE, ALL: -1/-1',
    rules: ['SG1012', 'SG1017', 'SG1040', 'SG1041', 'SG1042'],
    shows: [
      ...['-1/-1', '80', '0/80', '1/65536', '200/1'].map((PortRange) => ecsRule({ PortRange })),
      ecsRule({ IpProtocol: 'all', PortRange: '80/80' }),
      ecsRule({}, ['PortRange']),
    ],
  },
  {
    where: 'Permissions.N.PortRangeListId',
    quote: 'ignored if PortRange is specified; only for TCP and UDP',
    rules: ['SG1018', 'SG1019'],
    shows: [
      ecsRule({ PortRangeListId: 'prl-example' }),
      ecsRule({ IpProtocol: 'ICMP', PortRangeListId: 'prl-example' }, ['PortRange']),
    ],
  },
  {
    where: 'Permissions.N.Priority',
    quote: '1 to 100',
    rules: ['SG1050'],
    shows: ['0', '101', '"101"'].map((Priority) => ecsRule({ Priority })),
  },
  {
    where: 'Permissions.N.Source…',
    quote:
      'You can specify one parameter from SourceCidrIp, Ipv6SourceCidrIp, SourcePrefixListId and SourceGroupId.',
    rules: ['SG1016', 'SG1017', 'SG1018', 'SG1062'],
    shows: [
      ecsRule({ DestGroupId: 'sg-example' }),
      ecsRule({}, ['SourceCidrIp']),
      ecsRule({ SourceGroupId: 'sg-example' }),
      ecsRule({ Ipv6SourceCidrIp: '"::/0"' }),
    ],
  },
  {
    where: 'Permissions.N.NicType',
    quote: 'For a security group of the VPC type, you must set NicType to intranet.',
    rules: ['SG1035'],
    shows: [ecsRule({ NicType: 'internet' })],
  },
  {
    where: 'Permissions.N.Description',
    quote: '1 to 512 characters in length',
    rules: ['SG1025', 'SG1008'],
    shows: [ecsRule({ Description: long(513) }), ecsRule({ Description: '""' })],
  },
  {
    where: 'Operation description',
    quote: 'You cannot reference security groups in the rules of advanced security groups.',
    rules: ['SG1072'],
    shows: [
      ecsRules([{ SourceGroupId: 'sg-example' }], ['SourceCidrIp'], { SecurityGroupType: 'enterprise' }),
    ],
  },
  {
    where: 'Operation description',
    quote: 'You can reference up to 20 security groups in the rules of each basic security group.',
    rules: ['SG1073'],
    shows: [ecsRules(manyEcsRules(21, { SourceGroupId: 'sg-example' }), ['SourceCidrIp'])],
  },
  {
    where: 'Operation description',
    quote: 'The total number of rules in each security group cannot exceed 200 (newer: 1,000 per interface).',
    rules: ['SG1070'],
    shows: [ecsRules(manyEcsRules(201))],
  },
];

export const ecsSentences = [...createSentences, ...authorizeSentences];
