/**
 * The building blocks of the shapes: a `zod/mini` schema for each kind of field, together with what people read about
 * it. A schema reports faults as data (`params.fault`), never as text.
 */
import * as z from 'zod/mini';
import type { Text } from '../i18n/locale.ts';
import type { Fault } from './fault.ts';

/** A value that a field may have, with what it means. */
export interface ValueDoc {
  readonly value: string;
  readonly doc: Text;
}

/** What completion, hover and the JSON Schema know about a field. */
export interface FieldDoc {
  /** One or two sentences. */
  readonly summary: Text;
  readonly type: 'string' | 'integer' | 'boolean' | 'object' | 'array';
  /** What the value may be, in words. */
  readonly range: Text | null;
  readonly example: string;
  /** The closed list of values, in the spelling of the document. */
  readonly values: readonly ValueDoc[];
  /** Where the vendor documents it; null for keys of our own. */
  readonly source: Text | null;
  readonly required: boolean;
  /** The field that cannot be set together with this one; null when every other can. */
  readonly excludes: string | null;
  /** An old name that is still taken; it is explained, not offered. */
  readonly deprecated: boolean;
  /** The lenient reading as JSON Schema: it refuses exactly what is an error of this field alone. */
  readonly jsonSchema: Readonly<Record<string, unknown>>;
  /** Reads a value of another type that has only one meaning, such as the port `80` written as a number. */
  readonly otherType: ((value: unknown) => Fault | null) | null;
}

/** Metadata of every field schema. */
export const fieldDocs = z.registry<FieldDoc>();

type Doc = Pick<FieldDoc, 'summary' | 'range' | 'example' | 'source' | 'required'> &
  Partial<Pick<FieldDoc, 'values' | 'otherType' | 'excludes' | 'deprecated'>>;

type JsonSchema = Readonly<Record<string, unknown>>;

function register<S extends z.ZodMiniType>(
  schema: S,
  type: FieldDoc['type'],
  doc: Doc,
  jsonSchema: JsonSchema,
): S {
  fieldDocs.add(schema, {
    values: [],
    otherType: null,
    excludes: null,
    deprecated: false,
    ...doc,
    type,
    jsonSchema: { type, ...jsonSchema },
  });
  return schema;
}

/** A text; `read` returns what is wrong with one. An empty text is a fault of its own and nothing else. */
export function textField(doc: Doc, read: (value: string) => readonly Fault[], jsonSchema: JsonSchema = {}) {
  return register(textSchema(read, false), 'string', doc, { minLength: 1, ...jsonSchema });
}

/** A text that may be empty. */
export function emptyableTextField(
  doc: Doc,
  read: (value: string) => readonly Fault[],
  jsonSchema: JsonSchema,
) {
  return register(textSchema(read, true), 'string', doc, jsonSchema);
}

function textSchema(read: (value: string) => readonly Fault[], mayBeEmpty: boolean) {
  return z.string().check(
    z.check((ctx) => {
      const faults: readonly Fault[] =
        ctx.value === '' && !mayBeEmpty ? [{ kind: 'empty-string', data: {} }] : read(ctx.value);
      for (const fault of faults) {
        ctx.issues.push({ code: 'custom', input: ctx.value, params: { fault }, continue: true });
      }
    }),
  );
}

interface KeywordOptions {
  /** Words that only other calls of the API list: accepted with a remark. */
  readonly otherCalls?: readonly string[];
  /** The letter case is free; otherwise another one is accepted with a remark. */
  readonly anyCase?: boolean;
}

/** A word from a closed list. */
export function keywordField(
  doc: Doc & { values: readonly ValueDoc[] },
  { otherCalls = [], anyCase = false }: KeywordOptions = {},
) {
  const words = doc.values.map((v) => v.value);
  const read = (value: string): Fault[] => {
    if (words.includes(value)) return [];
    const same = (word: string) => word.toLowerCase() === value.toLowerCase();
    const word = words.find(same);
    if (word !== undefined) return anyCase ? [] : [{ kind: 'letter-case', data: { value, meant: word } }];
    const other = otherCalls.find(same);
    return other === undefined
      ? [{ kind: 'keyword', data: { value, values: words } }]
      : [{ kind: 'keyword-of-other-call', data: { value, values: words } }];
  };
  return textField(doc, read, { pattern: anyCasePattern([...words, ...otherCalls]) });
}

/** A pattern for words in any letter case, `^(?:[Tt][Cc][Pp])$`: JSON Schema has no flag for letter case. */
export function anyCasePattern(words: readonly string[]): string {
  const one = (word: string) =>
    [...word]
      .map((c) => (c.toLowerCase() === c.toUpperCase() ? c : `[${c.toUpperCase()}${c.toLowerCase()}]`))
      .join('');
  return `^(?:${words.map(one).join('|')})$`;
}

/** An integer from a range. */
export function integerField(doc: Doc, min: number, max: number, rangeFault: Fault['kind']) {
  const schema = z.int().check(
    z.check((ctx) => {
      if (ctx.value >= min && ctx.value <= max) return;
      const fault: Fault = { kind: rangeFault, data: { value: ctx.value, min, max } };
      ctx.issues.push({ code: 'custom', input: ctx.value, params: { fault }, continue: true });
    }),
  );
  return register(schema, 'integer', doc, { minimum: min, maximum: max });
}

/** Any integer, however large: whether it is in range is for the field to say. */
const wholeNumber = z.custom<number | bigint>((v) => typeof v === 'bigint' || Number.isInteger(v));

/**
 * A parameter that travels as text whatever it is written as: `6` and `"6"` are the same on the wire. `read` gets
 * the text.
 */
export function flatField(
  doc: Doc,
  type: FieldDoc['type'],
  read: (value: string) => readonly Fault[],
  alternatives: readonly JsonSchema[],
) {
  const schema = z.union([z.string(), type === 'boolean' ? z.boolean() : wholeNumber]).check(
    z.check((ctx) => {
      // Digits, not `1e+30`.
      const text = String(typeof ctx.value === 'number' ? BigInt(ctx.value) : ctx.value);
      const faults: readonly Fault[] = text === '' ? [{ kind: 'empty-string', data: {} }] : read(text);
      for (const fault of faults) {
        ctx.issues.push({ code: 'custom', input: ctx.value, params: { fault }, continue: true });
      }
    }),
  );
  fieldDocs.add(schema, {
    values: [],
    otherType: null,
    excludes: null,
    deprecated: false,
    ...doc,
    type,
    jsonSchema: { anyOf: alternatives },
  });
  return schema;
}

/** A list whose items are read one by one elsewhere. */
export function listField(doc: Doc, items: JsonSchema) {
  return register(z.array(z.unknown()), 'array', doc, { items });
}
