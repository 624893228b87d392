/** A value of another kind than the API takes: a number for a text, a list for an object. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1007',
  name: 'wrong-type',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: '{key} must be {expected}, but {value} is {actual}. Write a value such as {example}.',
      unquoted:
        '{key} must be a text, but {value} without quotes is {actual}. If the text is meant, put it in quotes.',
      collection: '{key} must be {expected}, but this is {actual}. Write one value, such as {example}.',
      list: '{key} must be a list, but this is {actual}. Write a list, or [] for an empty one.',
      rule: 'A rule must be an object with keys such as Direction, IpProtocol and PortRange.',
      tag: 'A tag must be an object with the keys Key and Value.',
      group: 'A definition must be an object with keys such as SecurityGroupName and Permissions.',
      string: 'a text',
      integer: 'an integer',
      number: 'a number',
      fraction: 'no whole number',
      boolean: 'a boolean',
      array: 'a list',
      object: 'an object',
      quote: 'Put the value in quotes',
    },
    'zh-cn': {
      main: '{key} 必须是{expected}，而 {value} 是{actual}。请填写例如 {example} 的值。',
      unquoted: '{key} 必须是文本，而不加引号的 {value} 是{actual}。如果要表示文本，请加上引号。',
      collection: '{key} 必须是{expected}，而此处是{actual}。请填写单个值，例如 {example}。',
      list: '{key} 必须是列表，而此处是{actual}。请填写列表，没有内容时写 []。',
      rule: '规则必须是对象，包含 Direction、IpProtocol、PortRange 等键。',
      tag: '标签必须是对象，包含 Key 和 Value 键。',
      group: '定义必须是对象，包含 SecurityGroupName、Permissions 等键。',
      string: '文本',
      integer: '整数',
      number: '数字',
      fraction: '非整数',
      boolean: '布尔值',
      array: '列表',
      object: '对象',
      quote: '给值加上引号',
    },
  },
  check(ctx) {
    const { root, text } = ctx.fragment;
    if (ctx.view === null) {
      // A half-typed first key (`- Dir`) is a text for the parser; the message says what is needed either way.
      if (ctx.entry !== null && ctx.entry.referenceFault === null) {
        const { start, end } = ctx.entry.span;
        // Nothing after the dash: the dash is what can be shown.
        const from = start === end ? Math.max(0, text.lastIndexOf('-', start)) : start;
        ctx.report({ span: { start: from, end }, message: ctx.place });
      } else if (ctx.entry === null && root !== null) ctx.report({ span: root, message: 'group' });
    }
    for (const { data, field } of ctx.faults('wrong-type')) {
      const expected = String(data.expected);
      const actual = String(data.actual);
      // An integer that is too large to be one is out of range, which has a rule of its own.
      if (field === null || expected === actual) continue;
      const written = field.origin === null ? text.slice(field.valueSpan.start, field.valueSpan.end) : null;
      const isCollection = actual === 'array' || actual === 'object';
      const unquoted = expected === 'string' && !isCollection;
      ctx.report({
        span: field.valueSpan,
        message: unquoted ? 'unquoted' : expected === 'array' ? 'list' : isCollection ? 'collection' : 'main',
        data: {
          key: field.name,
          value: written ?? String(data.value ?? ''),
          example: ctx.fields.get(field.name)?.example ?? '',
        },
        words: { expected, actual: actualWord(expected, actual) },
        fixes:
          unquoted && written !== null
            ? [
                {
                  title: 'quote',
                  safety: 'unsafe',
                  edit: (e) => e.replace(field.valueSpan, JSON.stringify(written)),
                },
              ]
            : [],
      });
    }
  },
});

/** For a text, any number is a number; for an integer, one that is none. */
function actualWord(expected: string, actual: string): string {
  if (expected === 'string') return actual === 'integer' ? 'number' : actual;
  return expected === 'integer' && actual === 'number' ? 'fraction' : actual;
}
