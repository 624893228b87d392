/** The template of a whole definition: valid as it stands, and offered only where nothing is written yet. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  definitionTemplate,
  templateItem,
} from '../../server/src/core/features/complete/definition-template.ts';
import type { Locale } from '../../server/src/core/i18n/locale.ts';
import type { Syntax } from '../../server/src/core/syntax/file.ts';
import { check } from '../support/check.ts';
import { resolveSnippet } from '../support/check-completion.ts';
import { withCursor } from '../support/cursor.ts';

function offered(marked: string, syntax: Syntax = 'yaml') {
  const { text, offset } = withCursor(marked);
  return templateItem(check(text, syntax), offset, 'en');
}

test('with its own values it is a definition without any finding, in both languages', () => {
  for (const syntax of ['yaml', 'json'] as const) {
    for (const locale of ['en', 'zh-cn'] satisfies Locale[]) {
      const plain = definitionTemplate(syntax, locale, false);
      assert.equal(resolveSnippet(definitionTemplate(syntax, locale)), plain, 'the snippet says the same');
      const { groups, diagnostics } = check(plain, syntax);
      assert.deepEqual(diagnostics, [], plain);
      assert.equal(groups[0]?.rules.length, 1);
    }
  }
});

test('people fill in the places one after the other, in their own language', () => {
  const places = [...definitionTemplate('yaml', 'zh-cn').matchAll(/\$\{(\d+)/g)].map((m) => Number(m[1]));
  assert.deepEqual(places, [1, 2, 3, 4, 5, 6, 7]);
  assert.match(definitionTemplate('json', 'zh-cn'), /"Description": "\$\{2:Web 服务器的安全组\}"/);
});

describe('it is offered', () => {
  test('in an empty file, while the first word is typed, beside comments, in a new document', () => {
    for (const yaml of [
      '$0',
      '\uFEFF$0',
      'new$0',
      '\n$0\n\n',
      '# ours\n$0\n',
      'Product: ENS\n---\n$0',
      '# a\n$0\n---\nProduct: ENS\n',
    ]) {
      assert.ok(offered(yaml), JSON.stringify(yaml));
    }
    for (const json of ['$0', 'ens$0', '  $0\n', '// ours\n$0', '/* ours\n*/\n$0']) {
      assert.ok(offered(json, 'json'), JSON.stringify(json));
    }
  });

  test('in the place of the word that is typed', () => {
    assert.deepEqual(offered('# ours\nen$0s')?.replace, { start: 7, end: 10 });
  });
});

describe('it is not offered', () => {
  test('beside anything of a definition, in a comment, and inside a line', () => {
    for (const yaml of [
      'Product: ENS\n$0',
      '$0\nProduct: ENS\n',
      'Permissions:\n  - $0',
      '# our$0',
      '  $0',
      'Product: $0',
    ]) {
      assert.equal(offered(yaml), null, JSON.stringify(yaml));
    }
    for (const json of ['{$0}', '{\n  $0\n}', '// ours$0', '/* ours$0 */', '$0\n{}']) {
      assert.equal(offered(json, 'json'), null, JSON.stringify(json));
    }
  });
});
