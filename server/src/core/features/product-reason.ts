/** Why a product applies to a group, in words. */
import { t } from '../i18n/catalog.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Group } from '../model/group.ts';

/** One short clause: what the definition says, or from what the product was inferred. */
export function productReason(group: Group, locale: Locale): string {
  const { product, stated, because } = group.product;
  if (stated) return t(locale, 'productStated', { product: product.toUpperCase() });
  return because === null ? t(locale, 'productAssumed') : t(locale, 'productInferred', { because });
}
