/**
 * The words of the one question before a security group is created. Pure text: nothing that a setting or a suppression
 * could hide is left out. No `vscode` import.
 */
import type { Plan } from '../../../../server/src/core/plan/plan.ts';
import type { Preparation } from '../../cloud/index.ts';
import { l10n } from '../../infrastructure/localisation/l10n.ts';
import { isVendor } from './console-address.ts';
import type { Target } from './result.ts';

/** Everything that the question is about. */
export interface Confirmation {
  readonly preparation: Preparation;
  readonly plan: Plan;
  readonly target: Target;
  /** Whether the other target can be offered. */
  readonly canSwitch: boolean;
  /** Zero-based numbers of rules that accept from (or to) any address. */
  readonly acceptFromAnywhere: readonly number[];
  readonly warnings: readonly string[];
  readonly unsaved: boolean;
}

/** Question, explanation and buttons of the modal dialog. */
export interface ConfirmationText {
  readonly message: string;
  readonly detail: string;
  readonly create: string;
  /** Button for the other target; null when there is none. */
  readonly switchTarget: string | null;
}

/** More than these are counted, not named: a dialog does not scroll. */
const mostNamed = 10;

/** Items as `a, b` with the number of those left out. */
function some(items: readonly string[]): string {
  const named = items.slice(0, mostNamed).join(l10n.t(', '));
  const rest = items.length - mostNamed;
  return rest > 0 ? l10n.t('{0} and {1} more', named, rest) : named;
}

/** Name of a group for people. */
export function groupLabel(name: string | null): string {
  return name === null ? l10n.t('security group without a name') : l10n.t('security group “{0}”', name);
}

function question({ plan, target, preparation }: Confirmation): string {
  const label = groupLabel(plan.groupName);
  const { resolvedEarlier } = preparation;
  if (resolvedEarlier !== null) {
    return l10n.t(
      'An earlier attempt has created {0}: {1}. Create another one?',
      label,
      resolvedEarlier.SecurityGroupId,
    );
  }
  if (preparation.earlier.length > 0)
    return l10n.t('Create {0}, although an earlier attempt may have created it?', label);
  if (target === 'sandbox') return l10n.t('Create {0} in the local sandbox?', label);
  return isVendor(preparation.endpoint)
    ? l10n.t('Create {0} in Alibaba Cloud?', label)
    : l10n.t('Create {0} at {1}?', label, preparation.endpoint);
}

function account({ preparation, target }: Confirmation): string {
  if (target === 'sandbox') return l10n.t('Account: local sandbox, nothing reaches the cloud');
  const { profile, maskedId } = preparation;
  return profile === null
    ? l10n.t('Account: access key {0} from the environment', maskedId)
    : l10n.t('Account: access key {0} of profile “{1}”', maskedId, profile);
}

function exposure({ acceptFromAnywhere, plan }: Confirmation): string {
  if (acceptFromAnywhere.length === 0) return l10n.t('Open to any address: no rule');
  const rules = some(acceptFromAnywhere.map((index) => `#${index + 1}`));
  return l10n.t(
    '⚠ Open to any address: {0} of {1} rules ({2})',
    acceptFromAnywhere.length,
    plan.ruleCount,
    rules,
  );
}

function sameName({ preparation }: Confirmation): string | null {
  const groups = preparation.sameName;
  if (groups === null) {
    return l10n.t(
      '⚠ This access key may not list security groups ({0}): should the answer be lost, it cannot be found out whether the security group was created',
      preparation.listingRefused?.code ?? '',
    );
  }
  if (groups.length === 0) return null;
  return l10n.t(
    '⚠ The same name exists already: {0}. Another security group will be created.',
    some(groups.map((g) => g.id)),
  );
}

function earlier({ preparation }: Confirmation): string[] {
  return preparation.earlier.map((attempt) => {
    const ids = attempt.candidates.map((c) => c.SecurityGroupId);
    const when = attempt.time.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
    return ids.length === 0
      ? l10n.t(
          '⚠ Attempt of {0} with {1}: it is not known what became of it. Look in the console first.',
          when,
          attempt.maskedId,
        )
      : l10n.t(
          '⚠ Attempt of {0} with {1}: may have created {2}. Look in the console first.',
          when,
          attempt.maskedId,
          some(ids),
        );
  });
}

function warnings(confirmation: Confirmation): string | null {
  const [first] = confirmation.warnings;
  if (first === undefined) return null;
  return confirmation.warnings.length === 1
    ? l10n.t('1 warning: {0}', first)
    : l10n.t('{0} warnings, the first: {1}', confirmation.warnings.length, first);
}

function button({ resolvedEarlier, earlier: attempts }: Preparation): string {
  if (resolvedEarlier !== null) return l10n.t('Create Another');
  return attempts.length > 0 ? l10n.t('Create Anyway') : l10n.t('Create');
}

/** Composes the question. */
export function confirmationText(confirmation: Confirmation): ConfirmationText {
  const { preparation, plan, target, canSwitch } = confirmation;
  const product =
    plan.product === 'ens' ? l10n.t('Edge Node Service (ENS)') : l10n.t('Elastic Compute Service (ECS)');
  const lines = [
    ...earlier(confirmation),
    l10n.t('Product: {0}', product),
    account(confirmation),
    l10n.t('Endpoint: {0}', preparation.endpoint),
    l10n.t('Rules: {0}', plan.ruleCount),
    exposure(confirmation),
    sameName(confirmation),
    warnings(confirmation),
    confirmation.unsaved ? l10n.t('The file has unsaved changes: what the editor shows is created.') : null,
  ];
  const other = target === 'sandbox' ? l10n.t('Use the Cloud Instead') : l10n.t('Use Local Sandbox Instead');
  return {
    message: question(confirmation),
    detail: lines.filter((line) => line !== null).join('\n'),
    create: button(preparation),
    switchTarget: canSwitch ? other : null,
  };
}
