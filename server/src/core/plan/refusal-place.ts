/**
 * Finds the place in the text that a refusal of the cloud is about: from the parameter that the code or the message
 * names. What names none is about the group as a whole.
 */
import { ensShapes } from '../model/shapes.ts';
import type { CloudRefusal, Plan } from './plan.ts';

/** Parameters that the documented codes of CreateSecurityGroup mean, where the code does not spell them out. */
const parametersOfCode: ReadonlyMap<string, readonly string[]> = new Map([
  ['InvalidParameter.PortRange', ['PortRange', 'SourcePortRange']],
  ['InvalidParameter.CidrIp', ['SourceCidrIp', 'DestCidrIp', 'Ipv6SourceCidrIp', 'Ipv6DestCidrIp']],
  ['InvalidParameter.DestIpConflict', ['Ipv6DestCidrIp']],
  ['InvalidParameter.SourceIpConflict', ['Ipv6SourceCidrIp']],
  ['InvalidParameter.Ipv4ProtocolConflictWithIpv6Address', ['Ipv6SourceCidrIp', 'Ipv6DestCidrIp']],
  ['InvalidParameter.Ipv6ProtocolConflictWithIpv4Address', ['SourceCidrIp', 'DestCidrIp']],
  ['SecurityGroupRuleConflict.Duplicated', []],
  ['AuthorizationLimitExceed', []],
]);

/** The parameter that must stand in the same rule for the code to be about it. */
const togetherWith: ReadonlyMap<string, string> = new Map([
  ['InvalidParameter.DestIpConflict', 'DestCidrIp'],
  ['InvalidParameter.SourceIpConflict', 'SourceCidrIp'],
]);

/** The path in `plan.sources` that a refusal is about; the empty path for the group as a whole. */
export function refusalPath(plan: Plan, refusal: CloudRefusal): string {
  const spelled = /Permissions(?:\[(\d+)\]|\.(\d+))(?:\.(\w+))?/.exec(refusal.message);
  if (spelled !== null) {
    const rule = `Permissions[${spelled[1] ?? spelled[2]}]`;
    const path = spelled[3] === undefined ? rule : `${rule}.${spelled[3]}`;
    if (Object.hasOwn(plan.sources, path)) return path;
    if (Object.hasOwn(plan.sources, rule)) return rule;
  }
  const named = parametersOfCode.get(refusal.code) ?? parameterIn(refusal.code);
  if (named === null) return '';
  for (const parameter of named) if (Object.hasOwn(plan.sources, parameter)) return parameter;
  // What only a group has, and this one does not, stands in no rule either.
  const inRules = named.length === 0 || named.some((name) => ensShapes.rule.fields.has(name));
  if (!inRules) return '';
  const found = onlyRuleWith(plan, named, togetherWith.get(refusal.code));
  return found ?? (Object.hasOwn(plan.sources, 'Permissions') ? 'Permissions' : '');
}

/** `InvalidSecurityGroupName` and `MissingPriority` name their parameter; `InvalidParameter` alone names none. */
function parameterIn(code: string): readonly string[] | null {
  const name = /^(?:Invalid|Missing)(?:Parameter\.)?([A-Z]\w*)$/.exec(code)?.[1];
  return name === undefined || name === 'Parameter' || name.startsWith('AccessKey') || name === 'TimeStamp'
    ? null
    : [name];
}

/** The one place where any of the parameters stands in a rule; null when there are several or none. */
function onlyRuleWith(plan: Plan, parameters: readonly string[], other: string | undefined): string | null {
  const paths = Object.keys(plan.sources).filter((path) => {
    const [rule, name = ''] = path.split('.');
    if (!path.startsWith('Permissions[') || !parameters.includes(name)) return false;
    return other === undefined || Object.hasOwn(plan.sources, `${rule}.${other}`);
  });
  return paths.length === 1 ? (paths[0] ?? null) : null;
}
