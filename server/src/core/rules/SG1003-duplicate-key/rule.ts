/** One key stands twice in an object: only one of the values would be sent. */
import { isPrivateKey } from '../../model/shape-faults.ts';
import { childrenOf, keyText, type SgNode, type Span } from '../../syntax/tree.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1003',
  name: 'duplicate-key',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: 'This object already has a {key}. Which of the values counts depends on who reads the file, so remove one.',
      first: 'The first {key}',
      removeThis: 'Remove this {key}',
      removeFirst: 'Remove the first {key}',
    },
    'zh-cn': {
      main: '该对象中已有 {key}。以哪个值为准取决于读取文件的程序，请删除其中一个。',
      first: '第一个 {key}',
      removeThis: '删除这个 {key}',
      removeFirst: '删除第一个 {key}',
    },
  },
  check(ctx) {
    for (const { field, first } of ctx.view?.duplicates ?? []) {
      ctx.report({
        span: field.keySpan,
        data: { key: field.name },
        related: [{ message: 'first', at: first }],
        fixes: [
          { title: 'removeThis', safety: 'unsafe', edit: (edit) => edit.removeField(field.keySpan) },
          { title: 'removeFirst', safety: 'unsafe', edit: (edit) => edit.removeField(first) },
        ],
      });
    }
    if (ctx.place !== 'group') return;
    // What stands under x-… is merged into rules later; there the second key would vanish without a word.
    for (const [name, field] of ctx.view?.fields ?? []) {
      if (!isPrivateKey(name) || field.node === null || field.origin !== null) continue;
      for (const { key, text, first } of duplicatesWithin(field.node)) {
        ctx.report({ span: key, data: { key: text }, related: [{ message: 'first', at: first }] });
      }
    }
  },
});

/** Second and later keys of one name, in every map of a tree. */
function* duplicatesWithin(node: SgNode): Iterable<{ key: Span; text: string; first: Span }> {
  const seen = new Map<string, Span>();
  for (const pair of node.kind === 'map' ? node.pairs : []) {
    const text = keyText(pair);
    const first = text === null ? undefined : seen.get(text);
    if (text === null || text === '<<') continue;
    if (first === undefined) seen.set(text, pair.key);
    else yield { key: pair.key, text, first };
  }
  for (const child of childrenOf(node)) yield* duplicatesWithin(child);
}
