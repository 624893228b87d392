/** What is wrong with a value of an ECS field, where ECS reads it otherwise than ENS does. */
import { maxPort } from '../net/port-range.ts';
import type { Fault } from './fault.ts';
import { maxPriority, minPriority, portFaults } from './net-faults.ts';
import { isKnownRegion } from './regions.ts';

/** The protocols that ECS rules name; letter case is free. ICMPv6 stands in the document of RevokeSecurityGroup. */
export const ecsProtocols = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE', 'ALL'] as const;

/** `IpProtocol`: a name, or an IANA number from 0 to 255. */
export function ecsProtocolFaults(value: string): Fault[] {
  if (ecsProtocols.some((p) => p.toLowerCase() === value.toLowerCase())) return [];
  if (/^\d{1,3}$/.test(value) && Number(value) <= 255) return [];
  return [{ kind: 'keyword', data: { value, values: [...ecsProtocols] } }];
}

/** `Priority`: digits for 1 to 100. The API takes a text, and a number travels as one. */
export function ecsPriorityFaults(value: string): Fault[] {
  if (!/^-?\d+$/.test(value)) {
    return [{ kind: 'wrong-type', data: { key: 'Priority', expected: 'integer', actual: 'string', value } }];
  }
  const number = Number(value);
  if (number >= minPriority && number <= maxPriority) return [];
  return [{ kind: 'priority-range', data: { value, min: minPriority, max: maxPriority } }];
}

/** Ports as ENS reads them, but a range from port 0 is told apart: documented as wrong, used in official templates. */
export function ecsPortFaults(value: string): Fault[] {
  const to = /^0\/(0|[1-9]\d{0,4})$/.exec(value)?.[1];
  if (to === undefined || Number(to) > maxPort) return portFaults(value);
  return [{ kind: 'port-zero', data: { value, port: '0' } }];
}

/** An account id: digits, which are a number or a text alike. */
export function accountIdFaults(key: string): (value: string) => Fault[] {
  return (value) =>
    /^\d+$/.test(value)
      ? []
      : [{ kind: 'wrong-type', data: { key, expected: 'integer', actual: 'string', value } }];
}

/** `RegionId`: any id is taken; one that is not in our list is worth a look. */
export function regionFaults(value: string): Fault[] {
  return isKnownRegion(value) ? [] : [{ kind: 'unknown-region', data: { value } }];
}
