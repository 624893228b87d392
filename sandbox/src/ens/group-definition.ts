/**
 * Reads the parameters of CreateSecurityGroup into a group to create, or says what the reference has against them. The
 * order: SecurityGroupName, Description, Permissions as JSON, the number of rules, every rule from the first to the
 * last (`rule-checks.ts`), then repeated rules.
 */
import { type Result, refusal, success } from '../api-error.ts';
import { duplicated, invalid, tooManyRules } from './errors.ts';
import { PERMISSION_MEMBERS, type Permission, permissionKey } from './permission.ts';
import { checkRule, type RawRule } from './rule-checks.ts';
import { isGroupDescription, isGroupName } from './texts.ts';

/** "The rules of the security group. Valid values of N: 0 to 200." */
const MAX_RULES = 200;

/** How many ignored names are worth noting. */
const MAX_IGNORED = 50;

export interface GroupDefinition {
  /** Empty when not given: "By default, this parameter is empty." */
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
  /** Paths of rule members that no document knows. They are left out without an error, as a gateway does. */
  readonly ignored: readonly string[];
}

/** Checks and reads the parameters of one CreateSecurityGroup call. An empty string is no valid value of any of them. */
export function readGroupDefinition(parameters: ReadonlyMap<string, string>): Result<GroupDefinition> {
  const name = parameters.get('SecurityGroupName');
  if (name !== undefined && !isGroupName(name)) return refusal(invalid('SecurityGroupName'));
  const description = parameters.get('Description');
  if (description !== undefined && !isGroupDescription(description)) return refusal(invalid('Description'));
  const ignored: string[] = [];
  const permissions = readPermissions(parameters.get('Permissions'), ignored);
  if (!permissions.ok) return permissions;
  return success({
    name: name ?? '',
    description: description ?? '',
    permissions: permissions.value,
    ignored,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is RawRule {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Permissions` is one JSON text: an array of objects. Anything else is `InvalidPermissions`. */
function readPermissions(json: string | undefined, ignored: string[]): Result<readonly Permission[]> {
  if (json === undefined) return success([]);
  const rules = parseJson(json);
  if (!Array.isArray(rules)) return refusal(invalid('Permissions'));
  if (rules.length > MAX_RULES) return refusal(tooManyRules(MAX_RULES));
  const permissions: Permission[] = [];
  for (const [index, rule] of rules.entries()) {
    const path = `Permissions[${index}]`;
    if (!isObject(rule)) return refusal(invalid(path));
    const violation = checkRule(rule, path);
    if (violation) return refusal(violation);
    permissions.push(toPermission(rule));
    noteUnknown(rule, path, ignored);
  }
  return withoutDuplicates(permissions);
}

function withoutDuplicates(permissions: readonly Permission[]): Result<readonly Permission[]> {
  const first = new Map<string, number>();
  for (const [index, permission] of permissions.entries()) {
    const key = permissionKey(permission);
    const earlier = first.get(key);
    if (earlier !== undefined) {
      return refusal(duplicated(`Permissions[${index}]`, `Permissions[${earlier}]`));
    }
    first.set(key, index);
  }
  return success(permissions);
}

function noteUnknown(rule: RawRule, path: string, ignored: string[]): void {
  const known: readonly string[] = PERMISSION_MEMBERS;
  for (const member of Object.keys(rule)) {
    if (!known.includes(member) && ignored.length < MAX_IGNORED) {
      ignored.push(`${path}.${member.slice(0, 100)}`);
    }
  }
}

/** A rule that has passed `checkRule`: its known members, with the types that the checks have made sure of. */
function toPermission(rule: RawRule): Permission {
  const optional = (member: (typeof PERMISSION_MEMBERS)[number]) =>
    Object.hasOwn(rule, member) ? { [member]: String(rule[member]) } : {};
  return {
    Direction: String(rule.Direction),
    IpProtocol: String(rule.IpProtocol),
    PortRange: String(rule.PortRange),
    ...optional('SourcePortRange'),
    Policy: String(rule.Policy),
    ...optional('DestCidrIp'),
    ...optional('Description'),
    Priority: Number(rule.Priority),
    ...optional('SourceCidrIp'),
    ...optional('Ipv6SourceCidrIp'),
    ...optional('Ipv6DestCidrIp'),
  };
}
