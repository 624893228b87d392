/**
 * Every sentence of the ENS document of CreateSecurityGroup that restricts a request, in the order of the document:
 * the parameters first, then the error codes. Each row quotes the sentence and names the rules that enforce it, with
 * definitions that violate it, or the reason why no file can show it. Data only; the test beside it holds the table
 * and the rules together.
 */
import { type Fields, group, long, rules, ruleWithout, tooManyRules } from './sentence-examples.ts';

interface Sentence {
  /** The parameter, the column "Required" or "Type" of it, or the error code. */
  readonly where: string;
  readonly quote: string;
}

export interface EnforcedSentence extends Sentence {
  readonly rules: readonly string[];
  /** YAML definitions that violate the sentence. */
  readonly shows: readonly string[];
}

export interface SentenceOutsideTheFile extends Sentence {
  readonly reason: string;
}

/** The sentences on ports, which the document repeats for the source ports. */
function portSentences(key: 'PortRange' | 'SourcePortRange'): EnforcedSentence[] {
  const portless = (protocol: string) => {
    const rest: Fields = key === 'PortRange' ? {} : { PortRange: '-1/-1' };
    return rules({ IpProtocol: protocol, ...rest, [key]: '22/22' });
  };
  return [
    {
      where: `Permissions.${key}`,
      quote: 'If you set the IpProtocol to TCP or UDP, the port range is 1 to 65535.',
      rules: ['SG1041', 'SG1012'],
      shows: [
        rules({ [key]: '0/65535' }),
        rules({ [key]: '65535/65536' }),
        rules({ IpProtocol: 'UDP', [key]: '-1/-1' }),
      ],
    },
    {
      where: `Permissions.${key}`,
      quote:
        'You must use a forward slash (/) to separate the start port and the end port, for example, 1/200.',
      rules: ['SG1040', 'SG1042'],
      shows: [rules({ [key]: '80' }), rules({ [key]: '1-200' }), rules({ [key]: '200/1' })],
    },
    {
      where: `Permissions.${key}`,
      quote: 'If you set the IpProtocol to ICMP, the port range is -1/-1.',
      rules: ['SG1012'],
      shows: [portless('ICMP')],
    },
    {
      where: `Permissions.${key}`,
      quote: 'If you set the IpProtocol to ALL, the port range is -1/-1.',
      rules: ['SG1012'],
      shows: [portless('ALL')],
    },
  ];
}

/** "string No" and its like: the columns "Type" and "Required" of a rule's parameter. */
function columns(key: string, quote: string, wrong: string, type: readonly string[]): EnforcedSentence {
  const required = quote.endsWith('Yes');
  return {
    where: `Permissions.${key}, Type and Required`,
    quote,
    rules: required ? [...type, 'SG1005'] : type,
    shows: [rules({ [key]: wrong }), ...(required ? [ruleWithout(key)] : [])],
  };
}

function textType(key: string): EnforcedSentence {
  return { where: `${key}, Type`, quote: 'string', rules: ['SG1007'], shows: [group(key, '12')] };
}

function addressSentence(key: string, quote: string): EnforcedSentence {
  return {
    where: `Permissions.${key}`,
    quote,
    rules: ['SG1060', 'SG1061'],
    shows: ['10.0.0.256', '10.0.0.0/33', '"2001:db8::/32"'].map((address) => rules({ [key]: address })),
  };
}

function urlSentence(where: string, definition: (url: string) => string): EnforcedSentence {
  return {
    where,
    quote: 'cannot start with http:// or https://',
    rules: ['SG1023'],
    shows: ['"http://a"', '"https://a"'].map(definition),
  };
}

