/**
 * The error codes of the ENS references (CreateSecurityGroup and its siblings), all with HTTP status 400. The messages
 * are the documented sentences with the offending parameter filled in, as a path such as `Permissions[3].PortRange`,
 * whose index is zero-based.
 */
import type { ApiError } from '../api-error.ts';

/** The last member of a path: `PortRange` of `Permissions[3].PortRange`. */
function member(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace(/\[\d+\]$/, '');
}

function ensError(code: string, message: string, parameter: string): ApiError {
  return { status: 400, code, message, parameter };
}

/** `Invalid%s`: "The specified parameter %s is invalid." */
export function invalid(path: string): ApiError {
  return ensError(`Invalid${member(path)}`, `The specified parameter ${path} is invalid.`, path);
}

/** `Missing%s`: "You must specify the parameter %s." */
export function missing(path: string): ApiError {
  return ensError(`Missing${member(path)}`, `You must specify the parameter ${path}.`, path);
}

/** `InvalidParameter.PortRange`: "The parameter PortRange is not valid." */
export function invalidPortRange(path: string): ApiError {
  return ensError('InvalidParameter.PortRange', `The parameter ${path} is not valid.`, path);
}

/** `InvalidParameter.CidrIp`: "The parameter CidrIp is not valid." */
export function invalidCidrIp(path: string): ApiError {
  return ensError('InvalidParameter.CidrIp', `The parameter ${path} is not valid.`, path);
}

/** `…SourceIpConflict`: "The Parameters SourceCidrIp and Ipv6SourceCidrIp cannot be set at the same time." */
export function sourceIpConflict(path: string): ApiError {
  return ensError(
    'InvalidParameter.SourceIpConflict',
    `The Parameters SourceCidrIp and ${path} cannot be set at the same time.`,
    path,
  );
}

/** `…DestIpConflict`: "The Parameters DestCidrIp and Ipv6DestCidrIp cannot be set at the same time." */
export function destIpConflict(path: string): ApiError {
  return ensError(
    'InvalidParameter.DestIpConflict',
    `The Parameters DestCidrIp and ${path} cannot be set at the same time.`,
    path,
  );
}

/** "IPv6 address cannot be specified for IPv4-specific protocol." */
export function ipv4ProtocolConflict(path: string): ApiError {
  return ensError(
    'InvalidParameter.Ipv4ProtocolConflictWithIpv6Address',
    `IPv6 address cannot be specified for IPv4-specific protocol. See ${path}.`,
    path,
  );
}

/** "IPv4 address cannot be specified for IPv6-specific protocol." */
export function ipv6ProtocolConflict(path: string): ApiError {
  return ensError(
    'InvalidParameter.Ipv6ProtocolConflictWithIpv4Address',
    `IPv4 address cannot be specified for IPv6-specific protocol. See ${path}.`,
    path,
  );
}

/** `SecurityGroupRuleConflict.Duplicated`: "The SecurityGroup rule already exists." */
export function duplicated(path: string, firstPath: string): ApiError {
  return ensError(
    'SecurityGroupRuleConflict.Duplicated',
    `The SecurityGroup rule already exists. ${path} repeats ${firstPath}.`,
    path,
  );
}

/** `AuthorizationLimitExceed`: "The limit of authorization records in the security group reaches." */
export function tooManyRules(limit: number): ApiError {
  return ensError(
    'AuthorizationLimitExceed',
    `The limit of authorization records in the security group reaches. Permissions takes ${limit} at most.`,
    'Permissions',
  );
}

/** `QuotaExceed.SecurityGroup`: "The maximum number of security groups is reached." */
export const tooManyGroups: ApiError = {
  status: 400,
  code: 'QuotaExceed.SecurityGroup',
  message: 'The maximum number of security groups is reached.',
};

/** Of the other actions. `MissingParameter`: "The input parameter that is mandatory … is not supplied." */
export function missingMandatory(name: string): ApiError {
  return ensError(
    'MissingParameter',
    `The input parameter ${name} that is mandatory for processing this request is not supplied.`,
    name,
  );
}

/** Of the other actions. `InvalidParameter.%s`: "The specified field %s invalid. Please check it again." */
export function invalidField(name: string): ApiError {
  return ensError(
    `InvalidParameter.${name}`,
    `The specified field ${name} invalid. Please check it again.`,
    name,
  );
}

/** Of the other actions. `InvalidSecurityGroupId.NotFound`: "The specified SecurityGroupId does not exist." */
export const groupNotFound: ApiError = {
  status: 400,
  code: 'InvalidSecurityGroupId.NotFound',
  message: 'The specified SecurityGroupId does not exist.',
  parameter: 'SecurityGroupId',
};
