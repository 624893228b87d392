/**
 * Address blocks with a meaning of their own. Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry), and for multicast RFC
 * 5771 and RFC 4291, which those registries leave to registries of their own.
 */
import type { Text } from '../i18n/locale.ts';
import { type Cidr, isEverything, parseCidr } from './cidr.ts';
import { isWithin } from './cidr-range.ts';

export interface SpecialBlock {
  readonly cidr: Cidr;
  /** What the addresses are for. */
  readonly label: Text;
  /** Where it is laid down, e.g. `RFC 1918`. */
  readonly document: string;
  /** The registry's column "Globally Reachable"; false for multicast, which no internet provider carries. */
  readonly global: boolean;
}

const labels = {
  thisNetwork: { en: '“this network”', 'zh-cn': '“本网络”' },
  private: { en: 'private addresses', 'zh-cn': '私有地址' },
  shared: { en: 'addresses shared behind a carrier’s NAT', 'zh-cn': '运营商级 NAT 共享地址' },
  loopback: { en: 'loopback: the host itself', 'zh-cn': '环回地址：主机自身' },
  linkLocal: { en: 'link-local addresses', 'zh-cn': '链路本地地址' },
  protocols: { en: 'IETF protocol assignments', 'zh-cn': 'IETF 协议保留地址' },
  documentation: {
    en: 'documentation addresses, used by no host',
    'zh-cn': '文档示例地址，不分配给任何主机',
  },
  as112: { en: 'AS112 name servers', 'zh-cn': 'AS112 域名服务器' },
  amt: { en: 'automatic multicast tunneling', 'zh-cn': '自动组播隧道（AMT）' },
  relay6to4: { en: 'former 6to4 relays', 'zh-cn': '已弃用的 6to4 中继地址' },
  benchmarking: { en: 'benchmarking', 'zh-cn': '基准测试地址' },
  multicast: { en: 'multicast', 'zh-cn': '组播地址' },
  reserved: { en: 'reserved, used by no host', 'zh-cn': '保留地址，不分配给任何主机' },
  broadcast: { en: 'limited broadcast', 'zh-cn': '受限广播地址' },
  unspecified: { en: 'the unspecified address', 'zh-cn': '未指定地址' },
  mapped: { en: 'IPv4-mapped addresses', 'zh-cn': 'IPv4 映射地址' },
  translation: { en: 'IPv4/IPv6 translation', 'zh-cn': 'IPv4/IPv6 转换地址' },
  discard: { en: 'discard-only addresses', 'zh-cn': '仅用于丢弃的地址' },
  teredo: { en: 'Teredo tunnels', 'zh-cn': 'Teredo 隧道地址' },
  orchid: { en: 'identifiers (ORCHIDv2), no hosts', 'zh-cn': '标识符（ORCHIDv2），不是主机' },
  tunnel6to4: { en: '6to4 tunnels', 'zh-cn': '6to4 隧道地址' },
  segments: { en: 'segment routing identifiers', 'zh-cn': '分段路由（SRv6）标识符' },
  uniqueLocal: { en: 'unique local addresses', 'zh-cn': '唯一本地地址' },
} satisfies Record<string, Text>;

const table: readonly (readonly [
  block: string,
  label: keyof typeof labels,
  document: string,
  reach?: 'global',
])[] = [
  ['0.0.0.0/8', 'thisNetwork', 'RFC 791'],
  ['10.0.0.0/8', 'private', 'RFC 1918'],
  ['100.64.0.0/10', 'shared', 'RFC 6598'],
  ['127.0.0.0/8', 'loopback', 'RFC 1122'],
  ['169.254.0.0/16', 'linkLocal', 'RFC 3927'],
  ['172.16.0.0/12', 'private', 'RFC 1918'],
  ['192.0.0.0/24', 'protocols', 'RFC 6890'],
  ['192.0.2.0/24', 'documentation', 'RFC 5737'],
  ['192.31.196.0/24', 'as112', 'RFC 7535', 'global'],
  ['192.52.193.0/24', 'amt', 'RFC 7450', 'global'],
  ['192.88.99.0/24', 'relay6to4', 'RFC 7526', 'global'],
  ['192.168.0.0/16', 'private', 'RFC 1918'],
  ['192.175.48.0/24', 'as112', 'RFC 7534', 'global'],
  ['198.18.0.0/15', 'benchmarking', 'RFC 2544'],
  ['198.51.100.0/24', 'documentation', 'RFC 5737'],
  ['203.0.113.0/24', 'documentation', 'RFC 5737'],
  ['224.0.0.0/4', 'multicast', 'RFC 5771'],
  ['240.0.0.0/4', 'reserved', 'RFC 1112'],
  ['255.255.255.255/32', 'broadcast', 'RFC 919'],
  ['::/128', 'unspecified', 'RFC 4291'],
  ['::1/128', 'loopback', 'RFC 4291'],
  ['::ffff:0:0/96', 'mapped', 'RFC 4291'],
  ['64:ff9b::/96', 'translation', 'RFC 6052', 'global'],
  ['64:ff9b:1::/48', 'translation', 'RFC 8215'],
  ['100::/64', 'discard', 'RFC 6666'],
  ['2001::/23', 'protocols', 'RFC 2928'],
  ['2001::/32', 'teredo', 'RFC 4380', 'global'],
  ['2001:2::/48', 'benchmarking', 'RFC 5180'],
  ['2001:20::/28', 'orchid', 'RFC 7343', 'global'],
  ['2001:db8::/32', 'documentation', 'RFC 3849'],
  ['2002::/16', 'tunnel6to4', 'RFC 3056', 'global'],
  ['2620:4f:8000::/48', 'as112', 'RFC 7534', 'global'],
  ['3fff::/20', 'documentation', 'RFC 9637'],
  ['5f00::/16', 'segments', 'RFC 9602'],
  ['fc00::/7', 'uniqueLocal', 'RFC 4193'],
  ['fe80::/10', 'linkLocal', 'RFC 4291'],
  ['ff00::/8', 'multicast', 'RFC 4291'],
];

/** Every special block. A block that lies within another follows it. */
export const specialBlocks: readonly SpecialBlock[] = table.flatMap(([block, label, document, reach]) => {
  const cidr = parseCidr(block);
  return cidr === null ? [] : [{ cidr, label: labels[label], document, global: reach === 'global' }];
});

/** The narrowest special block that a block lies in; null when it lies in none. */
export function specialBlockAround(cidr: Cidr): SpecialBlock | null {
  return specialBlocks.findLast((special) => isWithin(cidr, special.cidr)) ?? null;
}

/** Special blocks that are a part of a block, not of one another. Empty for `/0`, which holds them all. */
export function specialBlocksWithin(cidr: Cidr): readonly SpecialBlock[] {
  if (isEverything(cidr)) return [];
  const within = specialBlocks.filter((special) => isWithin(special.cidr, cidr));
  return within.filter((a) => !within.some((b) => b !== a && isWithin(a.cidr, b.cidr)));
}

/** Whether a block holds addresses that hosts on the internet have. */
export function reachesInternet(cidr: Cidr): boolean {
  return specialBlockAround(cidr)?.global ?? true;
}
