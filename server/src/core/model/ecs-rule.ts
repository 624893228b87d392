/**
 * The shape of one item of `Permissions` of an ECS definition: the members of `Permissions.N` of
 * AuthorizeSecurityGroup and AuthorizeSecurityGroupEgress (2014-05-26), and `Direction`, which is ours and decides
 * between the two calls.
 */
import * as z from 'zod/mini';
import type { Text } from '../i18n/locale.ts';
import {
  accountIdFaults,
  ecsPortFaults,
  ecsPriorityFaults,
  ecsProtocolFaults,
  ecsProtocols,
} from './ecs-faults.ts';
import { anyCasePattern, flatField, keywordField, textField } from './field.ts';
import { addressFaults, portNumberFault } from './net-faults.ts';
import { ecsPortRangePattern, ipv4Pattern, ipv6Pattern } from './patterns.ts';
import { ecsRuleDescriptionFaults } from './text-faults.ts';
import { ecsAuthorizeSecurityGroupPage as source } from './vendor-pages.ts';

const optional = { source, required: false } as const;

function idField(example: string, en: string, zh: string) {
  const doc = { summary: { en, 'zh-cn': zh }, range: null, example, ...optional };
  return z.optional(textField(doc, () => []));
}

function addressField(family: 4 | 6, en: string, zh: string) {
  const range: Text = {
    en: `an IPv${family} address or CIDR block`,
    'zh-cn': `IPv${family} 地址或 CIDR 网段`,
  };
  const example = family === 4 ? '10.0.0.0/8' : '2001:db8::/32';
  const doc = { summary: { en, 'zh-cn': zh }, range, example, ...optional };
  const pattern = family === 4 ? ipv4Pattern : ipv6Pattern;
  return z.optional(textField(doc, (v) => addressFaults(v, family), { pattern }));
}

function portField(example: string, en: string, zh: string) {
  const doc = {
    summary: {
      en: `${en} TCP and UDP take \`from/to\` with ports from 1 to 65535; ICMP, ICMPv6, GRE and ALL take \`-1/-1\`.`,
      'zh-cn': `${zh}TCP 和 UDP 填写 \`起始端口/终止端口\`，取值范围为 1~65535；ICMP、ICMPv6、GRE 和 ALL 填写 \`-1/-1\`。`,
    },
    range: {
      en: '`1/65535` within TCP and UDP, otherwise `-1/-1`',
      'zh-cn': 'TCP、UDP 在 `1/65535` 以内，其他协议为 `-1/-1`',
    },
    example,
    ...optional,
    otherType: portNumberFault,
  };
  return z.optional(textField(doc, ecsPortFaults, { pattern: ecsPortRangePattern }));
}

function ownerId(key: string, en: string, zh: string) {
  const doc = { summary: { en, 'zh-cn': zh }, range: null, example: '1234567890123456', ...optional };
  const alternatives = [
    { type: 'integer', minimum: 0 },
    { type: 'string', pattern: '^[0-9]+$' },
  ];
  return z.optional(flatField(doc, 'integer', accountIdFaults(key), alternatives));
}

const direction = keywordField({
  summary: {
    en: 'Which traffic the rule is about. Ours, not sent: it decides between AuthorizeSecurityGroup and AuthorizeSecurityGroupEgress.',
    'zh-cn':
      '规则适用的流量方向。本工具的键，不会发送：它决定使用 AuthorizeSecurityGroup 还是 AuthorizeSecurityGroupEgress。',
  },
  range: null,
  example: 'ingress',
  source: null,
  required: true,
  values: [
    {
      value: 'ingress',
      doc: { en: 'Inbound: AuthorizeSecurityGroup.', 'zh-cn': '入方向：AuthorizeSecurityGroup。' },
    },
    {
      value: 'egress',
      doc: {
        en: 'Outbound: AuthorizeSecurityGroupEgress.',
        'zh-cn': '出方向：AuthorizeSecurityGroupEgress。',
      },
    },
  ],
});

