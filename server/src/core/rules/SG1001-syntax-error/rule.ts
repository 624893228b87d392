/** The text is not YAML or JSON at some place. What can be read around it is still checked. */
import { defineRule } from '../rule.ts';
import { causesOf } from './causes.ts';

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
      'unclosed-bracket': 'This bracket or brace is never closed. Add the closing one, or remove this one.',
      'too-far-right':
        '{text} is indented deeper than its neighbours, so it is read as part of the value above. Start it in the same column as they do.',
      'missing-colon': 'A key needs a colon and a value: write "{text}: …".',
      'tab-indentation': 'Tabs cannot indent YAML. Use spaces.',
      'too-deep': 'This is nested too deeply to be read. A definition needs no more than a few levels.',
      BAD_INDENT:
        'The indentation does not fit what stands above. Keys of one object start in the same column.',
      BAD_ALIAS: 'This is no valid alias. Write "*name" after an anchor "&name".',
      BAD_SCALAR_START: 'A plain value cannot start with this character. Put the value in quotes.',
      ALIAS_PROPS: 'An alias takes no anchor or tag of its own. Remove what stands in front of it.',
      MULTIPLE_ANCHORS: 'A value can have one anchor. Remove the others.',
      MULTIPLE_TAGS: 'A value can have one tag, and a definition needs none. Remove them.',
      TAG_RESOLVE_FAILED: 'This tag is not known, and a definition needs none. Remove it.',
      BAD_DQ_ESCAPE: 'This escape is not known. In double quotes, write a backslash as "\\\\".',
      BLOCK_AS_IMPLICIT_KEY:
        'A second "key: value" cannot stand on this line. Put it on a line of its own, or quote the value.',
      BLOCK_IN_FLOW:
        'Inside brackets or braces this reads as two values in one. Is a comma missing, or does a value with a colon need quotes?',
      MULTILINE_IMPLICIT_KEY:
        'A key must fit on one line and be followed by a colon and a space. Is one of them missing?',
      MISSING_CHAR:
        'A character is missing here: a comma, a colon, a closing bracket, or the space before a comment.',
      UNEXPECTED_TOKEN:
        'This cannot stand here. Check the quotes on this line, and the indentation of it and the lines above.',
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
      InvalidCharacter:
        'This text holds a character, such as a tab, that must be written as an escape (\\t) in JSON.',
      InvalidEscapeCharacter:
        'This text holds an escape that JSON does not know. Write a backslash as "\\\\".',
      InvalidUnicode: 'After \\u, four hexadecimal digits are expected.',
      UnexpectedEndOfNumber: 'This number ends too early. Write digits after the point or the exponent.',
    },
    'zh-cn': {
      main: '此处不是有效的 {language}（{detail}），无法读取。请检查本行和上一行的引号、冒号、括号和缩进。',
      'unclosed-quote': '此处的引号在本行没有闭合。请补上引号或将其删除。',
      'unclosed-bracket': '此处的方括号或花括号没有闭合。请补上右括号，或将其删除。',
      'too-far-right': '{text} 的缩进比相邻的键深，会被当作上一行值的一部分。请与相邻的键从同一列开始。',
      'missing-colon': '键后面需要冒号和值：写成“{text}: …”。',
      'tab-indentation': 'YAML 不能用制表符缩进。请使用空格。',
      'too-deep': '嵌套过深，无法读取。安全组定义只需要几层。',
      BAD_INDENT: '缩进与上文不一致。同一对象的键必须从同一列开始。',
      BAD_ALIAS: '无效的别名。请在锚点“&name”之后写“*name”。',
      BAD_SCALAR_START: '不加引号的值不能以该字符开头。请给值加上引号。',
      ALIAS_PROPS: '别名本身不能带锚点或标签。请删除它前面的内容。',
      MULTIPLE_ANCHORS: '一个值只能有一个锚点。请删除多余的锚点。',
      MULTIPLE_TAGS: '一个值只能有一个标签，而安全组定义不需要标签。请将其删除。',
      TAG_RESOLVE_FAILED: '未知的标签，安全组定义不需要标签。请将其删除。',
      BAD_DQ_ESCAPE: '未知的转义。在双引号中，反斜杠写作“\\\\”。',
      BLOCK_AS_IMPLICIT_KEY: '同一行不能再有第二个“键: 值”。请另起一行，或给值加上引号。',
      BLOCK_IN_FLOW: '在方括号或花括号中，此处被读成了两个值。是否缺少逗号，或者含冒号的值需要加引号？',
      MULTILINE_IMPLICIT_KEY: '键必须写在一行内，后面跟冒号和空格。是否缺少冒号或空格？',
      MISSING_CHAR: '此处缺少一个字符：逗号、冒号、右括号或注释前的空格。',
      UNEXPECTED_TOKEN: '此处不能出现该内容。请检查本行的引号，以及本行和上面各行的缩进。',
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
      InvalidCharacter: '文本中含有 JSON 中必须转义的字符，例如制表符（写作 \\t）。',
      InvalidEscapeCharacter: '文本中含有 JSON 没有的转义。反斜杠请写作“\\\\”。',
      InvalidUnicode: '\\u 后面应为四位十六进制数字。',
      UnexpectedEndOfNumber: '数字不完整。请在小数点或指数后写数字。',
    },
  },
  check(ctx) {
    for (const { span, message, detail } of causesOf(ctx.fragment, ctx.syntax)) {
      ctx.report({
        span,
        message,
        data: {
          detail,
          language: ctx.syntax === 'json' ? 'JSON' : 'YAML',
          text: ctx.fragment.text.slice(span.start, span.end),
        },
      });
    }
  },
});
