/** The ECS examples that the project ships are in order: what people copy has nothing to find in it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../support/check.ts';

const files = readdirSync('examples').filter((name) => name.startsWith('ecs-'));

test('there are examples for ECS', () => assert.ok(files.length >= 2));

for (const name of files) {
  test(`examples/${name}`, () => {
    const { diagnostics, groups } = check(readFileSync(`examples/${name}`, 'utf8'));
    assert.deepEqual(
      diagnostics.map((d) => `${d.code} ${d.message}`),
      [],
    );
    assert.equal(groups[0]?.product.product, 'ecs');
    assert.ok((groups[0]?.rules.length ?? 0) > 0);
  });
}
