/**
 * The shape of an ECS definition: every parameter of CreateSecurityGroup (2014-05-26), the hidden ones included, and
 * the rules that go out afterwards. The rules and tags have their shapes beside this one.
 */
import * as z from 'zod/mini';
import type { Text } from '../i18n/locale.ts';
import { accountIdFaults, regionFaults } from './ecs-faults.ts';
import { maxTags } from './ecs-tag.ts';
import { flatField, keywordField, listField, textField } from './field.ts';
import { productField } from './own-fields.ts';
import { regions } from './regions.ts';
import { clientTokenFaults, descriptionFaults, ecsNameFaults } from './text-faults.ts';
import { ecsAuthorizeSecurityGroupPage, ecsCreateSecurityGroupPage as source } from './vendor-pages.ts';

/** Rules that one ECS group takes by default; older groups took 100, and a quota can be raised. */
export const maxEcsRules = 200;
/** Rules that name another group, in one basic group. */
export const maxGroupReferences = 20;

const optional = { source, required: false } as const;

function idField(example: string, summary: Text) {
  return z.optional(textField({ summary, range: null, example, ...optional }, () => []));
}

function hiddenId(key: string) {
  const summary = {
    en: 'A common parameter of ECS calls that the document does not describe.',
    'zh-cn': 'ECS 接口的通用参数，文档未说明。',
  };
  const doc = { summary, range: null, example: '1234567890123456', ...optional };
  const alternatives = [
    { type: 'integer', minimum: 0 },
    { type: 'string', pattern: '^[0-9]+$' },
  ];
  return z.optional(flatField(doc, 'integer', accountIdFaults(key), alternatives));
}

