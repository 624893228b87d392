/** The web console in which a created security group can be seen. No `vscode` import. */
import type { Product } from '../../../../server/src/core/plan/plan.ts';

/**
 * Address of the product's console for requests that went to `endpoint`; null when that is not the vendor's (a proxy,
 * the sandbox). The start page only: addresses of single groups are not documented.
 * Sources: the product list of the vendor's Chinese help centre names ens.console.aliyun.com, the guides of the
 * international one ens.console.alibabacloud.com.
 */
export function consoleAddress(product: Product, endpoint: string): string | null {
  if (!isVendor(endpoint)) return null;
  // The endpoint in Singapore serves accounts of the international site.
  const international = hostOf(endpoint) === 'ens.ap-southeast-1.aliyuncs.com';
  return product === 'ens' ? `https://ens.console.${international ? 'alibabacloud' : 'aliyun'}.com` : null;
}

/** Whether requests to `endpoint` go to Alibaba Cloud itself. */
export function isVendor(endpoint: string): boolean {
  return /(^|\.)aliyuncs\.com$/.test(hostOf(endpoint) ?? '');
}

function hostOf(endpoint: string): string | null {
  try {
    return new URL(endpoint).hostname;
  } catch {
    return null;
  }
}
