/** The text is not YAML or JSON at some place. What can be read around it is still checked. */
import type { SyntaxFault } from '../../syntax/tree.ts';
import { defineRule } from '../rule.ts';

/** Faults with a rule of their own. */
const elsewhere: readonly SyntaxFault['kind'][] = ['plain-scalar-colon', 'custom-tag', 'trailing-comma'];

export default defineRule({
  id: 'SG1001',
  name: 'syntax-error',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: null,
  source: null,
  messages: {
    en: {
      main: 'This is not valid {language} ({detail}), so it cannot be read. Check quotes, colons, brackets and indentation on this line and the one above.',
      'unclosed-quote': 'A quote is opened here and never closed on this line. Close it, or remove it.',
      'missing-colon': 'A key needs a colon and a value: write "{text}: …".',
      'tab-indentation': 'Tabs cannot indent YAML. Use spaces.',
      'too-deep': 'This is nested too deeply to be read. A definition needs no more than a few levels.',
      BAD_INDENT:
        'The indentation does not fit what stands above. Keys of one object start in the same column.',
      BAD_ALIAS: 'This is no valid alias. Write "*name" after an anchor "&name".',
      BAD_SCALAR_START: 'A plain value cannot start with this character. Put the value in quotes.',
      BAD_DQ_ESCAPE: 'This escape is not known. In double quotes, write a backslash as "\\\\".',
      BLOCK_AS_IMPLICIT_KEY:
        'A second "key: value" cannot stand on this line. Put it on a line of its own, or quote the value.',
      BLOCK_IN_FLOW: 'A block list or object cannot stand inside brackets or braces.',
      MULTILINE_IMPLICIT_KEY: 'A key must fit on one line and be followed by a colon. Is a colon missing?',
      MISSING_CHAR: 'A character is missing here: a comma, a colon or a closing bracket.',
      UNEXPECTED_TOKEN: 'This cannot stand here. Check the indentation and the lines above.',
      KEY_OVER_1024_CHARS: 'A key can have at most 1,024 characters. Is a colon missing?',
      CommaExpected: 'A comma is missing before this.',
      ColonExpected: 'A colon is missing between key and value.',
      ValueExpected: 'A value is missing here.',
      PropertyNameExpected: 'A key in double quotes is expected here.',
      CloseBraceExpected: 'A closing brace "}" is missing.',
      CloseBracketExpected: 'A closing bracket "]" is missing.',
      EndOfFileExpected: 'The file holds one object and ends with it. Remove what follows.',
      UnexpectedEndOfString: 'This text in quotes is never closed.',
      UnexpectedEndOfComment: 'This comment is never closed.',
      InvalidSymbol: 'This is no JSON value. Put text in double quotes.',
      InvalidCharacter: 'This character cannot stand in JSON text. Write it as an escape.',
      InvalidEscapeCharacter: 'This escape is not known in JSON.',
    },
    'zh-cn': {
      main: '此处不是有效的 {language}（{detail}），无法读取。请检查本行和上一行的引号、冒号、括号和缩进。',
      'unclosed-quote': '此处的引号在本行没有闭合。请补上引号或将其删除。',
      'missing-colon': '键后面需要冒号和值：写成“{text}: …”。',
      'tab-indentation': 'YAML 不能用制表符缩进。请使用空格。',
      'too-deep': '嵌套过深，无法读取。安全组定义只需要几层。',
      BAD_INDENT: '缩进与上文不一致。同一对象的键必须从同一列开始。',
      BAD_ALIAS: '无效的别名。请在锚点“&name”之后写“*name”。',
      BAD_SCALAR_START: '不加引号的值不能以该字符开头。请给值加上引号。',
      BAD_DQ_ESCAPE: '未知的转义。在双引号中，反斜杠写作“\\\\”。',
      BLOCK_AS_IMPLICIT_KEY: '同一行不能再有第二个“键: 值”。请另起一行，或给值加上引号。',
      BLOCK_IN_FLOW: '方括号或花括号中不能使用块格式的列表或对象。',
      MULTILINE_IMPLICIT_KEY: '键必须写在一行内，并且后面跟冒号。是否缺少冒号？',
      MISSING_CHAR: '此处缺少一个字符：逗号、冒号或右括号。',
      UNEXPECTED_TOKEN: '此处不能出现该内容。请检查缩进和上面的行。',
      KEY_OVER_1024_CHARS: '键最多 1024 个字符。是否缺少冒号？',
      CommaExpected: '此处之前缺少逗号。',
      ColonExpected: '键和值之间缺少冒号。',
      ValueExpected: '此处缺少值。',
      PropertyNameExpected: '此处应为双引号中的键。',
      CloseBraceExpected: '缺少右花括号“}”。',
      CloseBracketExpected: '缺少右方括号“]”。',
      EndOfFileExpected: '文件只包含一个对象并以其结束。请删除后面的内容。',
      UnexpectedEndOfString: '引号中的文本没有闭合。',
      UnexpectedEndOfComment: '注释没有闭合。',
      InvalidSymbol: '这不是 JSON 值。请给文本加上双引号。',
      InvalidCharacter: '该字符不能出现在 JSON 文本中。请使用转义。',
      InvalidEscapeCharacter: 'JSON 中没有该转义。',
    },
  },
  check(ctx) {
    for (const fault of ctx.fragment.faults) {
      if (elsewhere.includes(fault.kind)) continue;
      ctx.report({
        span: fault,
        message: fault.kind === 'syntax' ? fault.detail : fault.kind,
        data: {
          detail: fault.detail,
          language: ctx.syntax === 'json' ? 'JSON' : 'YAML',
          text: ctx.fragment.text.slice(fault.start, fault.end),
        },
      });
    }
  },
});
