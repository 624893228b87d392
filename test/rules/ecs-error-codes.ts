/**
 * Every documented error code of CreateSecurityGroup, AuthorizeSecurityGroup and AuthorizeSecurityGroupEgress of ECS:
 * the rules that report it beforehand, with definitions that would be refused, or the reason why no file can show it.
 * Data only. `docs/error-codes.md` says the same to people; a test holds the two together.
 */
import { ecsGroup, ecsGroupWithout, ecsRule, ecsRules, ecsTags, manyEcsRules } from './ecs-examples.ts';
import type { EnforcedSentence, SentenceOutsideTheFile } from './restricting-sentences.ts';
import { long } from './sentence-examples.ts';

type Row = EnforcedSentence | SentenceOutsideTheFile;

/** A code that rules report; each definition violates what the code is about. */
const known = (where: string, quote: string, rules: readonly string[], shows: readonly string[]): Row => ({
  where,
  quote,
  rules,
  shows,
});
/** A code that is about something outside the file. */
const outside = (where: string, reason: string): Row => ({ where, quote: 'see docs/error-codes.md', reason });

const account = 'It is about the account or the service, not about the definition.';
const elsewhere = 'Whether what an id names exists, and of what kind it is, only the cloud knows.';
const state = 'It is about what the cloud has, or is doing, at that moment.';
const group = 'The file names no group id: the rules go to the group that was just created.';

const create: readonly Row[] = [
  known(
    'InvalidDescription.Malformed',
    'the description of the group',
    ['SG1023', 'SG1025'],
    [ecsGroup({ Description: '"http://a"' }), ecsGroup({ Description: 'a' })],
  ),
  known(
    'InvalidSecurityGroupDiscription.Malformed',
    'a description',
    ['SG1025'],
    [ecsGroup({ Description: long(257) }), ecsRule({ Description: long(513) })],
  ),
  outside('IncorrectVpcStatus', state),
  known(
    'InvalidTagKey.Malformed',
    'Specified tag key is not valid.',
    ['SG1005', 'SG1008', 'SG1080', 'SG1081'],
    [
      ecsTags({ Value: 'web' }),
      ecsTags({ Key: '""' }),
      ecsTags({ Key: long(129) }),
      ecsTags({ Key: 'acs:x' }),
    ],
  ),
  known(
    'InvalidTagValue.Malformed',
    'Specified tag value is not valid.',
    ['SG1080', 'SG1081'],
    [ecsTags({ Key: 'team', Value: long(129) }), ecsTags({ Key: 'team', Value: 'acs:x' })],
  ),
  known('Duplicate.TagKey', 'duplicate tag keys', ['SG1082'], [ecsTags({ Key: 'team' }, { Key: 'team' })]),
  known(
    'InvalidParams.GroupType',
    'the type of the group',
    ['SG1030'],
    [ecsGroup({ SecurityGroupType: 'basic' })],
  ),
  known(
    'InvalidParams.VpcIdGroupType',
    'an enterprise group without a VPC',
    ['SG1071'],
    [ecsGroupWithout('VpcId', { SecurityGroupType: 'enterprise' })],
  ),
  known(
    'InvalidSecurityGroupName.Malformed',
    'the name of the group',
    ['SG1020', 'SG1021', 'SG1022', 'SG1023'],
    [...['a', '1ab', 'a b', '"http://ab"'].map((SecurityGroupName) => ecsGroup({ SecurityGroupName }))],
  ),
  outside('QuotaExceed.SecurityGroup', account),
  known(
    'InvalidVpcId.NotFound',
    'vpc id must not empty when only support vpc vm.',
    ['SG1071'],
    [ecsGroupWithout('VpcId')],
  ),
  outside('IdempotentProcessing', state),
  known(
    'QuotaExceed.Tags',
    'too many tags',
    ['SG1083'],
    [ecsTags(...Array.from({ length: 21 }, (_, i) => ({ Key: `k${i}` })))],
  ),
  outside('InvalidOperation.ResourceManagedByCloudProduct', account),
  known(
    'InvalidRegionId.NotFound',
    'the region does not exist',
    ['SG1034'],
    [ecsGroup({ RegionId: 'cn-hangzou' })],
  ),
  outside('InvalidResourceGroup.NotFound', elsewhere),
  outside('InternalError', account),
  outside('ServiceUnavailable', account),
];

