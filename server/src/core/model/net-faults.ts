/** Ports and addresses as fields: what is wrong with one, as faults. */
import { type AddressFault, readCidr } from '../net/cidr.ts';
import { allPorts, readPortRange } from '../net/port-range.ts';
import type { Fault } from './fault.ts';

/** `PortRange` and `SourcePortRange`, whatever the protocol. */
export function portFaults(value: string): Fault[] {
  const reading = readPortRange(value);
  switch (reading.kind) {
    case 'format':
      return [{ kind: 'port-format', data: { value, meant: reading.meant ?? '' } }];
    case 'out-of-bounds':
      return [{ kind: 'port-bounds', data: { value, port: reading.value } }];
    case 'reversed':
      return [{ kind: 'port-reversed', data: { value, meant: `${reading.range.to}/${reading.range.from}` } }];
    default:
      return [];
  }
}

/** A port written as a number, `PortRange: 80`, has one meaning. */
export function portNumberFault(value: unknown): Fault | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return null;
  return value === -1
    ? { kind: 'port-format', data: { value: '-1', meant: allPorts } }
    : (portFaults(String(value))[0] ?? null);
}

/** A field for addresses and CIDR blocks of one family. */
export function addressFaults(value: string, family: 4 | 6): Fault[] {
  const reading = readCidr(value, family);
  if (typeof reading !== 'string') return [];
  if (reading === 'other-family') return [{ kind: 'address-family', data: { value, family } }];
  const reason: Exclude<AddressFault, 'other-family'> = reading;
  return [{ kind: 'address-malformed', data: { value, family, reason } }];
}

/** Limits of `Priority`: 1 is tried first. ENS CreateSecurityGroup, `Permissions.Priority`. */
export const minPriority = 1;
export const maxPriority = 100;

/** A `Priority` of digits in quotes has one meaning. */
export function priorityTextFault(value: unknown): Fault | null {
  if (typeof value !== 'string' || !/^\s*[1-9]\d{0,8}\s*$/.test(value)) return null;
  const meant = Number(value);
  return meant >= minPriority && meant <= maxPriority
    ? { kind: 'priority-text', data: { value, meant } }
    : null;
}