const parameters: readonly EnforcedSentence[] = [
  textType('SecurityGroupName'),
  {
    where: 'SecurityGroupName',
    quote: 'The name must be 2 to 128 characters in length',
    rules: ['SG1020'],
    shows: [group('SecurityGroupName', 'a'), group('SecurityGroupName', long(129))],
  },
  {
    where: 'SecurityGroupName',
    quote: 'can contain digits, colons (:), underscores (_), and hyphens (-)',
    rules: ['SG1022'],
    shows: [group('SecurityGroupName', 'web.tier'), group('SecurityGroupName', 'web tier')],
  },
  {
    where: 'SecurityGroupName',
    quote: 'It must start with a letter',
    rules: ['SG1021', 'SG1024'],
    shows: [group('SecurityGroupName', '1st-tier'), group('SecurityGroupName', '前端')],
  },
  urlSentence('SecurityGroupName', (url) => group('SecurityGroupName', url)),
  textType('Description'),
  {
    where: 'Description',
    quote: 'The description must be 2 to 256 characters in length.',
    rules: ['SG1025'],
    shows: [group('Description', 'a'), group('Description', long(257))],
  },
  {
    where: 'Description',
    quote: 'It must start with a letter',
    rules: ['SG1026', 'SG1024'],
    shows: [group('Description', '1st tier'), group('Description', '前端')],
  },
  urlSentence('Description', (url) => group('Description', url)),
  {
    where: 'Permissions, Type',
    quote: 'array<object>',
    rules: ['SG1007'],
    shows: ['Permissions: none\n', 'Permissions:\n  - none\n'],
  },
  {
    where: 'Permissions',
    quote: 'Valid values of N: 0 to 200.',
    rules: ['SG1070'],
    shows: [tooManyRules],
  },
  columns('Direction', 'string Yes', '1', ['SG1007']),
  {
    where: 'Permissions.Direction',
    quote: 'Valid values: • egress: outbound • ingress: inbound',
    rules: ['SG1030', 'SG1031'],
    shows: [rules({ Direction: 'inbound' }), rules({ Direction: 'Ingress' })],
  },
  columns('IpProtocol', 'string Yes', '6', ['SG1007']),
  {
    where: 'Permissions.IpProtocol',
    quote: 'Valid values: • TCP • UDP • ICMP • ALL',
    rules: ['SG1030', 'SG1031', 'SG1032'],
    shows: [
      rules({ IpProtocol: 'SCTP' }),
      rules({ IpProtocol: 'tcp' }),
      rules({ IpProtocol: 'ICMPv6', PortRange: '-1/-1' }),
    ],
  },
  columns('PortRange', 'string Yes', 'true', ['SG1007']),
  ...portSentences('PortRange'),
  columns('SourcePortRange', 'string No', 'true', ['SG1007']),
  ...portSentences('SourcePortRange'),
  columns('Policy', 'string Yes', 'true', ['SG1007']),
  {
    where: 'Permissions.Policy',
    quote: 'Valid values: • Accept: allows access. • Drop: denies access.',
    rules: ['SG1030', 'SG1031'],
    shows: [rules({ Policy: 'Deny' }), rules({ Policy: 'drop' })],
  },
  columns('DestCidrIp', 'string No', '10', ['SG1007']),
  addressSentence(
    'DestCidrIp',
    'The destination IPv4 CIDR block. CIDR blocks and IPv4 addresses are supported.',
  ),
  columns('Description', 'string No', '12', ['SG1007']),
  {
    where: 'Permissions.Description',
    quote: 'The description must be 2 to 256 characters in length',
    rules: ['SG1025'],
    shows: [rules({ Description: 'a' }), rules({ Description: long(257) })],
  },
  urlSentence('Permissions.Description', (url) => rules({ Description: url })),
  columns('Priority', 'integer Yes', '"1"', ['SG1051']),
  {
    where: 'Permissions.Priority',
    quote: 'Valid values: 1 to 100.',
    rules: ['SG1050'],
    shows: [rules({ Priority: '0' }), rules({ Priority: '101' })],
  },
  columns('SourceCidrIp', 'string No', '10', ['SG1007']),
  addressSentence(
    'SourceCidrIp',
    'The source IPv4 CIDR block. CIDR blocks and IPv4 addresses are supported.',
  ),
  columns('Ipv6SourceCidrIp', 'string No', '10', ['SG1007']),
  columns('Ipv6DestCidrIp', 'string No', '10', ['SG1007']),
];

const account = 'It is about the account or the service, not about the definition.';

