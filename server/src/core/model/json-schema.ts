/**
 * The shapes as JSON Schema, for editors and programs that know nothing of this project. It is the lenient reading:
 * it refuses exactly what is an error of one field alone (a reversed port range aside, which no pattern can tell),
 * and leaves what needs a comparison of fields or rules to the checks. Runs when files are generated.
 */
import * as z from 'zod/mini';
import { ecsGroup } from './ecs.ts';
import { ecsRule } from './ecs-rule.ts';
import { ecsTag, maxTags } from './ecs-tag.ts';
import { ensGroup, ensRule, maxEnsRules } from './ens.ts';
import { fieldDocs } from './field.ts';

type Json = Record<string, unknown>;

/** The schema of an ENS definition file with one group. */
export function ensJsonSchema(): Json {
  return definitionSchema(
    'ENS security group definition',
    'The parameters of CreateSecurityGroup (ENS 2017-11-10), spelled as the API spells them.',
    ensGroup,
    { Permissions: { maxItems: maxEnsRules, items: objectSchema(ensRule) } },
  );
}

/** The schema of an ECS definition file with one group. */
export function ecsJsonSchema(): Json {
  const { required: _, ...tag } = objectSchema(ecsTag);
  const hasKey = { anyOf: ['Key', 'key'].map((key) => ({ properties: { [key]: {} }, required: [key] })) };
  return definitionSchema(
    'ECS security group definition',
    'The parameters of CreateSecurityGroup (ECS 2014-05-26), with the rules that are authorized afterwards.',
    ecsGroup,
    {
      Permissions: { items: objectSchema(ecsRule) },
      Tag: { maxItems: maxTags, items: { ...tag, ...hasKey } },
    },
  );
}

/** `lists`: what is known of the items of the list fields. */
function definitionSchema(
  title: string,
  description: string,
  shape: z.ZodMiniType,
  lists: Readonly<Record<string, Json>>,
): Json {
  const group = objectSchema(shape);
  const properties = group.properties as Record<string, Json>;
  properties.$schema = { type: 'string', description: 'Not sent.' };
  for (const [name, list] of Object.entries(lists)) properties[name] = { ...properties[name], ...list };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    description,
    ...group,
    patternProperties: { '^x-': { description: 'A home for anchors and notes. Not sent.' } },
  };
}

function objectSchema(schema: z.ZodMiniType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    // What a field takes is written by hand, so nothing is lost where zod cannot tell.
    unrepresentable: 'any',
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
    ...(words.length > 0 && pattern !== undefined
      ? { anyOf: [{ enum: words }, { pattern }] }
      : pattern === undefined
        ? {}
        : { pattern }),
    description: doc.summary.en.replaceAll('`', '') + allowed.replaceAll('`', ''),
    examples: [doc.type === 'integer' ? Number(doc.example) : doc.example],
    ...(doc.source === null ? {} : { $comment: doc.source.en }),
  };
}
