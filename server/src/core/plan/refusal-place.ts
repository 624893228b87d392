/**
 * Finds the place in the text that a refusal of the cloud is about: from the parameter that the code or the message
 * names. What names none is about the group as a whole.
 */
import type { CloudRefusal, Plan } from './plan.ts';

/** Parameters that the documented codes of CreateSecurityGroup mean, where the code does not spell them out. */
const parametersOfCode: Readonly<Record<string, readonly string[]>> = {
  'InvalidParameter.PortRange': ['PortRange', 'SourcePortRange'],
  'InvalidParameter.CidrIp': ['SourceCidrIp', 'DestCidrIp', 'Ipv6SourceCidrIp', 'Ipv6DestCidrIp'],
  'InvalidParameter.DestIpConflict': ['Ipv6DestCidrIp'],
  'InvalidParameter.SourceIpConflict': ['Ipv6SourceCidrIp'],
  'InvalidParameter.Ipv4ProtocolConflictWithIpv6Address': ['Ipv6SourceCidrIp', 'Ipv6DestCidrIp'],
  'InvalidParameter.Ipv6ProtocolConflictWithIpv4Address': ['SourceCidrIp', 'DestCidrIp'],
  'SecurityGroupRuleConflict.Duplicated': [],
  AuthorizationLimitExceed: [],
};

/** The path in `plan.sources` that a refusal is about; the empty path for the group as a whole. */
export function refusalPath(plan: Plan, refusal: CloudRefusal): string {
  const spelled = /Permissions(?:\[(\d+)\]|\.(\d+))(?:\.(\w+))?/.exec(refusal.message);
  if (spelled !== null) {
    const rule = `Permissions[${spelled[1] ?? spelled[2]}]`;
    const path = spelled[3] === undefined ? rule : `${rule}.${spelled[3]}`;
    if (path in plan.sources) return path;
    if (rule in plan.sources) return rule;
  }
  const named = parametersOfCode[refusal.code] ?? parameterIn(refusal.code);
  if (named === null) return '';
  for (const parameter of named) if (parameter in plan.sources) return parameter;
  return onlyRuleWith(plan, named) ?? ('Permissions' in plan.sources ? 'Permissions' : '');
}

/** `InvalidSecurityGroupName` and `MissingPriority` name their parameter; `InvalidParameter` alone names none. */
function parameterIn(code: string): readonly string[] | null {
  const name = /^(?:Invalid|Missing)(?:Parameter\.)?([A-Z]\w*)$/.exec(code)?.[1];
  return name === undefined || name === 'Parameter' || name.startsWith('AccessKey') || name === 'TimeStamp'
    ? null
    : [name];
}

/** The one place where any of the parameters stands in a rule; null when there are several or none. */
function onlyRuleWith(plan: Plan, parameters: readonly string[]): string | null {
  const paths = Object.keys(plan.sources).filter((path) => parameters.some((p) => path.endsWith(`].${p}`)));
  return paths.length === 1 ? (paths[0] ?? null) : null;
}