const addresses = (key: string, rest: Readonly<Record<string, string>> = {}) =>
  ['10.0.0.0/33', '"2001:db8::g"'].map((address) => ecsRule({ ...rest, [key]: address }));

const authorize: readonly Row[] = [
  known(
    'OperationDenied',
    'IpProtocol does not exist or does not match PortRange',
    ['SG1012', 'SG1030'],
    [ecsRule({ IpProtocol: 'ICMP' }), ecsRule({ IpProtocol: 'SCTP' })],
  ),
  known(
    'InvalidIpProtocol.Malformed',
    'the protocol',
    ['SG1007', 'SG1030'],
    [ecsRule({ IpProtocol: 'true' }), ecsRule({ IpProtocol: '256' })],
  ),
  known(
    'InvalidIpProtocol.ValueNotSupported',
    'case insensitive TCP, UDP, ICMP, GRE or All',
    ['SG1030', 'SG1033'],
    [ecsRule({ IpProtocol: 'SCTP' }), ecsRule({ IpProtocol: '132' })],
  ),
  known('InvalidSourceCidrIp.Malformed', 'the source address', ['SG1060'], addresses('SourceCidrIp')),
  known('InvalidDestCidrIp.Malformed', 'the destination address', ['SG1060'], addresses('DestCidrIp')),
  known('InvalidPolicy.Malformed', 'the policy', ['SG1030'], [ecsRule({ Policy: 'deny' })]),
  known(
    'InvalidNicType.ValueNotSupported',
    'the kind of interface',
    ['SG1030'],
    [ecsRule({ NicType: 'public' })],
  ),
  known(
    'InvalidNicType.Mismatch',
    'the kind of interface in a VPC',
    ['SG1035'],
    [ecsRule({ NicType: 'internet' })],
  ),
  outside('InvalidSourceGroupId.Mismatch', elsewhere),
  outside('InvalidDestGroupId.Mismatch', elsewhere),
  outside('InvalidSourceGroupId.NotFound', elsewhere),
  outside('InvalidDestGroupId.NotFound', elsewhere),
  known(
    'InvalidPriority.Malformed',
    'The parameter Priority is invalid.',
    ['SG1007'],
    [ecsRule({ Priority: 'high' })],
  ),
  known(
    'InvalidPriority.ValueNotSupported',
    'The parameter Priority is invalid.',
    ['SG1050'],
    [ecsRule({ Priority: '0' }), ecsRule({ Priority: '"101"' })],
  ),
  known(
    'MissingParameter.Source',
    'One of the parameters must be specified.',
    ['SG1017'],
    [ecsRule({}, ['SourceCidrIp'])],
  ),
  known(
    'MissingParameter.Dest',
    'One of the parameters must be specified.',
    ['SG1017'],
    [ecsRule({ Direction: 'egress' })],
  ),
  known(
    'InvalidParam.PortRange',
    'two integers less than 65535 in ?/? format',
    ['SG1040', 'SG1041', 'SG1042'],
    [...['80', '1/65536', '200/1'].map((PortRange) => ecsRule({ PortRange }))],
  ),
  known(
    'InvalidPortRange.Malformed',
    'PortRange must set.',
    ['SG1017', 'SG1040'],
    [ecsRule({}, ['PortRange']), ecsRule({ PortRange: 'http' })],
  ),
  known(
    'InvalidSourcePortRange.Malformed',
    'the source ports',
    ['SG1040'],
    [ecsRule({ SourcePortRange: 'http' })],
  ),
  known(
    'InvalidParamter.Conflict',
    'SourceCidrIp should be different from the DestCidrIp',
    ['SG1067'],
    [ecsRule({ DestCidrIp: '10.0.0.0/8' })],
  ),
  known(
    'InvalidParameter.Conflict',
    'IPv6 and IPv4 addresses cannot exist at the same time.',
    ['SG1066'],
    [ecsRule({ Ipv6DestCidrIp: '"::/0"' })],
  ),
  known(
    'InvalidParam.SourceIp',
    'cannot be set at the same time',
    ['SG1062'],
    [ecsRule({ Ipv6SourceCidrIp: '"::/0"' })],
  ),
  known(
    'InvalidParam.DestIp',
    'cannot be set at the same time',
    ['SG1063'],
    [ecsRule({ DestCidrIp: '10.0.0.1', Ipv6DestCidrIp: '"::/0"' })],
  ),
  known(
    'InvalidParam.SourceCidrIp',
    'the source address',
    ['SG1060', 'SG1061'],
    [...addresses('SourceCidrIp'), ecsRule({ SourceCidrIp: '"::1"' })],
  ),
  known(
    'InvalidParam.DestCidrIp',
    'the destination address',
    ['SG1060', 'SG1061'],
    [...addresses('DestCidrIp'), ecsRule({ DestCidrIp: '"::1"' })],
  ),
  known(
    'InvalidParam.Ipv6SourceCidrIp',
    'the source address',
    ['SG1060'],
    [ecsRule({ Ipv6SourceCidrIp: '":::"' })],
  ),
  known(
    'InvalidParam.Ipv6DestCidrIp',
    'the destination address',
    ['SG1060'],
    [ecsRule({ Ipv6DestCidrIp: '":::"' })],
  ),
  known(
    'InvalidParameter.Ipv6CidrIp',
    'an IPv6 address',
    ['SG1060'],
    [ecsRule({ Ipv6SourceCidrIp: '":::"' })],
  ),
  known('ILLEGAL_IPV6_CIDR', 'an IPv6 address', ['SG1060'], [ecsRule({ Ipv6SourceCidrIp: '"::/129"' })]),
  known(
    'InvalidParam.Ipv4ProtocolConflictWithIpv6Address',
    'IPv6 with an IPv4 protocol',
    ['SG1064'],
    [ecsRule({ IpProtocol: 'icmp', PortRange: '-1/-1', Ipv6SourceCidrIp: '"::/0"' }, ['SourceCidrIp'])],
  ),
  known(
    'InvalidParam.Ipv6ProtocolConflictWithIpv4Address',
    'IPv4 with an IPv6 protocol',
    ['SG1065'],
    [ecsRule({ IpProtocol: 'icmpv6', PortRange: '-1/-1' })],
  ),
  outside('InvalidParam.PrefixListAddressFamilyMismatch', elsewhere),
  outside('NotSupported.ClassicNetworkPrefixList', elsewhere),
  outside('NotSupported.GrayFunction', account),
  known(
    'AuthorizedGroupRule.LimitExceed',
    'too many rules that name a group',
    ['SG1073'],
    [ecsRules(manyEcsRules(21, { SourceGroupId: 'sg-example' }), ['SourceCidrIp'])],
  ),
  outside(
    'InvalidParam.Permissions',
    'It is about old parameters of the call, which a definition does not have.',
  ),
  known(
    'InvalidParam.DuplicatePermissions',
    'There are duplicate permissions.',
    ['SG2001', 'SG2002'],
    [ecsRules([{}, {}]), ecsRules([{}, { Policy: 'Accept', Priority: '"1"', Description: 'again' }])],
  ),
  known(
    'InvalidGroupParameter.OperationDenied',
    'references in enterprise groups',
    ['SG1072'],
    [ecsRules([{ SourceGroupId: 'sg-example' }], ['SourceCidrIp'], { SecurityGroupType: 'enterprise' })],
  ),
  outside('InvalidGroupAuthParameter.OperationDenied', elsewhere),
  known(
    'InvalidParam.ProtocolNotSupportPortRangeList',
    'a port list without ports',
    ['SG1019'],
    [ecsRule({ IpProtocol: 'ICMP', PortRangeListId: 'prl-example' }, ['PortRange'])],
  ),
  outside('InvalidPortRangeListId.NotFound', elsewhere),
  outside('InvalidGressFlow.Malformed', account),
  outside('InvalidOperation.SecurityGroupNotAuthorized', account),
  known(
    'AuthorizationLimitExceed',
    'The limit of authorization records is reached.',
    ['SG1070'],
    [ecsRules(manyEcsRules(201))],
  ),
  known(
    'MissingParameter',
    'a required parameter',
    ['SG1005', 'SG1006'],
    [ecsRule({}, ['IpProtocol']), ecsRule({ SourceCidrIp: '' })],
  ),
  outside('InvalidNetworkType.Mismatch', elsewhere),
  outside('InvalidNetworkType.Conflict', elsewhere),
  outside('InvalidSecurityGroup.IsSame', group),
  outside('InvalidSecurityGroupId.Malformed', group),
  outside('InvalidSecurityGroupId.NotFound', group),
  outside('LimitExceed.PrefixListAssociationResource', account),
  outside('InvalidPrefixListId.NotFound', elsewhere),
];

export const ecsErrorCodes: readonly Row[] = [...create, ...authorize];

/** The same by call, for the page. */
export const ecsErrorCodesByCall = { create, authorize };
