/** A safe fix on the first line of a file that begins with a byte order mark. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll } from '../../server/src/core/features/fix-all.ts';
import { readFile } from '../../server/src/core/syntax/file.ts';
import { check, options } from '../support/check.ts';

test('the product is written behind the mark, and the text still parses', () => {
  const fixed = fixAll(readFile('\uFEFFSecurityGroupName: web\n', 'yaml'), options);
  assert.equal(fixed, '\uFEFFProduct: ENS\nSecurityGroupName: web\n');
  assert.deepEqual(check(fixed).diagnostics, []);
});

test('a missing key is seen beside a trailing comma', () => {
  const { diagnostics } = check('{ "Product": "ENS", "Permissions": [{ "Direction": "ingress", }] }', 'json');
  assert.deepEqual(
    diagnostics.map((d) => d.code),
    ['SG1005', 'SG1013'],
  );
});
