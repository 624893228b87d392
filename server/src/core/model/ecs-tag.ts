/** The shape of one item of `Tag` of an ECS definition: `Key` and `Value`, and their deprecated lower-case names. */
import * as z from 'zod/mini';
import type { Fault } from './fault.ts';
import { emptyableTextField, textField } from './field.ts';
import { codePoints } from './text-faults.ts';
import { ecsCreateSecurityGroupPage as source } from './vendor-pages.ts';

/** Most tags of one group: "n的取值范围为 1~20". */
export const maxTags = 20;
/** Most characters of a key: 64 in the older document, 128 in the newer one. A value has 128 in both. */
export const maxTagKey = { older: 64, newer: 128 } as const;
export const maxTagValue = 128;

/** `mild`: only one of the documents forbids it. */
function prefixFaults(value: string, mild: boolean): Fault[] {
  const prefix = /^(?:aliyun|acs:|https?:\/\/)/.exec(value)?.[0];
  if (prefix !== undefined) return [{ kind: 'tag-prefix', data: { prefix, mild: mild ? 'mild' : '' } }];
  const inside = /https?:\/\//.exec(value)?.[0];
  return inside === undefined || mild
    ? []
    : [{ kind: 'tag-prefix', data: { prefix: inside, mild: 'inside' } }];
}

function keyFaults(value: string): Fault[] {
  const length = codePoints(value);
  const faults = prefixFaults(value, false);
  if (length > maxTagKey.older) {
    const mild = length <= maxTagKey.newer ? 'mild' : '';
    faults.push({ kind: 'tag-length', data: { length, max: maxTagKey.newer, older: maxTagKey.older, mild } });
  }
  return faults;
}

function valueFaults(value: string): Fault[] {
  const length = codePoints(value);
  const faults = prefixFaults(value, true);
  if (length > maxTagValue) {
    faults.push({ kind: 'tag-length', data: { length, max: maxTagValue, older: maxTagValue, mild: '' } });
  }
  return faults;
}

const keyRange = {
  en: '1 to 128 characters (64 in the older document); not `aliyun`, `acs:`, `http://` or `https://` first',
  'zh-cn': '1~128 个字符（旧版文档为 64 个）；不能以 `aliyun`、`acs:`、`http://` 或 `https://` 开头',
};
const valueRange = {
  en: '0 to 128 characters; not `aliyun`, `acs:`, `http://` or `https://` first in the older document',
  'zh-cn': '0~128 个字符；旧版文档规定不能以 `aliyun`、`acs:`、`http://` 或 `https://` 开头',
};

function keyField(en: string, zh: string, deprecated = false) {
  const doc = {
    summary: { en, 'zh-cn': zh },
    range: keyRange,
    example: 'team',
    source,
    required: false,
    deprecated,
  };
  return z.optional(textField(doc, keyFaults, { maxLength: 128, pattern: '^(?!aliyun|acs:|https?://)' }));
}

function valueField(en: string, zh: string, deprecated = false) {
  const doc = {
    summary: { en, 'zh-cn': zh },
    range: valueRange,
    example: 'web',
    source,
    required: false,
    deprecated,
  };
  return z.optional(emptyableTextField(doc, valueFaults, { maxLength: 128 }));
}

/** One item of `Tag`. A key is needed under one of its two names. */
export const ecsTag = z
  .strictObject({
    Key: keyField('The key of the tag.', '标签键。'),
    Value: valueField('The value of the tag; may be empty.', '标签值，可以为空。'),
    key: keyField('The old name of `Key`; deprecated.', '`Key` 的旧名称，即将弃用。', true),
    value: valueField('The old name of `Value`; deprecated.', '`Value` 的旧名称，即将弃用。', true),
  })
  .check(
    z.check((ctx) => {
      if ('Key' in ctx.value || 'key' in ctx.value) return;
      const fault: Fault = { kind: 'missing-key', data: { key: 'Key' } };
      ctx.issues.push({ code: 'custom', input: ctx.value, params: { fault }, continue: true });
    }),
  );
