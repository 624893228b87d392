/** What somebody may have meant by a text that is no address. Every reading, never a choice between them. */
import { type AddressFault, parseCidr } from './cidr.ts';
import { parseIpv4 } from './ipv4.ts';

/** The good addresses that a faulty text may mean; none when nothing is near. */
export function addressReadings(text: string, fault: AddressFault): string[] {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const suffix = slash < 0 ? '' : text.slice(slash);
  const readings = (): string[] => {
    switch (fault) {
      case 'netmask': {
        const prefix = maskLength(suffix.slice(1));
        return prefix === null ? [] : [`${address}/${prefix}`];
      }
      case 'prefix-length':
        return /^\/\d+$/.test(suffix)
          ? [`${address}/${nearestPrefix(suffix, address.includes(':') ? 128 : 32)}`]
          : [];
      case 'leading-zero':
        return [decimal, octal].map((read) => address.split('.').map(read).join('.') + suffix);
      case 'zone-id':
        return [address.replace(/%.*$/, '') + suffix];
      default:
        return [];
    }
  };
  return [...new Set(readings())].filter((reading) => parseCidr(reading) !== null);
}

/** The length of a netmask whose ones stand in front; null when they do not. */
function maskLength(mask: string): number | null {
  const bits = parseIpv4(mask)?.toString(2).padStart(32, '0');
  return bits !== undefined && /^1*0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : null;
}

function nearestPrefix(suffix: string, max: number): number {
  return Math.min(Number(suffix.slice(1)), max);
}

function decimal(octet: string): string {
  return String(Number(octet));
}

function octal(octet: string): string {
  return /^0[0-7]+$/.test(octet) ? String(Number.parseInt(octet, 8)) : decimal(octet);
}
