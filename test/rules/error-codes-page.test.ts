/**
 * `docs/error-codes.md` and the tables of error codes say the same: for every documented code the rules that report
 * it beforehand, or why no file can show it.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ecsErrorCodesByCall } from './ecs-error-codes.ts';
import { ensErrorCodes } from './restricting-sentences.ts';

const sections = {
  'ENS CreateSecurityGroup': ensErrorCodes,
  'ECS CreateSecurityGroup': ecsErrorCodesByCall.create,
  'ECS AuthorizeSecurityGroup and AuthorizeSecurityGroupEgress': ecsErrorCodesByCall.authorize,
};

test('the page lists every documented error code with its rules or the reason', () => {
  const tables = Object.entries(sections).map(([title, rows]) => {
    const lines = rows.map(
      (row) => `| \`${row.where}\` | ${'reason' in row ? row.reason : row.rules.join(', ')} |`,
    );
    return `## ${title}\n\n| code | rules, or why no file can show it |\n|---|---|\n${lines.join('\n')}\n`;
  });
  const page = readFileSync('docs/error-codes.md', 'utf8');
  assert.equal(page.slice(page.indexOf('## ')), tables.join('\n'));
});

test('no code is listed twice for one call', () => {
  for (const rows of Object.values(sections)) {
    const codes = rows.map((row) => row.where);
    assert.deepEqual(codes, [...new Set(codes)]);
  }
});