const protocol = flatField(
  {
    summary: {
      en: 'The protocol, in any letter case. A few regions also take an IANA protocol number.',
      'zh-cn': '协议，不区分大小写。部分地域还可以填写 IANA 协议号。',
    },
    range: { en: 'one of the names, or a number from 0 to 255', 'zh-cn': '以上名称之一，或 0~255 的协议号' },
    example: 'TCP',
    source,
    required: true,
    values: [
      { value: 'TCP', doc: { en: 'Needs a port range.', 'zh-cn': '需要端口范围。' } },
      { value: 'UDP', doc: { en: 'Needs a port range.', 'zh-cn': '需要端口范围。' } },
      { value: 'ICMP', doc: { en: 'For IPv4.', 'zh-cn': '用于 IPv4。' } },
      {
        value: 'ICMPv6',
        doc: {
          en: 'For IPv6. Listed by RevokeSecurityGroup; the authorize documents leave it out.',
          'zh-cn': '用于 IPv6。RevokeSecurityGroup 文档列出，授权接口的文档未列出。',
        },
      },
      { value: 'GRE', doc: { en: 'Tunnels.', 'zh-cn': '隧道。' } },
      { value: 'ALL', doc: { en: 'Every protocol.', 'zh-cn': '所有协议。' } },
    ],
  },
  'string',
  ecsProtocolFaults,
  [
    { type: 'string', pattern: anyCasePattern(ecsProtocols) },
    { type: 'string', pattern: '^(?:[01]?[0-9]{1,2}|2[0-4][0-9]|25[0-5])$' },
    { type: 'integer', minimum: 0, maximum: 255 },
  ],
);

const policy = z.optional(
  keywordField(
    {
      summary: {
        en: 'What happens to traffic that matches, in any letter case. `accept` when left out.',
        'zh-cn': '对匹配流量的处理方式，不区分大小写。省略时为 `accept`。',
      },
      range: null,
      example: 'accept',
      ...optional,
      values: [
        { value: 'accept', doc: { en: 'The traffic is let through.', 'zh-cn': '允许访问。' } },
        {
          value: 'drop',
          doc: { en: 'The traffic is discarded without an answer.', 'zh-cn': '拒绝访问，不返回任何响应。' },
        },
      ],
    },
    { anyCase: true },
  ),
);

const priority = z.optional(
  flatField(
    {
      summary: {
        en: 'The place of the rule in the order: a smaller number is tried first, and of equal ones `drop`. 1 when left out.',
        'zh-cn': '规则的优先级：数字越小，优先级越高；优先级相同时 `drop` 优先。省略时为 1。',
      },
      range: { en: '1 to 100, as a number or as a text', 'zh-cn': '1~100，数字或文本均可' },
      example: '1',
      ...optional,
    },
    'integer',
    ecsPriorityFaults,
    [
      { type: 'integer', minimum: 1, maximum: 100 },
      { type: 'string', pattern: '^0*(?:100|[1-9][0-9]?)$' },
    ],
  ),
);

