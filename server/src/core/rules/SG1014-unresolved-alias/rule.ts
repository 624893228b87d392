/** An alias without an anchor before it, aliases in a circle, a merge of something that is no object. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1014',
  name: 'unresolved-alias',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: null,
  source: null,
  messages: {
    en: {
      main: 'No anchor &{name} stands before this alias. Define it above, for example under a key that begins with x-.',
      'cyclic-alias': 'The alias *{name} leads back to itself. Write the value itself.',
      'cyclic-merge': 'This merge leads back to itself. Write the keys themselves.',
      'merge-of-non-map': 'Only an object can be merged with <<. Use an alias of an object.',
    },
    'zh-cn': {
      main: '该别名之前没有锚点 &{name}。请在前面定义，例如放在以 x- 开头的键下。',
      'cyclic-alias': '别名 *{name} 指向自身。请直接写出值。',
      'cyclic-merge': '该合并指向自身。请直接写出各个键。',
      'merge-of-non-map': '<< 只能合并对象。请使用对象的别名。',
    },
  },
  check(ctx) {
    const faults = [
      ...(ctx.view?.referenceFaults ?? []),
      ...(ctx.entry?.referenceFault ? [ctx.entry.referenceFault] : []),
    ];
    for (const { kind, name, span } of faults) {
      // An asterisk alone is no alias: the syntax error says so.
      if (name === '') continue;
      const cyclic = name === '<<' ? 'cyclic-merge' : 'cyclic-alias';
      const message = { 'undefined-alias': 'main', 'cyclic-alias': cyclic, 'merge-of-non-map': kind }[kind];
      ctx.report({ span, message, data: { name } });
    }
  },
});
