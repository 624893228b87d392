/** The vendor's pages that document the constraints, per language. Only addresses that are known to exist. */
import type { Text } from '../i18n/locale.ts';

/** ENS CreateSecurityGroup, API version 2017-11-10. */
export const ensCreateSecurityGroupPage: Text = {
  en: 'https://www.alibabacloud.com/help/en/ens/developer-reference/api-ens-2017-11-10-createsecuritygroup',
  'zh-cn': 'https://help.aliyun.com/zh/ens/developer-reference/api-ens-2017-11-10-createsecuritygroup',
};