/** The keys of a group. `Product`, `Permissions`, `$schema` and `x-…` are not sent with CreateSecurityGroup. */
export const ecsGroup = z.strictObject({
  Product: z.optional(productField),
  Action: z.optional(
    keywordField({
      summary: {
        en: 'The call that creates the group. Not needed: it is always the same.',
        'zh-cn': '创建安全组的接口名。始终相同，不需要填写。',
      },
      range: null,
      example: 'CreateSecurityGroup',
      ...optional,
      values: [
        {
          value: 'CreateSecurityGroup',
          doc: { en: 'The only value.', 'zh-cn': '唯一的取值。' },
        },
      ],
    }),
  ),
  RegionId: textField(
    {
      summary: {
        en: 'The region of the group. It decides where the request goes.',
        'zh-cn': '安全组所属的地域，决定请求发往何处。',
      },
      range: null,
      example: 'cn-hangzhou',
      source,
      required: true,
      values: regions.map(({ id, name }) => ({ value: id, doc: name })),
    },
    regionFaults,
  ),
  SecurityGroupName: z.optional(
    textField(
      {
        summary: {
          en: 'The name of the security group. Names need not be unique.',
          'zh-cn': '安全组名称。名称可以重复。',
        },
        range: {
          en: '2 to 128 characters: letters, digits, `:`, `_`, `-` and, in the newer document, `.`; a letter first; not `http://` or `https://`',
          'zh-cn':
            '2~128 个字符：字母、中文、数字、`:`、`_`、`-`，新版文档还有 `.`；以字母或中文开头；不能以 `http://` 或 `https://` 开头',
        },
        example: 'web-tier',
        ...optional,
      },
      ecsNameFaults,
      { minLength: 2, maxLength: 128, pattern: '^(?!https?://)\\p{L}[\\p{L}0-9:_.-]*$' },
    ),
  ),
  Description: z.optional(
    textField(
      {
        summary: { en: 'What the security group is for.', 'zh-cn': '安全组的描述，说明它的用途。' },
        range: {
          en: '2 to 256 characters; not `http://` or `https://` first',
          'zh-cn': '2~256 个字符；不能以 `http://` 或 `https://` 开头',
        },
        example: 'Public web tier',
        ...optional,
      },
      descriptionFaults,
      { minLength: 2, maxLength: 256, pattern: '^(?!https?://)' },
    ),
  ),
  VpcId: idField('vpc-bp1opxu1zkhn00gzv****', {
    en: 'The VPC of the group. Without it the group is for the classic network, which most regions do not have.',
    'zh-cn': '安全组所属的 VPC。省略时为经典网络类型，而大多数地域没有经典网络。',
  }),
  SecurityGroupType: z.optional(
    keywordField({
      summary: {
        en: 'The kind of the group. An enterprise group needs a VPC and takes no references to other groups.',
        'zh-cn': '安全组类型。企业安全组必须属于 VPC，且不能引用其他安全组。',
      },
      range: null,
      example: 'normal',
      ...optional,
      values: [
        {
          value: 'normal',
          doc: { en: 'Basic security group; the default.', 'zh-cn': '普通安全组，默认值。' },
        },
        { value: 'enterprise', doc: { en: 'Advanced security group.', 'zh-cn': '企业安全组。' } },
      ],
    }),
  ),
  ResourceGroupId: idField('rg-bp67acfmxazb4p****', {
    en: 'The resource group that the security group belongs to.',
    'zh-cn': '安全组所在的资源组 ID。',
  }),
  Tag: z.optional(
    listField(
      {
        summary: {
          en: 'The tags of the group, each with `Key` and `Value`.',
          'zh-cn': '安全组的标签，每个包含 `Key` 和 `Value`。',
        },
        range: { en: `0 to ${maxTags} tags`, 'zh-cn': `0~${maxTags} 个标签` },
        example: '- Key: team',
        ...optional,
      },
      {},
    ),
  ),
  ClientToken: z.optional(
    textField(
      {
        summary: {
          en: 'Makes the call idempotent. Left out, each create gets a token of its own, which is what is wanted.',
          'zh-cn': '保证请求幂等。省略时，每次创建使用各自的值，通常应当省略。',
        },
        range: { en: 'at most 64 ASCII characters', 'zh-cn': '最多 64 个 ASCII 字符' },
        example: '123e4567-e89b-12d3-a456-426655440000',
        ...optional,
      },
      clientTokenFaults,
      { maxLength: 64, pattern: '^[\\x00-\\x7F]*$' },
    ),
  ),
  OwnerAccount: idField('ECSforCloud@Alibaba.com', {
    en: 'The login name of the RAM user.',
    'zh-cn': 'RAM 用户的账号登录名称。',
  }),
  OwnerId: hiddenId('OwnerId'),
  ResourceOwnerAccount: idField('test@aliyun.com', {
    en: 'A common parameter of ECS calls that the document does not describe.',
    'zh-cn': 'ECS 接口的通用参数，文档未说明。',
  }),
  ResourceOwnerId: hiddenId('ResourceOwnerId'),
  ServiceManaged: z.optional(
    flatField(
      {
        summary: {
          en: 'Not publicly available, says the document.',
          'zh-cn': '文档说明：该参数暂未开放使用。',
        },
        range: { en: '`true` or `false`', 'zh-cn': '`true` 或 `false`' },
        example: 'false',
        ...optional,
      },
      'boolean',
      (value) =>
        /^(?:true|false)$/i.test(value)
          ? []
          : [{ kind: 'keyword', data: { value, values: ['true', 'false'] } }],
      [{ type: 'boolean' }, { type: 'string', pattern: '^(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$' }],
    ),
  ),
  Permissions: z.optional(
    listField(
      {
        summary: {
          en: 'The rules of the group. They go out after it was created, through AuthorizeSecurityGroup and AuthorizeSecurityGroupEgress.',
          'zh-cn':
            '安全组规则。创建安全组之后，通过 AuthorizeSecurityGroup 和 AuthorizeSecurityGroupEgress 添加。',
        },
        range: { en: 'rules, each with its `Direction`', 'zh-cn': '规则列表，每条都有 `Direction`' },
        example: '- Direction: ingress',
        source: ecsAuthorizeSecurityGroupPage,
        required: false,
      },
      {},
    ),
  ),
});
