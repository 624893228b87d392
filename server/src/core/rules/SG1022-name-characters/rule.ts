/** The characters of the group's name. */
import { groupPages } from '../../model/vendor-pages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG1022',
  name: 'name-characters',
  since: '0.1.0',
  severity: 'error',
  scope: 'item',
  products: ['ens', 'ecs'],
  fix: null,
  source: groupPages,
  messages: {
    en: {
      main: 'A name cannot contain "{characters}": besides letters and digits the API takes {allowed}. Leave it out or replace it.',
      blank:
        'A name cannot contain spaces or line breaks: besides letters and digits the API takes {allowed}. Write "-" or "_" instead.',
    },
    'zh-cn': {
      main: '名称不能包含“{characters}”：除字母和数字外，API 只接受 {allowed}。请删除或替换。',
      blank: '名称不能包含空格或换行：除字母和数字外，API 只接受 {allowed}。请改用“-”或“_”。',
    },
  },
  check(ctx) {
    for (const { data, field } of ctx.faults('name-characters')) {
      if (field === null) continue;
      // The characters stand one by one, separated by blanks; a blank itself is told in words.
      const all = [...String(data.characters)].filter((_, i) => i % 2 === 0);
      const shown = all.filter((c) => /\S/.test(c)).map(visible);
      ctx.report({
        span: field.valueSpan,
        message: shown.length === 0 ? 'blank' : 'main',
        data: { ...data, characters: shown.join(' ') },
      });
    }
  },
});

/** The character, or its number when it has no shape of its own (a combining or a control character). */
function visible(character: string): string {
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
