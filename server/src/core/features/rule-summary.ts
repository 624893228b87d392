/** One line that says what a rule does: `#3 ingress TCP 443 ← 0.0.0.0/0`. For outlines and lists. */
import type { RuleEntry } from '../model/group.ts';
import { type ObjectView, scalarOf } from '../model/view.ts';
import { readPortRange } from '../net/port-range.ts';

/** The parts of a rule as written; what is missing is left out. */
export function ruleSummary(entry: RuleEntry): string {
  const { view } = entry;
  const number = `#${entry.index + 1}`;
  if (view === null) return number;
  const text = (name: string) => textOf(view, name);
  const direction = text('Direction');
  const egress = direction.toLowerCase() === 'egress';
  // In ECS an address wins over a group, and a group over a prefix list.
  const end = (name: string) =>
    ['GroupId', 'PrefixListId'].map((kind) => text(name + kind)).find(Boolean) ?? '';
  const source = text('SourceCidrIp') || text('Ipv6SourceCidrIp') || end('Source');
  const dest = text('DestCidrIp') || text('Ipv6DestCidrIp') || end('Dest');
  const [far, near] = egress ? [dest, source] : [source, dest];
  const peer = far === '' ? '' : `${egress ? '→' : '←'} ${far}`;
  const local = near === '' ? '' : `(${egress ? 'from' : 'to'} ${near})`;
  const policy = text('Policy').toLowerCase() === 'drop' ? 'Drop' : '';
  return [
    number,
    policy,
    direction,
    text('IpProtocol'),
    ports(text('PortRange')) || text('PortRangeListId'),
    peer,
    local,
  ]
    .filter(Boolean)
    .join(' ');
}

function textOf(view: ObjectView, name: string): string {
  const value = scalarOf(view.fields.get(name));
  return value === undefined || value === null ? '' : String(value);
}

/** `443/443` → `443`, `8000/8999` → `8000-8999`, `-1/-1` → nothing. */
function ports(text: string): string {
  const reading = readPortRange(text);
  if (reading.kind === 'all') return '';
  if (reading.kind !== 'range') return text;
  const { from, to } = reading.range;
  return from === to ? String(from) : `${from}-${to}`;
}
