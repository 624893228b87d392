/** Semantic tokens, shown in the text where they stand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { semanticTokens } from '../../../server/src/core/features/semantic-tokens.ts';
import type { Syntax } from '../../../server/src/core/syntax/file.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { check } from '../../support/check.ts';

/** The text with its tokens in angle brackets. */
function shown(text: string, syntax: Syntax = 'yaml'): string {
  const edits = semanticTokens(check(text, syntax)).map(({ span, type }) => ({
    ...span,
    newText: `‹${type.replace('securityGroup', '')} ${text.slice(span.start, span.end)}›`,
  }));
  return applyEdits(text, edits);
}

const bare = (text: string) => text.replace(/‹\w+ ([^›]*)›/g, '$1');

test('policies and public addresses are marked', () => {
  const text = `Permissions:
  - Policy: ‹Accept accept›
    SourceCidrIp: ‹Public 0.0.0.0/0›
    Description: Accept
  - Policy: ‹Drop "Drop"›
    SourceCidrIp: 10.0.0.0/8
    Ipv6DestCidrIp: ‹Public '2400::/12'›
    DestCidrIp: 203.0.113.0/24
  - Policy: Deny
    SourceCidrIp: 8.8.8.8/33
    DestCidrIp: ‹Public 8.8.8.8›
`;
  assert.equal(shown(bare(text)), text);
});

test('in JSON, and not at an alias', () => {
  const json = '{"Permissions": [{"Policy": ‹Drop "Drop"›, "SourceCidrIp": ‹Public "1.1.1.1"›}]}';
  assert.equal(shown(bare(json), 'json'), json);
  const yaml = 'x-a: &a Drop\nPermissions:\n  - Policy: *a\n';
  assert.equal(shown(yaml), yaml);
});
