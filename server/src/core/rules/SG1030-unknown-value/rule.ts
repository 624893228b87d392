/** A word that is not in the list of a field: `Direction`, `IpProtocol`, `Policy`, `Product`. */
import { rulePages } from '../../model/vendor-pages.ts';
import { nearestWord } from '../../text/nearest-word.ts';
import { defineRule } from '../rule.ts';

/** What other clouds and firewalls call the same thing, in lower case. Spelling alone would lead elsewhere. */
const synonyms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Direction: {
    ingress: ['in', 'inbound', 'incoming', 'input'],
    egress: ['out', 'outbound', 'outgoing', 'output'],
  },
  IpProtocol: {
    ALL: ['any', '*', '-1', 'ip'],
    ICMPv6: ['icmp6', 'icmp-v6', 'ipv6-icmp'],
  },
  Policy: {
    Accept: ['allow', 'allowed', 'permit', 'pass'],
    Drop: ['deny', 'denied', 'reject', 'block', 'discard'],
  },
};

export default defineRule({
  id: 'SG1030',
  name: 'unknown-value',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: rulePages,
  messages: {
    en: {
      main: '{key} cannot be {value}: the API takes only {values}, and refuses the group otherwise. Choose one of these.',
      product: 'Product cannot be {value}. Write ENS or ECS.',
      change: 'Change to {meant}',
    },
    'zh-cn': {
      main: '{key} 不能是 {value}：API 只接受 {values}，否则会拒绝整个安全组。请从中选择。',
      product: 'Product 不能是 {value}。请写 ENS 或 ECS。',
      change: '改为 {meant}',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('keyword')) {
      if (field === null) continue;
      const words = ctx.fields.get(field.name)?.values.map((v) => v.value) ?? [];
      ctx.report({
        span: field.valueSpan,
        message: field.name === 'Product' ? 'product' : 'main',
        data: { ...data, key: field.name },
        fixes:
          field.origin === null
            ? offered(field.name, String(data.value), words).map((meant) => ({
                title: 'change',
                data: { meant },
                safety: 'unsafe',
                edit: (edit) => edit.setValue(field, meant),
              }))
            : [],
      });
    }
  },
});

/** Every word of the list, the one that was meant first. Where nothing tells, the first one opens nothing: `Drop`. */
function offered(key: string, written: string, words: readonly string[]): string[] {
  const same = Object.entries(synonyms[key] ?? {}).find(([, others]) =>
    others.includes(written.toLowerCase()),
  );
  const meant = same?.[0] ?? nearestWord(written, words) ?? (key === 'Policy' ? 'Drop' : null);
  // The products spell the words differently.
  const first = words.find((w) => w.toLowerCase() === meant?.toLowerCase()) ?? null;
  return first === null ? [...words] : [first, ...words.filter((w) => w !== first)];
}
