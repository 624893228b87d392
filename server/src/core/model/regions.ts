/**
 * The regions of ECS with their names in both languages and their endpoints. The list grows without notice, so an id
 * that is not here is unusual, never wrong: DescribeRegions is the authority. Sydney and Mumbai are closed and left out.
 */
import type { Text } from '../i18n/locale.ts';

export interface Region {
  readonly id: string;
  readonly name: Text;
  /** Host name of the ECS endpoint, without scheme. */
  readonly endpoint: string;
}

/** `ecs.<region>.aliyuncs.com` is the rule; a few old regions and the closed clouds share another endpoint. */
const region = (id: string, en: string, zh: string, endpoint = `ecs.${id}.aliyuncs.com`): Region => ({
  id,
  name: { en, 'zh-cn': zh },
  endpoint,
});

/** Regions as the endpoint table of the vendor's SDK lists them (2026-07). */
export const regions: readonly Region[] = [
  region('cn-hangzhou', 'East China 1 (Hangzhou)', '华东1（杭州）', 'ecs-cn-hangzhou.aliyuncs.com'),
  region('cn-shanghai', 'East China 2 (Shanghai)', '华东2（上海）'),
  region('cn-beijing', 'North China 2 (Beijing)', '华北2（北京）'),
  region('cn-shenzhen', 'South China 1 (Shenzhen)', '华南1（深圳）'),
  region('cn-qingdao', 'North China 1 (Qingdao)', '华北1（青岛）'),
  region('cn-zhangjiakou', 'North China 3 (Zhangjiakou)', '华北3（张家口）'),
  region('cn-huhehaote', 'North China 5 (Hohhot)', '华北5（呼和浩特）'),
  region('cn-wulanchabu', 'North China 6 (Ulanqab)', '华北6（乌兰察布）'),
  region('cn-heyuan', 'South China 2 (Heyuan)', '华南2（河源）'),
  region('cn-guangzhou', 'South China 3 (Guangzhou)', '华南3（广州）'),
  region('cn-chengdu', 'Southwest China 1 (Chengdu)', '西南1（成都）'),
  region('cn-zhongwei', 'Northwest China 2 (Zhongwei)', '西北2（中卫）'),
  region('cn-nanjing', 'East China 5 (Nanjing, local region)', '华东5（南京-本地地域）'),
  region('cn-fuzhou', 'East China 6 (Fuzhou, local region)', '华东6（福州-本地地域）'),
  region('cn-wuhan-lr', 'Central China 1 (Wuhan, local region)', '华中1（武汉-本地地域）'),
  region('cn-zhengzhou-jva', 'Zhengzhou (joint venture)', '郑州（合营）'),
  region('cn-heyuan-acdr-1', 'Heyuan (automotive compliance)', '河源（汽车合规专属）'),
  region('cn-hongkong', 'China (Hong Kong)', '中国香港'),
  region('ap-southeast-1', 'Singapore', '新加坡'),
  region('ap-southeast-3', 'Malaysia (Kuala Lumpur)', '马来西亚（吉隆坡）'),
  region('ap-southeast-5', 'Indonesia (Jakarta)', '印度尼西亚（雅加达）'),
  region('ap-southeast-6', 'Philippines (Manila)', '菲律宾（马尼拉）'),
  region('ap-southeast-7', 'Thailand (Bangkok)', '泰国（曼谷）'),
  region('ap-southeast-8', 'Malaysia (Johor)', '马来西亚（柔佛）'),
  region('ap-northeast-1', 'Japan (Tokyo)', '日本（东京）'),
  region('ap-northeast-2', 'South Korea (Seoul)', '韩国（首尔）'),
  region('us-east-1', 'USA (Virginia)', '美国（弗吉尼亚）'),
  region('us-west-1', 'USA (Silicon Valley)', '美国（硅谷）'),
  region('us-southeast-1', 'USA (Atlanta)', '美国（亚特兰大）'),
  region('na-south-1', 'Mexico', '墨西哥'),
  region('eu-central-1', 'Germany (Frankfurt)', '德国（法兰克福）'),
  region('eu-west-1', 'UK (London)', '英国（伦敦）'),
  region('eu-west-2', 'France (Paris)', '法国（巴黎）'),
  region('me-east-1', 'UAE (Dubai)', '阿联酋（迪拜）'),
  region('me-central-1', 'Saudi Arabia (Riyadh, partner-operated)', '沙特（利雅得）'),
  region(
    'cn-shanghai-finance-1',
    'East China 2 (finance cloud)',
    '华东2 金融云',
    'ecs-cn-hangzhou.aliyuncs.com',
  ),
  region(
    'cn-shenzhen-finance-1',
    'South China 1 (finance cloud)',
    '华南1 金融云',
    'ecs-cn-hangzhou.aliyuncs.com',
  ),
  region('cn-beijing-finance-1', 'North China 2 (finance cloud, by invitation)', '华北2 金融云（邀测）'),
  region('cn-hangzhou-finance', 'East China 1 (finance cloud)', '华东1 金融云', 'ecs.aliyuncs.com'),
  region('cn-north-2-gov-1', 'North China 2 (government cloud 1)', '华北2 政务云1', 'ecs.aliyuncs.com'),
];

const ids = new Set(regions.map((r) => r.id));

/** Whether a region id is in the list. */
export function isKnownRegion(id: string): boolean {
  return ids.has(id);
}

/**
 * Regions whose rules take IANA protocol numbers (AuthorizeSecurityGroup, `Permissions.N.IpProtocol`). The document
 * names Silicon Valley, the SDK names Virginia, so both are here.
 */
export const protocolNumberRegions: readonly string[] = [
  'cn-huhehaote',
  'cn-qingdao',
  'ap-southeast-6',
  'eu-west-1',
  'ap-southeast-3',
  'us-west-1',
  'us-east-1',
  'ap-southeast-1',
];
