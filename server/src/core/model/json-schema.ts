/**
 * The shapes as JSON Schema, for editors and programs that know nothing of this project. It is the lenient reading:
 * it refuses exactly what is an error of one field alone (a reversed port range aside, which no pattern can tell),
 * and leaves what needs a comparison of fields or rules to the checks. Runs when files are generated.
 */
import * as z from 'zod/mini';
import { ensGroup, ensRule, maxEnsRules } from './ens.ts';
import { fieldDocs } from './field.ts';

type Json = Record<string, unknown>;

/** The schema of an ENS definition file with one group. */
export function ensJsonSchema(): Json {
  const group = objectSchema(ensGroup);
  const properties = group.properties as Record<string, Json>;
  properties.$schema = { type: 'string', description: 'Not sent.' };
  properties.Permissions = { ...properties.Permissions, maxItems: maxEnsRules, items: objectSchema(ensRule) };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'ENS security group definition',
    description: 'The parameters of CreateSecurityGroup (ENS 2017-11-10), spelled as the API spells them.',
    ...group,
    patternProperties: { '^x-': { description: 'A home for anchors and notes. Not sent.' } },
  };
}

function objectSchema(schema: z.ZodMiniType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const doc = fieldDocs.get(zodSchema as unknown as z.ZodMiniType);
      if (doc === undefined) return;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Json)[key];
      Object.assign(jsonSchema, fieldSchema(doc));
    },
  }) as Json;
  return json;
}

function fieldSchema(doc: NonNullable<ReturnType<typeof fieldDocs.get>>): Json {
  const { pattern, ...rest } = doc.jsonSchema;
  const words = doc.values.map((v) => v.value);
  const allowed = doc.range === null ? '' : ` Allowed: ${doc.range.en}.`;
  return {
    ...rest,
    // A list for completion beside the pattern that also takes other spellings.
    ...(words.length > 0
      ? { anyOf: [{ enum: words }, { pattern }] }
      : pattern === undefined
        ? {}
        : { pattern }),
    description: doc.summary.en.replaceAll('`', '') + allowed.replaceAll('`', ''),
    examples: [doc.type === 'integer' ? Number(doc.example) : doc.example],
    ...(doc.source === null ? {} : { $comment: doc.source.en }),
  };
}
