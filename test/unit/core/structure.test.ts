/** Folding, selection, links and anchors: what the editor knows of the structure of a file. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentLinks } from '../../../server/src/core/features/document-links.ts';
import { folds } from '../../../server/src/core/features/folding.ts';
import { anchorAt } from '../../../server/src/core/features/references.ts';
import { selectionRanges } from '../../../server/src/core/features/selection-ranges.ts';
import type { Syntax } from '../../../server/src/core/syntax/file.ts';
import { check, options } from '../../support/check.ts';
import { marked, place } from '../../support/marked.ts';

const yaml = `# one
# two
Product: ENS
x-shared:
  net: 10.0.0.0/8
Permissions:
  # first
  - Direction: ingress
    Policy: Accept

  - Direction: egress
    Description: >-
      long
      text
  - { Direction: egress,
      Policy: Drop
    }
Description: web
`;

describe('folding', () => {
  const folded = (text: string, syntax: Syntax = 'yaml') =>
    folds(check(text, syntax)).map(
      (f) => `${f.startLine}-${f.endLine}${f.kind === null ? '' : ` ${f.kind}`}`,
    );

  test('lists, rules, objects, block texts and comments fold', () => {
    assert.deepEqual(folded(yaml), ['0-1 comment', '3-4', '5-16', '7-8', '10-13', '11-13', '14-15']);
  });

  test('each of several groups folds', () => {
    assert.deepEqual(folded('Product: ENS\nDescription: one\n---\nProduct: ENS\nDescription: two\n'), [
      '0-1',
      '3-4',
    ]);
  });

  test('JSON folds to the line before the closing bracket', () => {
    const json = '{\n  "Product": "ENS",\n  "Permissions": [\n    {\n      "Policy": "Drop"\n    }\n  ]\n}\n';
    assert.deepEqual(folded(json, 'json'), ['0-6', '2-5', '3-4']);
  });

  test('nothing folds in one line or in an empty file', () => {
    assert.deepEqual(folded('Permissions: []\n'), []);
    assert.deepEqual(folded(''), []);
  });
});

describe('selection', () => {
  function selected(source: string, syntax: Syntax = 'yaml'): string[] {
    const text = marked(source);
    const checked = check(text.text, syntax);
    const { lines } = checked.file;
    return selectionRanges(checked, place(text)).map((r) =>
      text.text.slice(lines.offsetAt(r.start), lines.offsetAt(r.end)),
    );
  }

  test('grows from the value to the field, the rule, the list, the group', () => {
    const text = 'Product: ENS\nPermissions:\n  - Direction: ingress\n    PortRange: "2«»2/22"\nx-a: 1\n';
    const rule = 'Direction: ingress\n    PortRange: "22/22"';
    assert.deepEqual(selected(text), [
      '22/22',
      '"22/22"',
      'PortRange: "22/22"',
      rule,
      `- ${rule}`,
      `Permissions:\n  - ${rule}`,
      `Product: ENS\nPermissions:\n  - ${rule}\nx-a: 1`,
      text.replace('«»', ''),
    ]);
  });

  test('in JSON, and of several groups only the own one', () => {
    assert.deepEqual(selected('{"Permissions": [{"Priority": «»1}]}', 'json').slice(0, 4), [
      '1',
      '"Priority": 1',
      '{"Priority": 1}',
      '[{"Priority": 1}]',
    ]);
    const both = selected('Product: ENS\n---\nProduct: «»ECS\n');
    assert.equal(both.at(-2), '---\nProduct: ECS\n');
  });

  test('every range holds the place and lies within the next', () => {
    for (const source of [yaml, '{"a": [1, {"b": 2}]}', '']) {
      const syntax = source.startsWith('{') ? 'json' : 'yaml';
      const checked = check(source, syntax);
      for (let offset = 0; offset <= source.length; offset++) {
        const ranges = selectionRanges(checked, offset).map(
          (r) => [checked.file.lines.offsetAt(r.start), checked.file.lines.offsetAt(r.end)] as const,
        );
        assert.deepEqual(ranges.at(-1), [0, source.length]);
        for (const [i, [start, end]] of ranges.entries()) {
          assert.ok(start <= offset && offset <= end);
          const inner = ranges[i - 1];
          if (inner) assert.ok(start <= inner[0] && inner[1] <= end && end - start > inner[1] - inner[0]);
        }
      }
    }
  });
});

describe('links', () => {
  test('the product leads to the vendor, a rule in a comment to its page', () => {
    const text = 'Product: ENS # sg-ignore SG1031, port-range-format, nonsense\n';
    const checked = check(text);
    const { lines } = checked.file;
    assert.deepEqual(
      documentLinks(checked, options).map((l) => [
        text.slice(lines.offsetAt(l.range.start), lines.offsetAt(l.range.end)),
        l.target,
      ]),
      [
        [
          'ENS',
          'https://www.alibabacloud.com/help/en/ens/developer-reference/api-ens-2017-11-10-createsecuritygroup',
        ],
        ['SG1031', 'rules/en/SG1031-letter-case.md'],
        ['port-range-format', 'rules/en/SG1040-port-range-format.md'],
      ],
    );
    const [chinese] = documentLinks(checked, { ...options, locale: 'zh-cn' });
    assert.match(chinese?.target ?? '', /help\.aliyun\.com\/zh/);
  });

  test('each product leads to its own page', () => {
    const [ecs] = documentLinks(check('Product: ECS\n'), options);
    assert.match(ecs?.target ?? '', /\/ecs\/.*createsecuritygroup$/);
    assert.equal(ecs?.tooltip, 'CreateSecurityGroup of ECS in the vendor’s documentation');
  });

  test('an inferred product has no link', () => {
    assert.deepEqual(documentLinks(check('Description: web\n'), options), []);
  });
});

describe('anchors', () => {
  const text = marked(`x-a: &«anchor»net 10.0.0.0/8
Permissions:
  - &base-rule
    SourceCidrIp: *«alias»net
  - <<: *«merge»base-rule
    DestCidrIp: *net
x-b: &net 10.1.0.0/16
x-c: *«later»net
`);
  const use = (name: string) => {
    const found = anchorAt(check(text.text), place(text, name));
    const shown = ({ start, end }: { start: number; end: number }) => text.text.slice(start, end);
    return (
      found && { anchor: found.anchor.start, shown: shown(found.anchor), aliases: found.aliases.map(shown) }
    );
  };

  test('an anchor and its aliases find each other, across rules', () => {
    const net = { anchor: 5, shown: '&net', aliases: ['*net', '*net'] };
    assert.deepEqual(use('anchor'), net);
    assert.deepEqual(use('alias'), net);
    assert.deepEqual(use('merge'), {
      anchor: text.text.indexOf('&base-rule'),
      shown: '&base-rule',
      aliases: ['*base-rule'],
    });
  });

  test('an anchor that is defined again counts from there on', () => {
    assert.deepEqual(use('later'), {
      anchor: text.text.lastIndexOf('&net'),
      shown: '&net',
      aliases: ['*net'],
    });
  });

  test('elsewhere there is none', () => {
    assert.equal(anchorAt(check(text.text), text.text.indexOf('Permissions')), null);
    assert.equal(anchorAt(check('{"a": "*b"}', 'json'), 7), null);
    assert.equal(anchorAt(check(''), 0), null);
  });
});