/** The error codes of ENS CreateSecurityGroup; `where` is the code. */
export const ensErrorCodes: readonly (EnforcedSentence | SentenceOutsideTheFile)[] = [
  { where: 'NoPermission', quote: 'Permission denied.', reason: account },
  { where: 'CallInterface', quote: 'An error occurred when you call the operation.', reason: account },
  { where: 'ens.interface.error', quote: 'Failed to call API.', reason: account },
  {
    where: 'Invalid%s',
    quote: 'The specified parameter %s is invalid.',
    rules: ['SG1007', 'SG1008', 'SG1030', 'SG1050'],
    shows: [
      rules({ Priority: '1.5' }),
      rules({ Description: '""' }),
      rules({ Policy: 'Deny' }),
      rules({ Priority: '0' }),
    ],
  },
  {
    where: 'Missing%s',
    quote: 'You must specify the parameter %s.',
    rules: ['SG1005', 'SG1006'],
    shows: [ruleWithout('Policy'), rules({ Policy: '' })],
  },
  {
    where: 'AuthorizationLimitExceed',
    quote: 'The number of security group rules exceeds the limit.',
    rules: ['SG1070'],
    shows: [tooManyRules],
  },
  {
    where: 'SecurityGroupRuleConflict.Duplicated',
    quote: 'The SecurityGroup rule already exists. duplicate security group rules.',
    rules: ['SG2001', 'SG2002'],
    shows: [rules({}, {}), rules({}, { Description: 'again' })],
  },
  {
    where: 'InvalidParameter.PortRange',
    quote: 'The port range is not configured correctly.',
    rules: ['SG1012', 'SG1040', 'SG1041', 'SG1042'],
    shows: ['-1/-1', '80', '0/1', '2/1'].map((PortRange) => rules({ PortRange })),
  },
  {
    where: 'InvalidParameter.CidrIp',
    quote: 'The security group rule CIDR block parameter is invalid.',
    rules: ['SG1060', 'SG1061'],
    shows: ['10.0.0.0/33', '"::1"'].map((SourceCidrIp) => rules({ SourceCidrIp })),
  },
  {
    where: 'QuotaExceed.SecurityGroup',
    quote: 'The number of security groups exceeds the quota limit.',
    reason: account,
  },
  {
    where: 'InvalidParameter.DestIpConflict',
    quote: 'Parameter DestCidrIp and Ipv6DestCidrIp cannot be set at the same time.',
    rules: ['SG1063'],
    shows: [rules({ DestCidrIp: '10.0.0.0/8', Ipv6DestCidrIp: '"::/0"' })],
  },
  {
    where: 'InvalidParameter.Ipv4ProtocolConflictWithIpv6Address',
    quote: 'The IPv4 protocol cannot specify an IPv6 address.',
    rules: ['SG1064'],
    shows: ['Ipv6SourceCidrIp', 'Ipv6DestCidrIp'].map((key) =>
      rules({ IpProtocol: 'ICMP', PortRange: '-1/-1', [key]: '"::/0"' }),
    ),
  },
  {
    where: 'InvalidParameter.Ipv6ProtocolConflictWithIpv4Address',
    quote: 'The IPv6 protocol cannot specify an IPv4 address.',
    rules: ['SG1065'],
    shows: ['SourceCidrIp', 'DestCidrIp'].map((key) =>
      rules({ IpProtocol: 'ICMPv6', PortRange: '-1/-1', [key]: '10.0.0.0/8' }),
    ),
  },
  {
    where: 'InvalidParameter.SourceIpConflict',
    quote: 'Parameter SourceCidrIp and Ipv6SourceCidrIp cannot be set at the same time.',
    rules: ['SG1062'],
    shows: [rules({ SourceCidrIp: '10.0.0.0/8', Ipv6SourceCidrIp: '"::/0"' })],
  },
];

export const restrictingSentences = [...parameters, ...ensErrorCodes];

/** SG1 rules that no sentence demands, with what demands them. */
export const otherSources: Readonly<Record<string, string>> = {
  SG1001: 'YAML 1.2 and RFC 8259: what is no YAML or JSON cannot be read.',
  SG1002: 'Our limit: beyond it a file is not read while somebody types.',
  SG1003: 'One of two values of a key would be lost.',
  SG1004: 'The document lists the parameters; what is none would not be sent.',
  SG1010: 'YAML 1.2: a plain value that ends in a colon is a key.',
  SG1011: 'What a tag of another tool says would be lost.',
  SG1013: 'RFC 8259: JSON has no trailing commas; ours is accepted with a warning.',
  SG1014: 'YAML 1.2: an alias needs an anchor before it.',
  SG1015: 'The document lists the parameters of ENS; one that only ECS has would not be sent.',
};
