/** *Disable … for this line*: the comment that is written, and that it silences the finding. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { disableForLine } from '../../../server/src/core/features/disable-rule.ts';
import type { Syntax } from '../../../server/src/core/syntax/file.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { arbitraryDefinition, toJson, toYamlBlock, toYamlFlow } from '../../support/arbitrary-definition.ts';
import { check, options } from '../../support/check.ts';
import { assertProperty } from '../../support/property.ts';

/** The text after the first finding of a rule was disabled; null when that is not offered. */
function disabled(text: string, code: string, syntax: Syntax = 'yaml'): string | null {
  const checked = check(text, syntax);
  const finding = checked.diagnostics.find((d) => d.code === code);
  assert.ok(finding, `${code} is reported`);
  const edit = disableForLine(checked, finding, options);
  return edit === null ? null : applyEdits(text, [edit]);
}

test('behind the line, with the mark of the language', () => {
  assert.equal(disabled('Product: ens  \n', 'SG1031'), 'Product: ens # sg-ignore letter-case  \n');
  assert.equal(
    disabled('{\n  "Product": "ens"\n}\n', 'SG1031', 'json'),
    '{\n  "Product": "ens" // sg-ignore letter-case\n}\n',
  );
});

test('in the comment that is there already, whatever follows in it', () => {
  assert.equal(
    disabled('Product: ens # sg-ignore SG1004 reason="x"\nNmae: x # sg-ignore SG1004\n', 'SG1031'),
    'Product: ens # sg-ignore SG1004, letter-case reason="x"\nNmae: x # sg-ignore SG1004\n',
  );
  assert.equal(
    disabled('# sg-ignore SG1040\nProduct: ens\n', 'SG1031'),
    '# sg-ignore SG1040, letter-case\nProduct: ens\n',
  );
});

test('above a line that ends in another comment', () => {
  assert.equal(
    disabled('a: 1\nPermissions:\n  - Direction: INGRESS # why\n', 'SG1031'),
    'a: 1\nPermissions:\n  # sg-ignore letter-case\n  - Direction: INGRESS # why\n',
  );
});

test('line ends of Windows stay', () => {
  assert.equal(
    disabled('Product: ens # why\r\n', 'SG1031'),
    '# sg-ignore letter-case\r\nProduct: ens # why\r\n',
  );
});

test('a security finding waits for its reason', () => {
  const key = `LTAI5t${'Ab1'.repeat(6)}`;
  const after = disabled(`Product: ENS\nDescription: uses ${key}\n`, 'SG3001') ?? '';
  assert.match(after, /# sg-ignore leaked-access-key reason=""$/m);
  const codes = (text: string) => check(text).diagnostics.map((d) => d.code);
  assert.ok(codes(after).includes('SG3001') && codes(after).includes('SG4005'));
  assert.deepEqual(codes(after.replace('""', '"an example"')), []);
});

test('syntax errors and findings about comments are not disabled', () => {
  assert.equal(disabled('Product: "ENS\n', 'SG1001'), null);
  assert.equal(disabled('Product: ENS # sg-ignore SG1031\n', 'SG4002'), null);
});

test('every finding of random definitions that can be disabled is, and nothing else changes', () => {
  let done = 0;
  const forms = [
    [toYamlBlock, 'yaml'],
    [toYamlFlow, 'yaml'],
    [toJson, 'json'],
  ] as const;
  assertProperty(
    fc.property(arbitraryDefinition(150, 2), fc.constantFrom(...forms), (definition, [write, syntax]) => {
      const text = write(definition);
      const before = check(text, syntax);
      for (const finding of before.diagnostics) {
        const edit = disableForLine(before, finding, options);
        if (edit === null) continue;
        const after = check(applyEdits(text, [edit]), syntax);
        assert.ok(after.diagnostics.length < before.diagnostics.length, text);
        const codes = new Set(before.diagnostics.map((d) => d.code));
        assert.ok(
          after.diagnostics.every((d) => codes.has(d.code)),
          'nothing new',
        );
        done++;
      }
    }),
    60,
  );
  assert.ok(done > 100, `${done} findings`);
});
