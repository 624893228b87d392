/**
 * The shape of an ENS definition, once: what CreateSecurityGroup (2017-11-10) takes, with what people read about it.
 * Shape checks run these schemas; completion, hover and the JSON Schema read their metadata.
 */
import * as z from 'zod/mini';
import { integerField, keywordField, listField, textField } from './field.ts';
import {
  addressFaults,
  maxPriority,
  minPriority,
  portFaults,
  portNumberFault,
  priorityTextFault,
} from './net-faults.ts';
import { productField } from './own-fields.ts';
import { ipv4Pattern, ipv6Pattern, portRangePattern } from './patterns.ts';
import { descriptionFaults, ensGroupDescriptionFaults, ensNameFaults } from './text-faults.ts';
import { ensCreateSecurityGroupPage as source } from './vendor-pages.ts';

/** Most rules that one ENS group takes: "Valid values of N: 0 to 200". */
export const maxEnsRules = 200;

const portSummaryTail = {
  en: 'TCP and UDP take `from/to` with ports from 1 to 65535; ICMP and ALL take only `-1/-1`.',
  'zh-cn': 'TCP 和 UDP 填写 `起始端口/终止端口`，取值范围为 1~65535；ICMP 和 ALL 只能填写 `-1/-1`。',
};

const portRange = {
  en: 'TCP and UDP: within `1/65535`; other protocols: `-1/-1`',
  'zh-cn': 'TCP、UDP 在 `1/65535` 以内，其他协议为 `-1/-1`',
};

const cidr4 = { en: 'an IPv4 address or CIDR block', 'zh-cn': 'IPv4 地址或 CIDR 网段' };
const cidr6 = { en: 'an IPv6 address or CIDR block', 'zh-cn': 'IPv6 地址或 CIDR 网段' };

function ipv4Field(summary: { en: string; 'zh-cn': string }, excludes: string) {
  const doc = { summary, range: cidr4, example: '10.0.0.0/8', source, required: false, excludes };
  return textField(doc, (v) => addressFaults(v, 4), { pattern: ipv4Pattern });
}

function ipv6Field(summary: { en: string; 'zh-cn': string }, excludes: string) {
  const doc = { summary, range: cidr6, example: '2001:db8::/32', source, required: false, excludes };
  return textField(doc, (v) => addressFaults(v, 6), { pattern: ipv6Pattern });
}

