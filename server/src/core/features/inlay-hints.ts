/** Short remarks behind values: the service of a port, the number of addresses of a block. */
import type { Locale } from '../i18n/locale.ts';
import { type Field, type ObjectView, scalarOf } from '../model/view.ts';
import { isEverything, parseCidr } from '../net/cidr.ts';
import { addressBits, hasHostBits, networkBlock } from '../net/cidr-range.ts';
import { readPortRange } from '../net/port-range.ts';
import type { Product } from '../plan/plan.ts';
import { spanInFile } from '../syntax/file.ts';
import type { Span } from '../syntax/tree.ts';
import type { Position } from '../text/position.ts';
import type { FileCheck } from './check.ts';
import { addressCountText, addressKindText } from './explain/address.ts';
import { portHint, transportOf } from './explain/ports.ts';

export interface InlayHint {
  readonly position: Position;
  readonly label: string;
}

/** The hints of values that end within a stretch of the file, in the order of the text. */
export function inlayHints({ file, groups }: FileCheck, within: Span, locale: Locale): InlayHint[] {
  const found: { offset: number; label: string }[] = [];
  for (const group of groups) {
    for (const { piece, view } of group.rules) {
      if (view === null || piece.kind !== 'item') continue;
      if (piece.start > within.end || piece.start + piece.fragment.text.length < within.start) continue;
      for (const field of view.fields.values()) {
        // What comes through an alias is remarked where it is written, if that is in a rule.
        const label = field.origin === null ? hintFor(field, view, group.product.product, locale) : null;
        const offset = spanInFile(piece, field.valueSpan).end;
        if (label !== null && offset >= within.start && offset <= within.end) found.push({ offset, label });
      }
    }
  }
  found.sort((a, b) => a.offset - b.offset);
  return found.map(({ offset, label }) => ({ position: file.lines.positionAt(offset), label }));
}

function hintFor(field: Field, view: ObjectView, product: Product, locale: Locale): string | null {
  const value = scalarOf(field);
  if (typeof value !== 'string') return null;
  if (field.name === 'PortRange' || field.name === 'SourcePortRange') {
    return portHint(readPortRange(value), transportOf(view, product), locale);
  }
  const cidr = field.name.endsWith('CidrIp') ? parseCidr(value) : null;
  if (cidr === null || cidr.prefix === addressBits(cidr.family)) return null;
  if (isEverything(cidr)) return addressKindText(cidr, locale);
  const count = addressCountText(cidr, locale);
  return hasHostBits(cidr) ? `= ${networkBlock(cidr)}, ${count}` : count;
}
