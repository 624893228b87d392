/** A security group as the sandbox keeps it, and the check of one that was read from a file. */
import { PERMISSION_MEMBERS, type Permission } from './permission.ts';

export interface StoredGroup {
  readonly SecurityGroupId: string;
  readonly SecurityGroupName: string;
  readonly Description: string;
  /** `yyyy-MM-ddTHH:mm:ssZ`. */
  readonly CreationTime: string;
  readonly Permissions: readonly Permission[];
}

const REQUIRED: ReadonlySet<string> = new Set(['Direction', 'IpProtocol', 'PortRange', 'Policy', 'Priority']);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPermission(value: unknown): value is Permission {
  if (!isRecord(value)) return false;
  return PERMISSION_MEMBERS.every((member) => {
    if (!Object.hasOwn(value, member)) return !REQUIRED.has(member);
    return typeof value[member] === (member === 'Priority' ? 'number' : 'string');
  });
}

/** Whether a value has the shape of a stored group; the values themselves were checked before they were stored. */
export function isStoredGroup(value: unknown): value is StoredGroup {
  if (!isRecord(value)) return false;
  const texts = ['SecurityGroupId', 'SecurityGroupName', 'Description', 'CreationTime'];
  if (!texts.every((member) => typeof value[member] === 'string')) return false;
  const permissions = value.Permissions;
  return Array.isArray(permissions) && permissions.every(isPermission);
}
