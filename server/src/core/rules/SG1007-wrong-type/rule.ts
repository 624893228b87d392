/** A value of another kind than the API takes: a number for a text, a list for an object. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1007',
  name: 'wrong-type',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens'],
  fix: 'unsafe',
  source: null,
  messages: {
    en: {
      main: '{key} must be {expected}, but this is {actual}.',
      rule: 'A rule must be an object with keys such as Direction, IpProtocol and PortRange.',
      group: 'A definition is an object with keys such as SecurityGroupName and Permissions.',
      string: 'a text',
      integer: 'an integer',
      number: 'a number with a fraction',
      boolean: 'true or false',
      array: 'a list',
      object: 'an object',
      quote: 'Put the value in quotes',
    },
    'zh-cn': {
      main: '{key} 必须是{expected}，而此处是{actual}。',
      rule: '规则必须是对象，包含 Direction、IpProtocol、PortRange 等键。',
      group: '定义必须是对象，包含 SecurityGroupName、Permissions 等键。',
      string: '文本',
      integer: '整数',
      number: '带小数的数字',
      boolean: '布尔值',
      array: '列表',
      object: '对象',
      quote: '给值加上引号',
    },
  },
  check(ctx) {
    const { root } = ctx.fragment;
    if (ctx.view === null) {
      // A half-typed first key (`- Dir`) is a text for the parser; the message says what is needed either way.
      if (ctx.entry !== null && ctx.entry.referenceFault === null)
        ctx.report({ span: ctx.entry.span, message: 'rule' });
      else if (ctx.entry === null && root !== null) ctx.report({ span: root, message: 'group' });
    }
    for (const { data, field } of ctx.faults('wrong-type')) {
      if (field === null) continue;
      const text = String(data.value ?? '');
      const quotable = data.expected === 'string' && text !== '' && field.origin === null;
      ctx.report({
        span: field.valueSpan,
        data: { key: field.name },
        words: { expected: String(data.expected), actual: String(data.actual) },
        fixes: quotable
          ? [
              {
                title: 'quote',
                safety: 'unsafe',
                edit: (edit) => edit.replace(field.valueSpan, JSON.stringify(edit.textOf(field.valueSpan))),
              },
            ]
          : [],
      });
    }
  },
});
