/** The words of the language status item. No `vscode` import. */
import type { StatusResult } from '../../../../server/src/lsp/protocol.ts';
import { l10n } from '../../infrastructure/localisation/l10n.ts';

/** Text and detail for what the server knows: the product, why it applies, and how much is in the group. */
export function describeStatus(status: StatusResult): { text: string; detail: string } {
  if (status === null) return { text: l10n.t('Security group'), detail: l10n.t('no security group yet') };
  const { product, reason, rules, errors } = status;
  const parts = [reason, rules === 1 ? l10n.t('1 rule') : l10n.t('{0} rules', rules)];
  if (errors > 0) parts.push(errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors));
  return { text: product.toUpperCase(), detail: parts.join(' · ') };
}
