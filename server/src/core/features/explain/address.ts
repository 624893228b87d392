/** What an address or CIDR block is, for hovers, inlay hints and completion. */
import { fill, type Locale, type Text } from '../../i18n/locale.ts';
import { type Cidr, isEverything } from '../../net/cidr.ts';
import {
  addressBits,
  addressCount,
  addressRange,
  formatAddress,
  hasHostBits,
  networkBlock,
} from '../../net/cidr-range.ts';
import { specialBlockAround, specialBlocksWithin } from '../../net/special-addresses.ts';
import { powerOfTwo } from '../../text/number-words.ts';

const texts = {
  one: { en: '1 address', 'zh-cn': '1 个地址' },
  many: { en: '{count} addresses', 'zh-cn': '{count} 个地址' },
  everything: {
    en: 'every IPv{family} address, the internet included',
    'zh-cn': '所有 IPv{family} 地址，包括互联网',
  },
  public: { en: 'public addresses', 'zh-cn': '公网地址' },
  special: { en: '{label} ({document})', 'zh-cn': '{label}（{document}）' },
  partly: { en: 'contains {blocks}', 'zh-cn': '其中包含 {blocks}' },
  hostBits: {
    en: 'The address has bits set behind `/{prefix}`. As a network it is `{network}`.',
    'zh-cn': '地址在 `/{prefix}` 之后还有非零位，作为网段即 `{network}`。',
  },
} satisfies Record<string, Text>;

/** Enough to see what is meant; `::/1` holds nearly all of the registry. */
const maxBlocksNamed = 3;

/** `256 addresses`. */
export function addressCountText(cidr: Cidr, locale: Locale): string {
  const count = addressCount(cidr);
  return count === 1n ? texts.one[locale] : fill(texts.many[locale], { count: powerOfTwo(count) });
}

/** What kind of addresses these are: `private addresses (RFC 1918)`. */
export function addressKindText(cidr: Cidr, locale: Locale): string {
  if (isEverything(cidr)) return fill(texts.everything[locale], { family: cidr.family });
  const around = specialBlockAround(cidr);
  if (around !== null) {
    return fill(texts.special[locale], { label: around.label[locale], document: around.document });
  }
  const within = specialBlocksWithin(cidr);
  if (within.length === 0) return texts.public[locale];
  const named = within.slice(0, maxBlocksNamed).map((b) => `\`${networkBlock(b.cidr)}\` ${b.label[locale]}`);
  const rest = within.length > maxBlocksNamed ? ['…'] : [];
  const joined = [...named, ...rest].join(locale === 'zh-cn' ? '、' : ', ');
  const separator = locale === 'zh-cn' ? '，' : '; ';
  return texts.public[locale] + separator + fill(texts.partly[locale], { blocks: joined });
}

/** Range, size and kind of a block as Markdown; a remark about host bits where there are some. */
export function addressMarkdown(cidr: Cidr, locale: Locale): string {
  const { first, last } = addressRange(cidr);
  const from = formatAddress(first, cidr.family);
  const range =
    cidr.prefix === addressBits(cidr.family)
      ? `\`${from}\``
      : `\`${from}\` – \`${formatAddress(last, cidr.family)}\``;
  const line = [range, addressCountText(cidr, locale), addressKindText(cidr, locale)].join(' · ');
  if (!hasHostBits(cidr)) return line;
  const remark = fill(texts.hostBits[locale], { prefix: cidr.prefix, network: networkBlock(cidr) });
  return `${line}\n\n${remark}`;
}
