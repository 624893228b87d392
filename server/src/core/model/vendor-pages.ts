/** The vendor's pages that document the constraints, per language. Only addresses that are known to exist. */
import type { Text } from '../i18n/locale.ts';

function page(product: 'ens' | 'ecs', name: string): Text {
  const tail = `${product}/developer-reference/${name}`;
  return {
    en: `https://www.alibabacloud.com/help/en/${tail}`,
    'zh-cn': `https://help.aliyun.com/zh/${tail}`,
  };
}

/** ENS CreateSecurityGroup, API version 2017-11-10. */
export const ensCreateSecurityGroupPage = page('ens', 'api-ens-2017-11-10-createsecuritygroup');

/** ECS CreateSecurityGroup, API version 2014-05-26. */
export const ecsCreateSecurityGroupPage = page('ecs', 'api-ecs-2014-05-26-createsecuritygroup');

/** ECS AuthorizeSecurityGroup: the ingress rules. AuthorizeSecurityGroupEgress says the same of the other end. */
export const ecsAuthorizeSecurityGroupPage = page('ecs', 'api-ecs-2014-05-26-authorizesecuritygroup');

/** Where the parameters of a group are documented. */
export const groupPages = { ens: ensCreateSecurityGroupPage, ecs: ecsCreateSecurityGroupPage };

/** Where the members of a rule are documented: ENS creates group and rules in one call, ECS authorizes rules later. */
export const rulePages = { ens: ensCreateSecurityGroupPage, ecs: ecsAuthorizeSecurityGroupPage };