/** One item of `Permissions`. */
export const ensRule = z.strictObject({
  Direction: keywordField({
    summary: {
      en: 'Which traffic the rule is about: what comes in to the instance or what leaves it.',
      'zh-cn': '规则适用的流量方向：进入实例，或离开实例。',
    },
    range: null,
    example: 'ingress',
    source,
    required: true,
    values: [
      {
        value: 'ingress',
        doc: { en: 'Inbound: traffic to the instance.', 'zh-cn': '入方向：进入实例的流量。' },
      },
      {
        value: 'egress',
        doc: { en: 'Outbound: traffic from the instance.', 'zh-cn': '出方向：离开实例的流量。' },
      },
    ],
  }),
  IpProtocol: keywordField(
    {
      summary: {
        en: 'The transport layer protocol that the rule is about.',
        'zh-cn': '规则适用的传输层协议。',
      },
      range: null,
      example: 'TCP',
      source,
      required: true,
      values: [
        {
          value: 'TCP',
          doc: { en: 'Needs a port range such as `443/443`.', 'zh-cn': '需要端口范围，如 `443/443`。' },
        },
        {
          value: 'UDP',
          doc: { en: 'Needs a port range such as `53/53`.', 'zh-cn': '需要端口范围，如 `53/53`。' },
        },
        {
          value: 'ICMP',
          doc: { en: 'For IPv4; the port range is `-1/-1`.', 'zh-cn': '用于 IPv4，端口为 `-1/-1`。' },
        },
        {
          value: 'ALL',
          doc: { en: 'Every protocol; the port range is `-1/-1`.', 'zh-cn': '所有协议，端口为 `-1/-1`。' },
        },
      ],
    },
    // CreateSecurityGroupPermissions lists ICMPv6, AuthorizeSecurityGroup lists gre; the create call lists neither.
    { otherCalls: ['ICMPv6', 'GRE'] },
  ),
  PortRange: textField(
    {
      summary: {
        en: `The destination ports of the rule. ${portSummaryTail.en}`,
        'zh-cn': `规则的目的端口范围。${portSummaryTail['zh-cn']}`,
      },
      range: portRange,
      example: '443/443',
      source,
      required: true,
      otherType: portNumberFault,
    },
    portFaults,
    { pattern: portRangePattern },
  ),
  SourcePortRange: z.optional(
    textField(
      {
        summary: {
          en: `The source ports of the rule; rarely needed, because clients choose theirs at random. ${portSummaryTail.en}`,
          'zh-cn': `规则的源端口范围。客户端通常使用随机的源端口，因此很少需要填写。${portSummaryTail['zh-cn']}`,
        },
        range: portRange,
        example: '1024/65535',
        source,
        required: false,
        otherType: portNumberFault,
      },
      portFaults,
      { pattern: portRangePattern },
    ),
  ),
  Policy: keywordField({
    summary: { en: 'What happens to traffic that matches.', 'zh-cn': '对匹配流量的处理方式。' },
    range: null,
    example: 'Accept',
    source,
    required: true,
    values: [
      { value: 'Accept', doc: { en: 'The traffic is let through.', 'zh-cn': '允许访问。' } },
      {
        value: 'Drop',
        doc: { en: 'The traffic is discarded without an answer.', 'zh-cn': '拒绝访问，不返回任何响应。' },
      },
    ],
  }),
  Priority: integerField(
    {
      summary: {
        en: 'The place of the rule in the order: a smaller number is tried first.',
        'zh-cn': '规则的优先级：数字越小，优先级越高，越先匹配。',
      },
      range: { en: 'an integer from 1 to 100', 'zh-cn': '1~100 的整数' },
      example: '1',
      source,
      required: true,
      otherType: priorityTextFault,
    },
    minPriority,
    maxPriority,
    'priority-range',
  ),
  SourceCidrIp: z.optional(
    ipv4Field(
      {
        en: 'Where the traffic comes from, as an IPv4 address or CIDR block.',
        'zh-cn': '流量的来源：IPv4 地址或 CIDR 网段。',
      },
      'Ipv6SourceCidrIp',
    ),
  ),
  Ipv6SourceCidrIp: z.optional(
    ipv6Field(
      {
        en: 'Where the traffic comes from, as an IPv6 address or CIDR block. Not together with `SourceCidrIp`.',
        'zh-cn': '流量的来源：IPv6 地址或 CIDR 网段。不能与 `SourceCidrIp` 同时设置。',
      },
      'SourceCidrIp',
    ),
  ),
  DestCidrIp: z.optional(
    ipv4Field(
      {
        en: 'Where the traffic goes to, as an IPv4 address or CIDR block.',
        'zh-cn': '流量的目的地：IPv4 地址或 CIDR 网段。',
      },
      'Ipv6DestCidrIp',
    ),
  ),
  Ipv6DestCidrIp: z.optional(
    ipv6Field(
      {
        en: 'Where the traffic goes to, as an IPv6 address or CIDR block. Not together with `DestCidrIp`.',
        'zh-cn': '流量的目的地：IPv6 地址或 CIDR 网段。不能与 `DestCidrIp` 同时设置。',
      },
      'DestCidrIp',
    ),
  ),
  Description: z.optional(
    textField(
      {
        summary: {
          en: 'Why the rule exists, for the people who read it later.',
          'zh-cn': '规则的描述，供后来阅读的人了解为什么需要这条规则。',
        },
        range: {
          en: '2 to 256 characters; cannot start with `http://` or `https://`',
          'zh-cn': '2~256 个字符；不能以 `http://` 或 `https://` 开头',
        },
        example: 'HTTPS from the office',
        source,
        required: false,
      },
      descriptionFaults,
      { minLength: 2, maxLength: 256, pattern: '^(?!https?://)' },
    ),
  ),
});

/** The keys of a group. `Product`, `$schema` and `x-…` are ours and never sent. */
export const ensGroup = z.strictObject({
  Product: z.optional(productField),
  SecurityGroupName: z.optional(
    textField(
      {
        summary: {
          en: 'The name of the security group. Names need not be unique.',
          'zh-cn': '安全组名称。名称可以重复。',
        },
        range: {
          en: '2 to 128 characters: letters, digits, `:`, `_`, `-`; a letter first; not `http://` or `https://`',
          'zh-cn': '2~128 个字符：字母、数字、`:`、`_`、`-`；以字母开头；不能以 `http://` 或 `https://` 开头',
        },
        example: 'Dcdn1:2_3-4',
        source,
        required: false,
      },
      ensNameFaults,
      { minLength: 2, maxLength: 128, pattern: '^(?!https?://)\\p{L}[\\p{L}0-9:_-]*$' },
    ),
  ),
  Description: z.optional(
    textField(
      {
        summary: { en: 'What the security group is for.', 'zh-cn': '安全组的描述，说明它的用途。' },
        range: {
          en: '2 to 256 characters; a letter first; not `http://` or `https://`',
          'zh-cn': '2~256 个字符；必须以字母开头；不能以 `http://` 或 `https://` 开头',
        },
        example: 'Public web tier of the Hangzhou edge nodes',
        source,
        required: false,
      },
      ensGroupDescriptionFaults,
      { minLength: 2, maxLength: 256, pattern: '^(?!https?://)\\p{L}' },
    ),
  ),
  Permissions: z.optional(
    listField(
      {
        summary: {
          en: 'The rules of the group. They are tried from the smallest `Priority`; the first that matches decides.',
          'zh-cn': '安全组规则。按 `Priority` 从小到大依次匹配，以第一条匹配的规则为准。',
        },
        range: { en: '0 to 200 rules', 'zh-cn': '0~200 条规则' },
        example: '- Direction: ingress',
        source,
        required: false,
      },
      {},
    ),
  ),
});
