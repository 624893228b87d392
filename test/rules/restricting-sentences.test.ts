/**
 * Holds the table of restricting sentences and the rules together: every sentence is enforced or has a reason why no
 * file can show it, every definition that violates one is reported, and every SG1 rule has a source.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../server/src/core/rules/registry.gen.ts';
import { check } from '../support/check.ts';
import { ecsErrorCodes } from './ecs-error-codes.ts';
import { ecsRule } from './ecs-examples.ts';
import { ecsSentences } from './ecs-sentences.ts';
import { type EnforcedSentence, otherSources, restrictingSentences } from './restricting-sentences.ts';
import { validDefinition } from './sentence-examples.ts';

const tables = {
  'ENS CreateSecurityGroup': restrictingSentences,
  'ECS CreateSecurityGroup and AuthorizeSecurityGroup(Egress)': ecsSentences,
  'error codes of ECS': ecsErrorCodes,
};

const ids = new Set<string>(rules.map((r) => r.id));

/** Ids of what is found beyond hints. */
function found(text: string): string[] {
  return check(text)
    .diagnostics.filter((d) => d.severity !== 'hint')
    .map((d) => d.code);
}

test('the definitions that the examples start from are in order', () => {
  assert.deepEqual(found(validDefinition), []);
  assert.deepEqual(found(ecsRule({})), []);
});

for (const [document, sentences] of Object.entries(tables)) {
  describe(`restricting sentences: ${document}`, () => {
    for (const [number, row] of sentences.entries()) {
      test(`${number + 1}. ${row.where}: ${row.quote}`, () => {
        if ('reason' in row) assert.match(row.reason, /\w{2,} \w+/, 'a reason');
        else checkEnforced(row);
      });
    }
  });
}

function checkEnforced({ rules: named, shows }: EnforcedSentence): void {
  assert.ok(named.length > 0, 'the sentence has a rule or a reason');
  for (const id of named) assert.ok(ids.has(id), `${id} is a rule`);
  assert.ok(shows.length > 0, 'a definition shows the violation');
  const reported = new Set<string>();
  for (const text of shows) {
    const here = found(text).filter((code) => named.includes(code));
    assert.ok(here.length > 0, `${named.join(' or ')} reports:\n${text}`);
    for (const code of here) reported.add(code);
  }
  assert.deepEqual([...reported].sort(), [...named].sort(), 'every rule of the row reports something');
}

describe('sources of the SG1 rules', () => {
  const sentences = Object.values(tables).flat();
  const demanded = new Set(sentences.flatMap((row) => ('rules' in row ? row.rules : [])));
  for (const { id, name } of rules.filter((r) => r.id.startsWith('SG1'))) {
    test(`${id} ${name}`, () => {
      const other = otherSources[id];
      assert.ok(demanded.has(id) || other !== undefined, 'a sentence of the document or another source');
      assert.ok(!demanded.has(id) || other === undefined, 'one source: the sentence is enough');
      if (other !== undefined) assert.match(other, /\w{2,} \w+/, 'another source has words');
    });
  }
  test('every other source belongs to a rule', () => {
    assert.deepEqual(
      Object.keys(otherSources).filter((id) => !ids.has(id)),
      [],
    );
  });
});
