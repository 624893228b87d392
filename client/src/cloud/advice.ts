/**
 * What to do about an error code of the API gateway, in one sentence. Codes of a product's own parameters are not here:
 * they belong to a place in the definition, and the language server explains them.
 * Source of the codes: the vendor's public error code pages.
 */
import type { CloudLocale } from './messages.ts';

/** What is known beside the code. */
export interface AdviceContext {
  /** Null or absent: the key comes from the environment. */
  readonly profile?: string | null;
  /** Server's clock minus this machine's. */
  readonly clockSkewSeconds?: number;
  readonly retryAfterSeconds?: number;
}

type Kind =
  | 'wrong-secret'
  | 'unknown-id'
  | 'inactive-id'
  | 'clock'
  | 'repeated'
  | 'expired-token'
  | 'not-permitted'
  | 'risk-control'
  | 'throttled'
  | 'unavailable'
  | 'internal'
  | 'quota'
  | 'wrong-endpoint'
  | 'incomplete-request';

/** First match counts. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^SignatureDoesNotMatch/i, 'wrong-secret'],
  [/^InvalidAccessKeyId\.NotFound/i, 'unknown-id'],
  [/^InvalidAccessKeyId\.Inactive|^Inactive(AccessKey|\.)/i, 'inactive-id'],
  [/^InvalidAccessKeyId/i, 'unknown-id'],
  [/^(InvalidTimeStamp|IllegalTimestamp|SignatureExpired)/i, 'clock'],
  [/^SignatureNonceUsed/i, 'repeated'],
  [/^(Invalid|Missing)SecurityToken/i, 'expired-token'],
  [/^Forbidden\.RiskControl/i, 'risk-control'],
  [/^(NoPermission|Forbidden|AuthRAM|Unauthorized|AccessDenied)/i, 'not-permitted'],
  [/^(Throttling|Rejected\.Throttling)/i, 'throttled'],
  [/^ServiceUnavailable/i, 'unavailable'],
  [/^(InternalError|CallInterface|ens\.interface\.error)/i, 'internal'],
  [/^QuotaExceed/i, 'quota'],
  [/^(InvalidAction\.NotFound|InvalidApi\.NotFound|NoSuchVersion|InvalidVersion)/i, 'wrong-endpoint'],
  [/^(IncompleteSignature|UnsupportedHTTPMethod|InvalidSignatureMethod)/i, 'incomplete-request'],
];

type Texts = Readonly<Record<Kind, (context: AdviceContext) => string>>;

/** One sentence that says what to do about a code; null for a code that is not the gateway's. */
export function adviceForCode(code: string, locale: CloudLocale, context: AdviceContext = {}): string | null {
  const kind = kinds.find(([pattern]) => pattern.test(code))?.[1];
  return kind === undefined ? null : (locale === 'zh-cn' ? chinese : english)[kind](context);
}

const english: Texts = {
  'wrong-secret': (c) =>
    `The AccessKey secret does not belong to the AccessKey id: check the secret ${keyPlace(c)}.`,
  'unknown-id': (c) =>
    `The AccessKey id does not exist: check the id ${keyPlace(c)}, and whether the endpoint belongs to the same site (China or international).`,
  'inactive-id': (c) =>
    `The AccessKey is disabled: enable it in the RAM console, or replace the key ${keyPlace(c)}.`,
  clock: ({ clockSkewSeconds: skew }) =>
    skew === undefined || skew === 0
      ? 'The clock of this machine is wrong by more than the allowed 15 minutes: set it.'
      : `The clock of this machine is ${Math.abs(skew)} s ${skew > 0 ? 'behind' : 'ahead of'} the server's, and 15 minutes are allowed: set it.`,
  repeated: () =>
    'The request reached the cloud twice: look in the console for its result before you try again.',
  'expired-token': (c) => `The temporary key has expired or is invalid: renew the key ${keyPlace(c)}.`,
  'not-permitted': (c) =>
    `The key ${keyPlace(c)} may not do this: ask for a RAM policy that allows ens:CreateSecurityGroup, ens:DescribeSecurityGroups and ens:DescribeSecurityGroupAttribute.`,
  'risk-control': () =>
    'The account is under risk control: check messages and identity verification in the Alibaba Cloud console.',
  throttled: ({ retryAfterSeconds: wait }) =>
    `Too many requests were made with this account: wait ${wait === undefined ? 'a minute' : `${wait} s`} and try again.`,
  unavailable: () => 'The service is not available at the moment: try again in a few minutes.',
  internal: () =>
    'The service failed: look in the console for the result, then try again later, quoting the request id to support if it persists.',
  quota: () =>
    'The quota of security groups or rules is used up: delete what is not needed, or apply for a higher quota.',
  'wrong-endpoint': () =>
    'The endpoint does not know this API: check that it is one of ENS, such as https://ens.aliyuncs.com.',
  'incomplete-request': () =>
    'The signature arrived incomplete: check whether a proxy changes requests on their way.',
};

const chinese: Texts = {
  'wrong-secret': (c) => `AccessKey Secret 与 AccessKey ID 不匹配：请检查${chineseKeyPlace(c)}中的 Secret。`,
  'unknown-id': (c) =>
    `AccessKey ID 不存在：请检查${chineseKeyPlace(c)}中的 ID，以及接入地址是否属于同一站点（中国站或国际站）。`,
  'inactive-id': (c) => `AccessKey 已被禁用：请在 RAM 控制台启用，或更换${chineseKeyPlace(c)}中的密钥。`,
  clock: ({ clockSkewSeconds: skew }) =>
    skew === undefined || skew === 0
      ? '本机时钟误差超过允许的 15 分钟：请校准时钟。'
      : `本机时钟比服务器${skew > 0 ? '慢' : '快'} ${Math.abs(skew)} 秒，允许误差为 15 分钟：请校准时钟。`,
  repeated: () => '请求两次到达云端：重试之前，请先在控制台查看结果。',
  'expired-token': (c) => `临时密钥已过期或无效：请重新获取${chineseKeyPlace(c)}中的密钥。`,
  'not-permitted': (c) =>
    `${chineseKeyPlace(c)}中的密钥没有此操作的权限：请申请允许 ens:CreateSecurityGroup、ens:DescribeSecurityGroups 和 ens:DescribeSecurityGroupAttribute 的 RAM 策略。`,
  'risk-control': () => '账号处于风险控制状态：请在阿里云控制台查看消息和实名认证。',
  throttled: ({ retryAfterSeconds: wait }) =>
    `该账号的请求过于频繁：请等待${wait === undefined ? '一分钟' : ` ${wait} 秒`}后重试。`,
  unavailable: () => '服务暂时不可用：请几分钟后重试。',
  internal: () => '服务内部出错：请先在控制台查看结果，稍后再试；若仍出错，请将请求 ID 提供给技术支持。',
  quota: () => '安全组或规则的配额已用完：请删除不需要的，或申请提高配额。',
  'wrong-endpoint': () => '该接入地址不支持此 API：请确认是 ENS 的地址，例如 https://ens.aliyuncs.com。',
  'incomplete-request': () => '签名不完整：请检查代理是否改动了请求。',
};

function keyPlace({ profile }: AdviceContext): string {
  return profile ? `of the profile "${profile}"` : 'in the environment variables';
}

function chineseKeyPlace({ profile }: AdviceContext): string {
  return profile ? `配置“${profile}”` : '环境变量';
}
