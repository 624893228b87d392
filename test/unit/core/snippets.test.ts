/** The snippets for whole files: with their first choices taken they are definitions without a finding. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../../support/check.ts';

interface Snippet {
  readonly body: readonly string[];
}

/** The text that stands there when nothing is typed. */
function filled({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$0/g, '');
}

for (const syntax of ['yaml', 'json'] as const) {
  const file = readFileSync(`syntaxes/snippets/alicloud-sg-${syntax}.json`, 'utf8');
  for (const [name, snippet] of Object.entries(JSON.parse(file) as Record<string, Snippet>)) {
    test(`${name} (${syntax})`, () => {
      const { diagnostics, groups } = check(filled(snippet), syntax);
      assert.deepEqual(
        diagnostics.map((d) => `${d.code} ${d.message}`),
        [],
      );
      assert.equal(groups[0]?.product.product.toUpperCase(), name.slice(0, 3));
    });
  }
}