/** One item of `Permissions`. */
export const ecsRule = z.strictObject({
  Direction: direction,
  IpProtocol: protocol,
  PortRange: portField(
    '443/443',
    'The destination ports of the rule, in both directions.',
    '规则的目的端口范围，入方向和出方向均如此。',
  ),
  PortRangeListId: idField(
    'prl-2ze9743****',
    'A port list in place of `PortRange`, for TCP and UDP. Ignored where `PortRange` is given.',
    '端口列表 ID，代替 `PortRange`，仅用于 TCP 和 UDP。设置了 `PortRange` 时忽略。',
  ),
  SourcePortRange: portField(
    '1024/65535',
    'The source ports of the rule; rarely needed.',
    '规则的源端口范围，很少需要。',
  ),
  Policy: policy,
  Priority: priority,
  SourceCidrIp: addressField(
    4,
    'Where the traffic comes from. In an egress rule it narrows the own end.',
    '流量的来源。在出方向规则中，用于限定本端地址。',
  ),
  Ipv6SourceCidrIp: addressField(
    6,
    'Where the traffic comes from. Not together with `SourceCidrIp`.',
    '流量的来源。不能与 `SourceCidrIp` 同时设置。',
  ),
  SourceGroupId: idField(
    'sg-bp67acfmxazb4p****',
    'Ingress: the security group whose members may send. Ignored beside an address; not in enterprise groups.',
    '入方向：源端安全组 ID。设置了地址时忽略；企业安全组不支持。',
  ),
  SourcePrefixListId: idField(
    'pl-x1j1k5ykzqlixdcy****',
    'Ingress: a prefix list of sources. Ignored beside an address or a group.',
    '入方向：源端前缀列表 ID。设置了地址或安全组时忽略。',
  ),
  SourceGroupOwnerAccount: idField(
    'test@aliyun.com',
    'Ingress: the account that owns the source group, when it is another one.',
    '入方向：源端安全组所属的阿里云账号（跨账号时）。',
  ),
  SourceGroupOwnerId: ownerId(
    'SourceGroupOwnerId',
    'Ingress: the id of the account that owns the source group, when it is another one.',
    '入方向：源端安全组所属的阿里云账号 ID（跨账号时）。',
  ),
  DestCidrIp: addressField(
    4,
    'Where the traffic goes to. In an ingress rule it narrows the own end.',
    '流量的目的地。在入方向规则中，用于限定本端地址。',
  ),
  Ipv6DestCidrIp: addressField(
    6,
    'Where the traffic goes to. Not together with `DestCidrIp`.',
    '流量的目的地。不能与 `DestCidrIp` 同时设置。',
  ),
  DestGroupId: idField(
    'sg-bp67acfmxazb4p****',
    'Egress: the security group whose members may receive. Ignored beside an address; not in enterprise groups.',
    '出方向：目的端安全组 ID。设置了地址时忽略；企业安全组不支持。',
  ),
  DestPrefixListId: idField(
    'pl-x1j1k5ykzqlixdcy****',
    'Egress: a prefix list of destinations. Ignored beside an address or a group.',
    '出方向：目的端前缀列表 ID。设置了地址或安全组时忽略。',
  ),
  DestGroupOwnerAccount: idField(
    'test@aliyun.com',
    'Egress: the account that owns the destination group, when it is another one.',
    '出方向：目的端安全组所属的阿里云账号（跨账号时）。',
  ),
  DestGroupOwnerId: ownerId(
    'DestGroupOwnerId',
    'Egress: the id of the account that owns the destination group, when it is another one.',
    '出方向：目的端安全组所属的阿里云账号 ID（跨账号时）。',
  ),
  NicType: z.optional(
    keywordField({
      summary: {
        en: 'Which network interface the rule is about. Only the classic network has two; in a VPC it is `intranet`.',
        'zh-cn': '规则适用的网卡类型。只有经典网络有两种；VPC 中为 `intranet`。',
      },
      range: null,
      example: 'intranet',
      ...optional,
      values: [
        { value: 'internet', doc: { en: 'The public interface.', 'zh-cn': '公网网卡。' } },
        { value: 'intranet', doc: { en: 'The private interface.', 'zh-cn': '内网网卡。' } },
      ],
    }),
  ),
  Description: z.optional(
    textField(
      {
        summary: {
          en: 'Why the rule exists, for the people who read it later.',
          'zh-cn': '规则的描述，供后来阅读的人了解为什么需要这条规则。',
        },
        range: { en: '1 to 512 characters', 'zh-cn': '1~512 个字符' },
        example: 'HTTPS from the office',
        ...optional,
      },
      ecsRuleDescriptionFaults,
      { maxLength: 512 },
    ),
  ),
});
